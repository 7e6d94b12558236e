import { z } from 'zod';
import { daySchema } from './campaign.ts';
import type { Stamp } from './clock.ts';
import { COUNT_MAX } from './tally.ts';
import { CODE_MAX, NAME_MAX, WORKFORCE_MAX } from './union.ts';
import { platforms, reasonsOf, verdicts } from './verdict.ts';

/** `machine` and `seq` identify an event; `seq` runs 1, 2, 3 … without gaps on each machine. */
export interface EventRef {
  readonly machine: string;
  readonly seq: number;
}

const count = z.int().min(0).max(WORKFORCE_MAX).nullable();

/** Bodies by kind, version 1. A body of a kind or version not listed here is kept but moves no total. */
const bodies = {
  /** A row of the roster; the last stamp wins. */
  union: z.strictObject({
    name: z.string().min(1).max(NAME_MAX),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    parent: z.string().min(1).max(CODE_MAX).nullable(),
    province: z.string().length(2).nullable(),
    workers: count,
    members: count,
    smartphones: count,
  }),
  /** People counted with one outcome. `day` is the day of counting in Vietnam. */
  tally: z.strictObject({
    campaign: z.string().min(1),
    outcome: z.string().min(1),
    reason: z.string().min(1).nullable(),
    count: z.int().min(1).max(COUNT_MAX),
    day: daySchema,
  }),
  /** Compensates an earlier tally; the tally itself stays in the log. */
  undo: z.strictObject({
    target: z.strictObject({ machine: z.string().min(1), seq: z.int().min(1) }),
    why: z.enum(['mistake']),
  }),
  /** The verdict of one radio check. No identifier of the phone, ever (law 4). */
  check: z
    .strictObject({
      campaign: z.string().min(1),
      verdict: z.enum(verdicts),
      reason: z.string().min(1),
      platform: z.enum(platforms),
      seconds: z.number().min(0).max(3600),
      day: daySchema,
    })
    .refine((body) => (reasonsOf(body.verdict) as readonly string[]).includes(body.reason), {
      path: ['reason'],
      message: 'the reason does not belong to the verdict',
    }),
} as const;

export type EventKind = keyof typeof bodies;
export type EventBody<K extends EventKind> = z.infer<(typeof bodies)[K]>;
export const EVENT_VERSION = 1;

/** What somebody wants to say; the log adds machine, sequence, stamp and hash. */
export type EventDraft = {
  [K in EventKind]: {
    readonly kind: K;
    /** Code of the union it speaks of, or `null`. */
    readonly union: string | null;
    readonly body: EventBody<K>;
  };
}[EventKind];

/** One immutable line of the log. */
export type LogEvent = EventDraft &
  EventRef & {
    readonly stamp: Stamp;
    readonly version: number;
  };

/** Validates a body that comes from a file or from the database. */
export function readBody(kind: string, version: number, body: unknown): EventDraft['body'] | null {
  if (version !== EVENT_VERSION || !Object.hasOwn(bodies, kind)) return null;
  const parsed = bodies[kind as EventKind].safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The envelope of an event as text, body last. */
export interface EventLine extends EventRef {
  readonly stamp: Stamp;
  readonly kind: string;
  readonly version: number;
  readonly union: string | null;
  /** JSON text exactly as stored: the hash is over these bytes, so nothing may re-serialise it. */
  readonly body: string;
}

/**
 * What the chain hashes: one JSON array, fields in fixed order, the previous event's hash in lower-case
 * hex last (64 zeros before the first event). Two lines differ here if they differ anywhere.
 */
export const chainText = (line: EventLine, previousHash: string): string =>
  JSON.stringify([line.machine, line.seq, line.stamp, line.kind, line.version, line.union, line.body, previousHash]);
