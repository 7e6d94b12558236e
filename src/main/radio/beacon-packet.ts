import type { RadioSignature } from '../../core/radio/signature-schema.ts';

/** What the reference beacon says instead of a phone's ID: the same on every laptop, so it names nobody. */
const TEXT = 'TramBluezone!';
/** Flags: general discoverable, no classic Bluetooth (Core Spec Supplement Part A §1.3). */
const FLAGS = [0x02, 0x01, 0x06];

/**
 * The advertising bytes of the reference beacon, made from the campaign's own rule for it: its service and its
 * manufacturer data, in a length that real phones ignore. `null` where the campaign has no such rule, or where
 * the length is one that a phone might send.
 */
export function beaconPacket(signature: RadioSignature): Uint8Array | null {
  const rule = signature.rules.find((candidate) => candidate.class === 'beacon');
  let uuid: string | null = null;
  let company = -1;
  let length = -1;
  for (const condition of rule?.all ?? []) {
    if (condition.has === 'service' && condition.uuid.length === 4) uuid = condition.uuid;
    if (condition.has === 'manufacturer') {
      company = condition.company;
      length =
        condition.lengths.findLast((bytes) => bytes <= TEXT.length && !phoneLengths(signature, company).has(bytes)) ??
        -1;
    }
  }
  if (uuid === null || length < 0) return null;
  const service = Number.parseInt(uuid, 16);
  const text = Array.from(TEXT.slice(0, length), (char) => char.charCodeAt(0));
  return Uint8Array.from([
    ...FLAGS,
    ...[text.length + 3, 0xff, ...littleEndian(company), ...text],
    ...[3, 0x03, ...littleEndian(service)],
  ]);
}

/** Lengths of this company's data that some phone sends. */
function phoneLengths({ rules }: RadioSignature, company: number): Set<number> {
  const phones = rules.filter((rule) => rule.class !== 'beacon' && rule.class !== 'hint');
  const conditions = phones.flatMap((rule) => rule.all);
  return new Set(
    conditions.flatMap((condition) =>
      condition.has === 'manufacturer' && condition.company === company ? condition.lengths : [],
    ),
  );
}

const littleEndian = (value: number): [number, number] => [value & 0xff, value >> 8];
