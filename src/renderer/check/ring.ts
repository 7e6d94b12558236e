/** An Android phone in the background sends for 15 s and rests for 15 s (docs/bluezone-on-air.md §3). */
export const HALF_SECONDS = 15;

export interface Half {
  /** From and to, as shares of the whole circle. */
  readonly from: number;
  readonly to: number;
  /** How much of this piece has been listened to, 0 to 1. */
  readonly heard: number;
  /** 1 or 2: which half of the rhythm it covers. */
  readonly number: 1 | 2;
  /** Its place among all pieces, from 1. */
  readonly part: number;
}

/** The listening time in pieces of 15 s; the last may be shorter. */
export function halvesOf(seconds: number, timeout: number): Half[] {
  const halves: Half[] = [];
  for (let start = 0; start < timeout; start += HALF_SECONDS) {
    const end = Math.min(start + HALF_SECONDS, timeout);
    halves.push({
      from: start / timeout,
      to: end / timeout,
      heard: Math.min(Math.max((seconds - start) / (end - start), 0), 1),
      part: start / HALF_SECONDS + 1,
      number: (start / HALF_SECONDS) % 2 === 0 ? 1 : 2,
    });
  }
  return halves;
}
