import { wallOf } from '../base/clock.ts';
import { type Day, dayOf, daysUntil } from '../base/day.ts';
import type { LogEvent } from './event.ts';

/** Why a clock cannot have been right. The stamp stays as it is: order and totals do not depend on it. */
export const clockFlags = ['before-letter', 'ahead', 'day-differs', 'moved-back'] as const;
export type ClockFlag = (typeof clockFlags)[number];

const DAY_MS = 86_400_000;
/** Clocks of laptops differ by seconds; a minute or two is no reason to bother anybody. */
const TOLERANCE_MS = 120_000;

/** First and last stamp of a machine. */
export interface Span {
  readonly machine: string;
  readonly first: string;
  readonly last: string;
}

export interface ClockContext {
  /** The campaign cannot have been counted for before its letter was written. */
  readonly letter: Day;
  /** Latest stamp of every other machine, in milliseconds; `null` when there is none. */
  readonly others: number | null;
}

/** What is wrong with the clock of one event. */
export function flagsOf(event: LogEvent, { letter, others }: ClockContext): ClockFlag[] {
  const at = wallOf(event.stamp);
  const flags: ClockFlag[] = [];
  if (dayOf(at) < letter) flags.push('before-letter');
  if (others !== null && at > others + DAY_MS) flags.push('ahead');
  // A clock that jumped ahead and was put right again: stamps keep the later time, days follow the clock.
  const isLive = (event.kind === 'tally' && event.body.source === undefined) || event.kind === 'check';
  if (isLive && Math.abs(daysUntil(dayOf(at), event.body.day)) > 1) flags.push('day-differs');
  return flags;
}

/** Latest stamp of all machines but one, in milliseconds; `null` when there is none. */
export function latestOfOthers(spans: readonly Span[], machine: string): number | null {
  const others = spans.filter((span) => span.machine !== machine).map(({ last }) => wallOf(last));
  return others.length === 0 ? null : Math.max(...others);
}

/** Machines whose first or last stamp cannot be right. */
export function doubtfulClocks(spans: readonly Span[], letter: Day): { machine: string; flag: ClockFlag }[] {
  return spans.flatMap(({ machine, first, last }) => {
    const others = latestOfOthers(spans, machine);
    const flags: ClockFlag[] = [];
    if (dayOf(wallOf(first)) < letter) flags.push('before-letter');
    if (others !== null && wallOf(last) > others + DAY_MS) flags.push('ahead');
    return flags.map((flag) => ({ machine, flag }));
  });
}

/** Whether this laptop's clock stands before what this laptop has already written. */
export const hasMovedBack = (now: number, lastStamp: string): boolean => now < wallOf(lastStamp) - TOLERANCE_MS;
