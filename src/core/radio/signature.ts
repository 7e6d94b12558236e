import { HEX, hexOf } from '../base/hex.ts';
import type { Advert, ManufacturerData } from './advert.ts';
import type { Condition, RadioSignature, SignalClass, SignatureRule } from './signature-schema.ts';

const APPLE = 0x004c;
const OVERFLOW_TYPE = 0x01;

/** What an advertisement is: the first rule that fits, and the rolling ID where it carries one. */
export interface Match {
  readonly rule: SignatureRule;
  /** Lower-case hex. In memory only (law 4). */
  readonly id: string | null;
}

/** Names the class of one advertisement by the campaign's rules; `other` when none fits. */
export function classify(advert: Advert, signature: RadioSignature): SignalClass {
  return matchOf(advert, signature)?.rule.class ?? 'other';
}

/** Finds the first rule that fits, or `null`. Never throws, whatever the advertisement holds. */
export function matchOf(advert: Advert, signature: RadioSignature): Match | null {
  if (advert.services.length === 0 && advert.manufacturer.length === 0) return null;
  for (const rule of signature.rules) {
    if (rule.all.every((condition) => fits(advert, condition))) return { rule, id: idOf(advert, rule, signature) };
  }
  return null;
}

/** Of several payloads of the company, the one that the rule speaks of: a wrong length beside it names nobody. */
function idOf(advert: Advert, rule: SignatureRule, { idCompany }: RadioSignature): string | null {
  for (const condition of rule.all) {
    if (condition.has !== 'manufacturer' || condition.company !== idCompany) continue;
    const block = advert.manufacturer.find((one) => carries(one, condition));
    return block === undefined ? null : hexOf(block.data);
  }
  return null;
}

function fits(advert: Advert, condition: Condition): boolean {
  switch (condition.has) {
    case 'service':
      return advert.services.includes(condition.uuid);
    case 'no-service':
      return !advert.services.includes(condition.uuid);
    case 'manufacturer':
      return advert.manufacturer.some((block) => carries(block, condition));
    case 'no-manufacturer':
      return advert.manufacturer.every((block) => block.company !== condition.company);
    case 'overflow':
      return advert.manufacturer.some(
        (block) =>
          block.company === APPLE &&
          block.data.length === 17 &&
          block.data[0] === OVERFLOW_TYPE &&
          ((block.data[1 + condition.byte] ?? 0) & condition.mask) !== 0,
      );
    case 'ibeacon':
      return advert.manufacturer.some((block) => block.company === APPLE && startsWith(block.data, condition.prefix));
  }
}

type ManufacturerCondition = Extract<Condition, { has: 'manufacturer' }>;

const carries = (block: ManufacturerData, { company, lengths, text }: ManufacturerCondition): boolean =>
  block.company === company &&
  lengths.includes(block.data.length) &&
  (text === undefined || block.data.every(isAlphanumeric));

const isAlphanumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Whether bytes begin with this hex. */
function startsWith(data: Uint8Array, hexPrefix: string): boolean {
  if (data.length * 2 < hexPrefix.length) return false;
  for (let at = 0; at * 2 < hexPrefix.length; at++) {
    if (!hexPrefix.startsWith(HEX[data[at] as number] as string, at * 2)) return false;
  }
  return true;
}
