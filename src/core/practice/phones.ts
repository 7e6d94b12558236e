import { never } from '../base/result.ts';

/** Who stands in a room: phones with the app in every state, and what must not be taken for one. */
export const phoneKinds = [
  'android-open',
  'android-background',
  'android-later',
  'android-old',
  'iphone-open',
  'iphone-background',
  'iphone-old',
  /** Exposure notification phones of another system (FD6F). */
  'exposure',
  'ibeacon',
  /** The beacon that later Android versions send beside their advertisement: a hint, no phone. */
  'app-ibeacon',
  'headset',
  /** The right name without the service. */
  'lookalike',
  /** The reference beacon of another laptop with this kit. */
  'beacon',
  /** The right service with a payload of the wrong length, as often as a radio can. */
  'jammer',
] as const;
export type PhoneKind = (typeof phoneKinds)[number];

export interface Habit {
  /** Advertising interval, ms; the controller adds 0–10 ms (Core spec Vol 6 Part B §4.4.2.2). */
  readonly interval: number;
  /** Milliseconds on and off; `null`: always on. */
  readonly duty: { readonly on: number; readonly off: number } | null;
  /** A new address comes with every run of advertising, or after this many milliseconds. */
  readonly newAddress: 'run' | number;
  readonly connectable: boolean;
}

/** Resolvable private addresses change every 15 minutes (Core spec Vol 3 Part C, App. A, TGAP(private_addr_int)). */
const QUARTER_MS = 900_000;
const always = { duty: null, newAddress: QUARTER_MS } as const;

/** Timings of docs/bluezone-on-air.md §3; decoys as commonly met. */
export const habits: Readonly<Record<PhoneKind, Habit>> = {
  'android-open': { interval: 100, duty: { on: 150_000, off: 5_000 }, newAddress: 'run', connectable: true },
  'android-background': { interval: 100, duty: { on: 15_000, off: 15_000 }, newAddress: 'run', connectable: true },
  'android-later': { interval: 100, duty: { on: 60_000, off: 5_000 }, newAddress: 'run', connectable: true },
  'android-old': { interval: 1_000, ...always, connectable: true },
  'iphone-open': { interval: 180, ...always, connectable: true },
  'iphone-background': { interval: 1_000, ...always, connectable: true },
  'iphone-old': { interval: 180, ...always, connectable: true },
  exposure: { interval: 270, ...always, connectable: false },
  ibeacon: { interval: 300, ...always, connectable: false },
  'app-ibeacon': { interval: 1_000, duty: { on: 60_000, off: 5_000 }, newAddress: 'run', connectable: false },
  headset: { interval: 400, ...always, connectable: true },
  lookalike: { interval: 200, ...always, connectable: true },
  beacon: { interval: 100, ...always, connectable: true },
  jammer: { interval: 20, ...always, connectable: false },
};

type Bytes = readonly number[];

const ad = (type: number, ...value: Bytes): number[] => [value.length + 1, type, ...value];
const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));
const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** Little-endian, as UUIDs stand on the air. */
const IPHONE_SERVICE = bytesOf('67a607add1172fa1c44bf573564e0000');
const OLD_ANDROID_SERVICE = bytesOf('89a807add1172fa1c44bf573f4390ae2');
const OLD_IPHONE_SERVICE = bytesOf('67a607add1172fa1c44bf573f4390ae2');
const APP_IBEACON = bytesOf('0215c7afef7b17884f4aa87d691d53bf21c400140014c5');
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const SERVICE = ad(0x03, 0x56, 0x4e);
const payload = (...bytes: Bytes): number[] => ad(0xff, 0xb5, 0x22, ...bytes);
const apple = (...bytes: Bytes): number[] => ad(0xff, 0x4c, 0x00, ...bytes);
const alphanumeric = (byte: number): number => ALPHANUMERIC.charCodeAt(byte % ALPHANUMERIC.length);
/** Stacks differ in their flags. */
const flags = (id: Uint8Array): number[] => ad(0x01, [0x02, 0x06, 0x1a][(id[3] ?? 0) % 3] ?? 0x02);

export interface Packets {
  readonly adv: number[];
  /** What an active listener gets on asking; `null` for nothing. */
  readonly scan: number[] | null;
}

/**
 * The advertisement and scan response of one phone. `id` is its rolling ID, 12 bytes; what stacks do differently
 * (order of structures, flags, where an iPhone puts its mask) is drawn from it too.
 */
export function packetsOf(kind: PhoneKind, id: Uint8Array): Packets {
  switch (kind) {
    case 'android-open':
    case 'android-background':
    case 'android-later': {
      const parts = [payload(...id), SERVICE];
      return { adv: [...flags(id), ...((id[4] ?? 0) % 3 === 0 ? parts.reverse() : parts).flat()], scan: null };
    }
    case 'android-old': {
      const text = Array.from(id.subarray(0, 6), alphanumeric);
      return { adv: [...flags(id), ...payload(...text), ...ad(0x07, ...OLD_ANDROID_SERVICE)], scan: null };
    }
    case 'iphone-open':
      return {
        adv: [...ad(0x01, 0x1a), ...ad(0x0a, 12), ...ad(0x07, ...IPHONE_SERVICE)],
        scan: ad(0x09, ...ascii('Bluezone')),
      };
    case 'iphone-old':
      return {
        adv: [...ad(0x01, 0x1a), ...ad(0x07, ...OLD_IPHONE_SERVICE)],
        scan: ad(0x09, ...Array.from(id.subarray(0, 10), alphanumeric)),
      };
    case 'iphone-background': {
      const mask = apple(0x01, 0x08, ...new Array<number>(15).fill(0));
      // Where other data fill the advertisement, iOS puts the mask into the scan response.
      if ((id[5] ?? 0) % 2 === 0) return { adv: [...ad(0x01, 0x1a), ...mask], scan: null };
      const nearby = apple(0x10, 0x06, ...id.subarray(6, 12));
      return { adv: [...ad(0x01, 0x1a), ...ad(0x0a, 12), ...nearby], scan: mask };
    }
    case 'exposure': {
      const data = ad(0x16, 0x6f, 0xfd, ...id, ...id.subarray(0, 8));
      return { adv: [...ad(0x01, 0x1a), ...ad(0x03, 0x6f, 0xfd), ...data], scan: null };
    }
    case 'ibeacon':
      return { adv: [...ad(0x01, 0x06), ...apple(0x02, 0x15, ...id, ...id.subarray(0, 9))], scan: null };
    case 'app-ibeacon':
      return { adv: apple(...APP_IBEACON), scan: null };
    case 'headset': {
      const maker = ad(0xff, 0x75, 0x00, ...id.subarray(0, 4));
      return { adv: [...ad(0x01, 0x06), ...maker, ...ad(0x09, ...ascii('Tai nghe'))], scan: null };
    }
    case 'lookalike':
      return { adv: [...ad(0x01, 0x06), ...ad(0x09, ...ascii('Bluezone'))], scan: null };
    case 'beacon':
      return { adv: [...ad(0x01, 0x06), ...payload(...id.subarray(0, 11)), ...SERVICE], scan: null };
    case 'jammer':
      return { adv: [...flags(id), ...payload(...id.subarray(0, 6)), ...SERVICE], scan: null };
    default:
      return never(kind);
  }
}
