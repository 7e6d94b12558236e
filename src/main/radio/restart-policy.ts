/** Waits between restarts, milliseconds; the last one repeats. The first two fit into three seconds. */
const BACK_OFF_MS = [250, 1_500, 5_000, 15_000, 30_000];
/** A process that lived this long has earned a fresh back-off. */
const STEADY_MS = 60_000;
/** An adapter that comes and goes this often in so short a time is broken for us, whatever it says of itself. */
const FLAPS = 6;
const FLAPS_WITHIN_MS = 10_000;
/** noble's memory only grows (phones change their addresses all day), so a process is replaced by then … */
const OLD_MS = 3_600_000;
/** … or when it holds this many phones. */
const CROWDED = 20_000;
/** Addresses that a process cannot forget by itself are gone two minutes after the last listening (law 4). */
const RESTED_MS = 120_000;

/** How long to wait before the next start, growing while processes keep falling over. Monotonic milliseconds. */
export class BackOff {
  #failures = 0;

  next(livedMs: number): number {
    if (livedMs > STEADY_MS) this.#failures = 0;
    const wait = BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length - 1)] ?? 0;
    this.#failures++;
    return wait;
  }
}

/** Notices an adapter whose state never settles. */
export class Flapping {
  readonly #turns: number[] = [];
  #there: boolean | null = null;

  /** The adapter says that it is there, or not; true when it has said so too often. */
  says(there: boolean, now: number): boolean {
    if (this.#there === there) return false;
    this.#there = there;
    while ((this.#turns[0] ?? now) < now - FLAPS_WITHIN_MS) this.#turns.shift();
    this.#turns.push(now);
    return this.#turns.length > FLAPS;
  }
}

/** Whether a process that nobody listens to should make place for a fresh one. Monotonic milliseconds. */
export function isWorn(process: {
  readonly startedAt: number;
  readonly restedAt: number;
  readonly phones: number;
  readonly now: number;
}): boolean {
  const { startedAt, restedAt, phones, now } = process;
  return now - startedAt >= OLD_MS || phones >= CROWDED || (phones > 0 && now - restedAt >= RESTED_MS);
}
