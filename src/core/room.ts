import { type Random, seeded } from './random.ts';

/**
 * A room of phones: who is on the air, when, how strong. The same room stands behind three doors: plain
 * objects (practice, tests), HCI packets, and a real kernel in the lab. Timings: bluezone-ble §3.
 */
export type PhoneKind =
  | 'android-open'
  | 'android-background'
  | 'android-old'
  | 'iphone-open'
  | 'iphone-background'
  | 'exposure'
  | 'ibeacon'
  | 'headset'
  | 'lookalike';

export interface Phone {
  readonly kind: PhoneKind;
  /** Mean strength at the laptop, dBm. */
  readonly rssi: number;
  /** Milliseconds of the room's time at which it comes and goes. */
  readonly from?: number;
  readonly until?: number;
}

/** One packet on the air. Times are milliseconds of the room. */
export interface Emission {
  readonly atMs: number;
  /** Which phone of the room, for tests that must know. */
  readonly phone: number;
  readonly address: string;
  readonly addressType: 'random';
  readonly pduType: 'ADV_IND' | 'ADV_NONCONN_IND';
  readonly adv: Uint8Array;
  readonly scanResponse: Uint8Array | null;
  readonly rssi: number;
}

interface Habit {
  /** Advertising interval, ms; the controller adds 0–10 ms (Core spec Vol 6 Part B §4.4.2.2). */
  readonly interval: number;
  /** Milliseconds on and off; a new run takes a new address. `null`: always on. */
  readonly duty: { readonly on: number; readonly off: number } | null;
  readonly connectable: boolean;
}

const habits: Readonly<Record<PhoneKind, Habit>> = {
  'android-open': { interval: 100, duty: { on: 150_000, off: 5_000 }, connectable: true },
  'android-background': { interval: 100, duty: { on: 15_000, off: 15_000 }, connectable: true },
  'android-old': { interval: 1_000, duty: null, connectable: true },
  'iphone-open': { interval: 180, duty: null, connectable: true },
  'iphone-background': { interval: 1_000, duty: null, connectable: true },
  exposure: { interval: 270, duty: null, connectable: false },
  ibeacon: { interval: 300, duty: null, connectable: false },
  headset: { interval: 400, duty: null, connectable: true },
  lookalike: { interval: 200, duty: null, connectable: true },
};

const ad = (type: number, ...value: number[]): number[] => [value.length + 1, type, ...value];
const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));
const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
/** Little-endian, as UUIDs stand on the air. */
const IPHONE_SERVICE = bytesOf('67a607add1172fa1c44bf573564e0000');
const OLD_ANDROID_SERVICE = bytesOf('89a807add1172fa1c44bf573f4390ae2');
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The advertisement and scan response of one phone, made once per run of its advertising. */
function packetsOf(kind: PhoneKind, id: Uint8Array): { adv: number[]; scan: number[] | null } {
  switch (kind) {
    case 'android-open':
    case 'android-background':
      return { adv: [...ad(1, 0x02), ...ad(0xff, 0xb5, 0x22, ...id), ...ad(3, 0x56, 0x4e)], scan: null };
    case 'android-old': {
      const text = Array.from(id.subarray(0, 6), (byte) => ALPHANUMERIC.charCodeAt(byte % ALPHANUMERIC.length));
      return { adv: [...ad(1, 0x02), ...ad(0xff, 0xb5, 0x22, ...text), ...ad(7, ...OLD_ANDROID_SERVICE)], scan: null };
    }
    case 'iphone-open':
      return { adv: [...ad(1, 0x1a), ...ad(0x0a, 12), ...ad(7, ...IPHONE_SERVICE)], scan: ad(9, ...ascii('Bluezone')) };
    case 'iphone-background':
      return { adv: [...ad(1, 0x1a), ...ad(0xff, 0x4c, 0, 1, 8, ...new Array<number>(15).fill(0))], scan: null };
    case 'exposure':
      return {
        adv: [...ad(1, 0x1a), ...ad(3, 0x6f, 0xfd), ...ad(0x16, 0x6f, 0xfd, ...id, ...id.subarray(0, 8))],
        scan: null,
      };
    case 'ibeacon':
      return { adv: [...ad(1, 0x06), ...ad(0xff, 0x4c, 0, 2, 0x15, ...id, ...id.subarray(0, 9))], scan: null };
    case 'headset':
      return {
        adv: [...ad(1, 0x06), ...ad(0xff, 0x75, 0, ...id.subarray(0, 4)), ...ad(9, ...ascii('Tai nghe'))],
        scan: null,
      };
    case 'lookalike':
      return { adv: [...ad(1, 0x06), ...ad(9, ...ascii('Bluezone'))], scan: null };
  }
}

interface Playing {
  readonly phone: Phone;
  readonly habit: Habit;
  readonly id: Uint8Array;
  run: number;
  address: string;
  adv: Uint8Array;
  scan: Uint8Array | null;
  nextAt: number;
}

/** Room time at which a phone's duty cycle began, before the room opened: nobody starts in step. */
interface Phase {
  readonly offset: number;
}

/** Plays the room from time 0, packet by packet in order of time, endlessly while somebody is on the air. */
export function* playRoom(phones: readonly Phone[], seed: number): Generator<Emission, void, void> {
  const random = seeded(seed);
  const phases: Phase[] = [];
  const playing: Playing[] = phones.map((phone, index) => {
    const habit = habits[phone.kind];
    const period = habit.duty === null ? 0 : habit.duty.on + habit.duty.off;
    // An open app starts its run when it comes into reach; the others are somewhere in their rhythm.
    phases[index] = { offset: phone.kind === 'android-open' ? 0 : Math.floor(random.next() * period) };
    const from = phone.from ?? 0;
    return {
      phone,
      habit,
      id: random.bytes(12),
      run: -1,
      address: '',
      adv: new Uint8Array(),
      scan: null,
      nextAt: from + random.next() * habit.interval,
    };
  });
  const queue = playing.map((_, index) => index);
  while (queue.length > 0) {
    const index = earliest(queue, playing);
    const one = playing[index];
    if (one === undefined) return;
    const { phone, habit } = one;
    if (one.nextAt >= (phone.until ?? Number.POSITIVE_INFINITY)) {
      queue.splice(queue.indexOf(index), 1);
      continue;
    }
    const run = runAt(habit, one.nextAt - (phone.from ?? 0) + (phases[index]?.offset ?? 0));
    if (!run.on) {
      one.nextAt += run.wait;
      continue;
    }
    if (run.number !== one.run) startRun(one, run.number, random);
    yield {
      atMs: one.nextAt,
      phone: index,
      address: one.address,
      addressType: 'random',
      pduType: habit.connectable ? 'ADV_IND' : 'ADV_NONCONN_IND',
      adv: one.adv,
      scanResponse: one.scan,
      rssi: strength(phone.rssi, random),
    };
    one.nextAt += habit.interval + random.next() * 10;
  }
}

function earliest(queue: readonly number[], playing: readonly Playing[]): number {
  let best = queue[0] ?? 0;
  for (const index of queue) {
    if ((playing[index]?.nextAt ?? 0) < (playing[best]?.nextAt ?? 0)) best = index;
  }
  return best;
}

function runAt({ duty }: Habit, at: number): { on: true; number: number } | { on: false; wait: number } {
  if (duty === null) return { on: true, number: 0 };
  const period = duty.on + duty.off;
  const into = at % period;
  return into < duty.on ? { on: true, number: Math.floor(at / period) } : { on: false, wait: period - into };
}

/** AOSP gives every newly started advertiser a fresh random address (bluezone-ble §3). */
function startRun(one: Playing, run: number, random: Random): void {
  one.run = run;
  const octets = random.bytes(6);
  // Resolvable private addresses carry 01 in their two top bits (Core spec Vol 6 Part B §1.3.2.2).
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  one.address = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(':');
  const { adv, scan } = packetsOf(one.phone.kind, one.id);
  one.adv = Uint8Array.from(adv);
  one.scan = scan === null ? null : Uint8Array.from(scan);
}

/** Hands, bodies and reflections: about ±4 dB around the mean, now and then a deep fade. */
function strength(mean: number, random: Random): number {
  const sway = (random.next() + random.next() + random.next() - 1.5) * 5;
  const fade = random.next() < 0.05 ? -12 : 0;
  return Math.max(-100, Math.min(-20, Math.round(mean + sway + fade)));
}
