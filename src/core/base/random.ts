/** A seeded source of numbers, for practice rooms, demos and tests: the same seed plays the same day. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number in [0, below). */
  readonly below: (below: number) => number;
  readonly bytes: (length: number) => Uint8Array;
}

/** mulberry32 (public domain): 32 bits of state, enough for a room of phones; not for keys. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, bytes: (length) => Uint8Array.from({ length }, () => below(256)) };
}
