import { type Random, seeded } from '../../../src/core/base/random.ts';
import { Check } from '../../../src/core/check/check.ts';
import { absences } from '../../../src/core/radio/absence.ts';
import { type Advert, knownRssi, normalUuid, readAdStructures } from '../../../src/core/radio/advert.ts';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';
import { heapMb } from '../heap.ts';

/** Advertisements of everything that the kit knows, as seeds for what is almost right. */
const honest = [
  '0201020fffb522286bce589ab994efa5f73cad0303564e',
  '02010209ffb522614233785939110789a807add1172fa1c44bf573f4390ae2',
  '1aff4c000215c7afef7b17884f4aa87d691d53bf21c400140014c5',
  '02011a110767a607add1172fa1c44bf573564e00000909426c75657a6f6e65',
  '02011a14ff4c000108000000000000000000000000000000',
  '02011a03036ffd',
].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));

export interface Fuzzed {
  readonly events: number;
  /** Longest time that one event and the question after it took, ms. */
  readonly slowestMs: number;
  /** Tracks and halves held at the end; bounded however much came. */
  readonly held: number;
  /** Heap before and after, megabytes. */
  readonly heap: readonly [number, number];
}

/**
 * Feeds one check with noise: random and mutated packets, strengths that no receiver gives, clocks that jump,
 * addresses by the ten thousand, a radio that comes and goes. Anything that throws ends the soak.
 */
export function fuzz(events: number, seed: number, signature: RadioSignature): Fuzzed {
  const random = seeded(seed);
  let check = new Check({ signature, timeout: 1_000_000 }, 0);
  check.listening(0);
  let now = 0;
  let slowestMs = 0;
  const before = heapMb();
  for (let n = 0; n < events; n++) {
    now += random.next() < 0.999 ? random.next() * 3 : between(random, -5_000, 60_000);
    const start = performance.now();
    check.hear(advertFrom(random, now));
    if (n % 50 === 0) {
      check.verdict(now);
      check.view(now);
      for (const code of check.codes(now)) check.confirm(code, now);
      check.askable(now);
    }
    slowestMs = Math.max(slowestMs, performance.now() - start);
    if (random.next() < 0.0005) check.deaf(absences[random.below(absences.length)] ?? 'radio-failed', now);
    if (random.next() < 0.001) check.listening(now);
    if (random.next() < 0.00002) check = new Check({ signature, timeout: 45 }, now);
  }
  const after = heapMb();
  return { events, slowestMs, held: check.held, heap: [before, after] };
}

function advertFrom(random: Random, at: number): Advert {
  const packets = random.next() < 0.3 ? [packetFrom(random), packetFrom(random)] : [packetFrom(random)];
  const content = readAdStructures(...packets);
  // What a backend hands over in its own spelling, or in none.
  if (random.next() < 0.02) normalUuid(String.fromCharCode(...random.bytes(random.below(40))));
  return {
    at,
    address: random.next() < 0.5 ? `5a:${random.below(50_000)}` : String(random.below(20)),
    rssi: knownRssi(rssiFrom(random)),
    connectable: random.next() < 0.5,
    ...content,
  };
}

function packetFrom(random: Random): Uint8Array {
  const kind = random.next();
  if (kind < 0.25) return random.bytes(random.below(kind < 0.01 ? 255 : 32));
  const packet = Uint8Array.from(honest[random.below(honest.length)] ?? []);
  if (kind < 0.5) return packet;
  for (let n = 1 + random.below(3); n > 0; n--) packet[random.below(packet.length)] = random.below(256);
  return kind < 0.8 ? packet : packet.slice(0, random.below(packet.length + 1));
}

function rssiFrom(random: Random): number | null | undefined {
  const kind = random.next();
  if (kind < 0.9) return -20 - random.below(85);
  return [127, 0, 20, 21, -128, -1_000, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, -47.5][random.below(11)];
}

const between = (random: Random, from: number, to: number): number => from + random.next() * (to - from);
