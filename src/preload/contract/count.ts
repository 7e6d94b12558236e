import { z } from 'zod';
import { NOTE_MAX } from '../../core/base/limits.ts';
import { daySchema } from '../../core/base/schemas.ts';
import { verdicts } from '../../core/check/verdict.ts';
import { onceSchema } from '../../core/count/events.ts';
import { code, eventRef, instant, totals, wordsSchema } from './shared.ts';

/** One counted line as the operator sees it back. */
export const recentTally = z.object({
  machine: z.string(),
  seq: z.int(),
  /** `minus`: a correction; its `count` is below zero. */
  kind: z.enum(['tally', 'minus']),
  union: z.string(),
  unionName: z.string(),
  outcome: z.string(),
  reason: z.string().nullable(),
  count: z.int(),
  /** The working day that it counts for. */
  day: daySchema,
  /** Entered from a paper sheet. */
  paper: z.boolean(),
  /** Reason of a correction. */
  why: z.string().nullable(),
  /** Verdict of the radio check that stands behind it. */
  check: z.enum(verdicts).nullable(),
  /** Instant of counting. */
  at: instant,
  undone: z.boolean(),
});
export type RecentTally = z.infer<typeof recentTally>;

export const counts = z.object({
  /** The union these totals are of, its whole subtree included; `null` before a union is chosen. */
  union: z.string().nullable(),
  /** The working day: it begins at the hour of `settings.get`, Vietnamese time. */
  day: daySchema,
  today: totals,
  campaign: totals,
  /** Everything that this machine's log counted today, over all unions. */
  todayAll: totals,
  recent: z.array(recentTally),
  /** Sequence number of this machine's newest event: a message that comes late never sets a number back. */
  revision: z.int(),
});
export type Counts = z.infer<typeof counts>;

/** A typed day: `2020-08-20` or `20/8/2020`. Without it, the working day of now. */
const typedDay = z.string().max(10).nullable().default(null);
const typedCount = z.union([z.number(), z.string().max(20)]);
/**
 * A random string of the client's, the same for a second attempt whose first answer was lost: it counts once, and both
 * are answered with the same events. Remembered for the latest 64 tallies and corrections, also over a restart.
 */
const once = onceSchema.nullable().default(null);

export const countingRequests = {
  /** Answers after the commit, never before (law 6). */
  'tally.add': {
    in: z.strictObject({
      union: code,
      outcome: code,
      reason: code.nullable().default(null),
      count: typedCount.default(1),
      /** The day of a paper sheet: never in the future, not before the letter. */
      day: typedDay,
      /** `paper`: entered later from a sheet, so it has no hour. */
      source: z.enum(['booth', 'paper']).default('booth'),
      /** The check that stands behind it; one check stands behind one tally at most. */
      check: eventRef.nullable().default(null),
      once,
    }),
    out: z.object({ events: z.array(eventRef), counts, warnings: z.array(wordsSchema) }),
  },
  /** Takes people off again with a reason, never more than were counted for that union, outcome, reason and day. */
  'tally.minus': {
    in: z.strictObject({
      union: code,
      outcome: code,
      reason: code.nullable().default(null),
      count: typedCount.default(1),
      day: typedDay,
      why: z.string().max(NOTE_MAX),
      once,
    }),
    out: z.object({ events: z.array(eventRef), counts }),
  },
  /** Takes back one tally or correction of this machine by compensation: the named one, or else the last. */
  'tally.undo': {
    in: z.strictObject({ event: eventRef.nullable().default(null) }),
    out: z.object({ events: z.array(eventRef), undone: recentTally, counts }),
  },
} as const;
