/**
 * Hybrid logical clock (Kulkarni et al. 2014): a stamp is the wall clock of the laptop, held monotone by
 * a counter, written as a string that sorts as it happened: `2020-08-18T06:31:22.123Z-0004`.
 * Two machines' equal stamps are ordered by their machine names, which the log keeps beside the stamp.
 */
export type Stamp = string;

/** Where time comes from. Core never asks the system. */
export interface Clock {
  /** Milliseconds since the Unix epoch, as the laptop believes. */
  readonly wall: () => number;
  /** Milliseconds that never run backwards, for listening times. */
  readonly monotonic: () => number;
}

const COUNTER_DIGITS = 4;
const COUNTER_MAX = 0xffff;
/** The last instant that fits the four-digit year of the sortable form. */
const WALL_MAX = Date.parse('9999-12-31T23:59:59.999Z');

export const firstStamp: Stamp = '0000-01-01T00:00:00.000Z-0000';

const write = (wall: number, counter: number): Stamp =>
  `${new Date(wall).toISOString()}-${counter.toString(16).padStart(COUNTER_DIGITS, '0')}`;

/** The wall-clock part of a stamp, in milliseconds since the epoch. */
export const wallOf = (stamp: Stamp): number => Date.parse(stamp.slice(0, 24));

/** Whether a text from a foreign file is a stamp at all. */
export const isStamp = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z-[0-9a-f]{4}$/.test(text) && !Number.isNaN(wallOf(text));

/**
 * The next stamp after `last`, at wall time `now`. When the laptop's clock stands still or has been moved
 * back, the counter grows instead, so order is kept.
 */
export function tick(last: Stamp, now: number): Stamp {
  const wall = Math.min(Math.max(now, 0), WALL_MAX);
  const lastWall = last === firstStamp ? -1 : wallOf(last);
  if (wall > lastWall) return write(wall, 0);
  const counter = Number.parseInt(last.slice(25), 16) + 1;
  // A counter that overflows borrows one millisecond from the future: order matters more than 1 ms.
  return counter > COUNTER_MAX ? write(lastWall + 1, 0) : write(lastWall, counter);
}
