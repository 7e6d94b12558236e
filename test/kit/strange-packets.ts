import type { Random } from '../../src/core/base/random.ts';
import { advertisingReport, H4 } from '../lab/guest/hci.ts';

const EVENT = { LE_META: 0x3e } as const;
const SUBEVENT = { ADVERTISING_REPORT: 0x02, EXTENDED_ADVERTISING_REPORT: 0x0d } as const;

/** One H4 packet as a broken adapter or a hostile stranger might cause it. Seeded: the same seed, the same packets. */
export function strangePacket(random: Random): Buffer {
  const kind = random.below(10);
  if (kind < 5) return advertisement(random);
  if (kind < 8) return extended(random);
  return anyEvent(random);
}

/** A legacy report: right in form with nonsense inside, cut short, or with counts and lengths that lie. */
function advertisement(random: Random): Buffer {
  const data = adStructures(random, 31);
  const right = advertisingReport(
    {
      atMs: 0,
      phone: 0,
      address: Array.from(random.bytes(6), (byte) => byte.toString(16).padStart(2, '0')).join(':'),
      addressType: 'random',
      pduType: random.below(2) === 0 ? 'ADV_IND' : 'ADV_NONCONN_IND',
      adv: data,
      scanResponse: null,
      rssi: random.below(256) - 128,
    },
    'advert',
  );
  switch (random.below(5)) {
    case 0:
      return right.subarray(0, 5 + random.below(right.length - 4));
    case 1:
      // The number of reports.
      right[4] = random.below(256);
      return right;
    case 2:
      // The length of the data.
      right[13] = random.below(256);
      return right;
    case 3:
      right[random.below(right.length - 5) + 5] = random.below(256);
      return right;
    default:
      return right;
  }
}

/** A report of Bluetooth 5 with the same diseases. */
function extended(random: Random): Buffer {
  const data = adStructures(random, 80);
  const lies = random.below(4) === 0;
  const body = Buffer.from([
    ...[random.below(64), random.below(2)],
    ...[random.below(4), ...random.bytes(6)],
    ...[1, 0, 0xff, 0x7f, random.below(256), 0, 0],
    ...[0, ...random.bytes(6)],
    lies ? random.below(256) : data.length,
    ...data,
  ]);
  const cut = random.below(4) === 0 ? body.subarray(0, random.below(body.length)) : body;
  const reports = random.below(6) === 0 ? random.below(256) : 1;
  const parameters = [SUBEVENT.EXTENDED_ADVERTISING_REPORT, reports, ...cut].slice(0, 255);
  return Buffer.from([H4.EVENT, EVENT.LE_META, parameters.length, ...parameters]);
}

/** Any event at all, filled with noise: what a driver with a bug hands up. */
function anyEvent(random: Random): Buffer {
  const parameters = random.bytes(random.below(64) + 3);
  return Buffer.from([H4.EVENT, random.below(256), parameters.length, ...parameters]);
}

/** Types that Bluetooth libraries read, with lengths that fit, lie, or are nought. */
const TYPES = [0x01, 0x02, 0x03, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x14, 0x15, 0x16, 0x1f, 0x20, 0x21, 0xff];

function adStructures(random: Random, room: number): Uint8Array {
  const bytes: number[] = [];
  while (bytes.length < room && random.below(8) > 0) {
    const length = random.below(4) === 0 ? random.below(256) : 1 + random.below(12);
    const type = TYPES[random.below(TYPES.length)] ?? random.below(256);
    const value = random.below(10) === 0 ? random.bytes(1) : random.bytes(Math.max(0, length - 1));
    bytes.push(length & 0xff, type, ...value);
  }
  return Uint8Array.from(bytes.slice(0, room));
}
