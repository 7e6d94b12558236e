import { type Random, seeded } from '../base/random.ts';
import { type Habit, habits, type PhoneKind, packetsOf } from './phones.ts';

/**
 * A room of phones: who is on the air, when, how strong. The same room stands behind three doors: plain
 * objects (practice, tests), HCI packets, and a real kernel in the lab. Timings: docs/bluezone-on-air.md §3.
 */
export interface Phone {
  readonly kind: PhoneKind;
  /** Mean strength at the laptop, dBm. */
  readonly rssi: number;
  /** Milliseconds of the room's time at which it comes and goes. */
  readonly from?: number;
  readonly until?: number;
  /** Strength of one packet, dBm: 127 for "not measured", `null` for a packet that is lost. Else it sways around `rssi`. */
  readonly heardAt?: (atMs: number) => number | null;
  /** Its rolling ID, 12 bytes; else drawn. Two phones with one ID are one phone in two places. */
  readonly id?: Uint8Array;
  /** Milliseconds of the room's time at which it takes a new address without a pause, as an iPhone does each quarter hour. */
  readonly addressChangesAt?: number;
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

/** A phone while it plays. */
class Playing {
  readonly index: number;
  readonly phone: Phone;
  readonly habit: Habit;
  nextAt: number;
  readonly #id: Uint8Array;
  /** How far into its rhythm the phone was when the room opened: nobody starts in step. */
  readonly #phase: number;
  /** How old its address was then. */
  readonly #age: number;
  #run = '';
  #address = '';
  #adv = new Uint8Array();
  #scan: Uint8Array | null = null;

  constructor(phone: Phone, index: number, random: Random) {
    this.index = index;
    this.phone = phone;
    this.habit = habits[phone.kind];
    const period = this.habit.duty === null ? 0 : this.habit.duty.on + this.habit.duty.off;
    // An open app starts its run when it comes into reach; the others are somewhere in their rhythm.
    this.#phase = phone.kind === 'android-open' ? 0 : Math.floor(random.next() * period);
    this.#age = this.habit.newAddress === 'run' ? 0 : random.next() * this.habit.newAddress;
    this.#id = phone.id ?? random.bytes(12);
    this.nextAt = (phone.from ?? 0) + random.next() * this.habit.interval;
  }

  /** Its packet at `nextAt`, or `null` while it pauses or the packet is lost; moves on to the next. */
  play(random: Random): Emission | null {
    const at = this.nextAt;
    const { duty, newAddress, interval, connectable } = this.habit;
    const sinceStart = at - (this.phone.from ?? 0) + this.#phase;
    let run = 0;
    if (duty !== null) {
      const period = duty.on + duty.off;
      const into = sinceStart % period;
      if (into >= duty.on) {
        this.nextAt += period - into;
        return null;
      }
      run = Math.floor(sinceStart / period);
    }
    const age = newAddress === 'run' ? 0 : Math.floor((sinceStart + this.#age) / newAddress);
    const moved = this.phone.addressChangesAt !== undefined && at >= this.phone.addressChangesAt;
    this.#startRun(`${run} ${age} ${moved}`, random);
    this.nextAt += interval + random.next() * 10;
    const rssi = this.phone.heardAt === undefined ? sway(this.phone.rssi, random) : this.phone.heardAt(at);
    if (rssi === null) return null;
    return {
      atMs: at,
      phone: this.index,
      address: this.#address,
      addressType: 'random',
      pduType: connectable ? 'ADV_IND' : 'ADV_NONCONN_IND',
      adv: this.#adv,
      scanResponse: this.#scan,
      rssi,
    };
  }

  /** AOSP gives every newly started advertiser a fresh random address (docs/bluezone-on-air.md §3). */
  #startRun(run: string, random: Random): void {
    if (run === this.#run) return;
    this.#run = run;
    const octets = random.bytes(6);
    // Resolvable private addresses carry 01 in their two top bits (Core spec Vol 6 Part B §1.3.2.2).
    octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
    this.#address = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join(':');
    const { adv, scan } = packetsOf(this.phone.kind, this.#id);
    this.#adv = Uint8Array.from(adv);
    this.#scan = scan === null ? null : Uint8Array.from(scan);
  }
}

/** Plays the room from time 0, packet by packet in order of time, endlessly while somebody is on the air. */
export function* playRoom(phones: readonly Phone[], seed: number): Generator<Emission, void, void> {
  const random = seeded(seed);
  const queue = phones.map((phone, index) => new Playing(phone, index, random)).sort((a, b) => a.nextAt - b.nextAt);
  while (queue.length > 0) {
    const first = queue[0] as Playing;
    if (first.nextAt >= (first.phone.until ?? Number.POSITIVE_INFINITY)) {
      const last = queue.pop() as Playing;
      if (last !== first) queue[0] = last;
    } else {
      const emission = first.play(random);
      if (emission !== null) yield emission;
    }
    sink(queue);
  }
}

/** Puts the first of a heap (earliest packet on top) back to its place: rooms of hundreds play in real time. */
function sink(heap: Playing[]): void {
  const one = heap[0];
  if (one === undefined) return;
  let at = 0;
  for (;;) {
    let below = at * 2 + 1;
    const left = heap[below];
    if (left === undefined) break;
    const right = heap[below + 1];
    if (right !== undefined && right.nextAt < left.nextAt) below++;
    const next = heap[below] as Playing;
    if (next.nextAt >= one.nextAt) break;
    heap[at] = next;
    at = below;
  }
  heap[at] = one;
}

/** Hands, bodies and reflections: about ±4 dB around the mean, now and then a deep fade. */
function sway(mean: number, random: Random): number {
  const around = (random.next() + random.next() + random.next() - 1.5) * 5;
  const fade = random.next() < 0.05 ? -12 : 0;
  return Math.max(-100, Math.min(-20, Math.round(mean + around + fade)));
}
