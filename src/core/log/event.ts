import { z } from 'zod';
import type { Stamp } from '../base/clock.ts';
import {
  boothCodeSchema,
  codeSchema as code,
  operatorSchema,
  refSchema as ref,
  who,
  whySchema as why,
} from '../base/schemas.ts';
import { daySchema } from '../campaign/campaign.ts';
import { platforms, reasonsOf, verdicts } from '../check/verdict.ts';
import { COUNT_MAX } from '../count/tally.ts';
import { declaredKeys, declaredTexts, NOTE_MAX, QUANTITY_MAX, TEXT_MAX } from '../figures/declared.ts';
import { reportBodies } from '../report/events.ts';
import { NAME_MAX, WORKFORCE_MAX } from '../roster/union.ts';

export { boothCodeSchema, operatorSchema } from '../base/schemas.ts';

/** `machine` and `seq` identify an event; `seq` runs 1, 2, 3 … without gaps on each machine. */
export interface EventRef {
  readonly machine: string;
  readonly seq: number;
}

const count = z.int().min(0).max(WORKFORCE_MAX).nullable();

/** A key by which a client names one attempt to count: random letters and digits, no text. */
export const onceSchema = z.string().regex(/^[\w-]{1,40}$/);

const counted = {
  ...who,
  campaign: z.string().min(1),
  outcome: z.string().min(1),
  /** Left out where there is none: most tallies have none, and a log is long. */
  reason: z.string().min(1).nullish(),
  count: z.int().min(1).max(COUNT_MAX),
  day: daySchema,
  /** The client's name for this attempt: sent again after a lost answer, it counts once. */
  once: onceSchema.optional(),
};

const outreach = z.strictObject({
  quantity: z.int().min(0).max(QUANTITY_MAX).nullable(),
  people: z.int().min(0).max(QUANTITY_MAX).nullable(),
});

/** Bodies by kind, version 1. A body of a kind or version not listed here is kept but moves no total. */
const bodies = {
  /** A row of the roster; the last stamp wins. */
  union: z.strictObject({
    ...who,
    name: z.string().min(1).max(NAME_MAX),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    parent: code.nullable(),
    province: z.string().length(2).nullable(),
    workers: count,
    members: count,
    smartphones: count,
    from: daySchema.nullish(),
    to: daySchema.nullish(),
    successor: code.nullish(),
    coordinated: z.boolean().optional(),
    owner: code.nullish(),
    /** Absent: from a file. */
    source: z.enum(['person']).optional(),
    /** When the file was saved, in seconds since the epoch. */
    fileTime: z.int().min(0).optional(),
    why: why.optional(),
  }),
  /** People counted with one outcome. `day` is the working day of counting, or that of the paper sheet. */
  tally: z.strictObject({
    ...counted,
    source: z.enum(['paper']).optional(),
    /** The radio check that stood behind it. */
    check: ref.optional(),
  }),
  /** People taken off again, with a reason: what was counted too much and is no longer within reach of an undo. */
  minus: z.strictObject({ ...counted, why }),
  /**
   * Compensates an earlier tally or minus; the target itself stays in the log. `confirmed`: a check without a
   * clear verdict, whose place the pass takes that the operator has confirmed.
   */
  undo: z.strictObject({ ...who, target: ref, why: z.enum(['mistake', 'confirmed']) }),
  /** The verdict of one radio check. No identifier of the phone, ever (law 4). */
  check: z
    .strictObject({
      ...who,
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
  /** What a union reports of itself, cumulative. `null` takes a value back: "not reported", which is not zero. */
  declared: z.strictObject({
    ...who,
    campaign: z.string().min(1),
    figures: z.partialRecord(z.enum(declaredKeys), count),
    outreach: z.record(code, outreach.nullable()),
    texts: z.partialRecord(z.enum(declaredTexts), z.string().min(1).max(TEXT_MAX).nullable()),
    note: why.optional(),
  }),
  /** A warning that somebody takes upon themselves, with the reason, as long as the facts stay the same. */
  accepted: z.strictObject({ ...who, rule: z.string().min(1).max(60), facts: z.string().max(200), why }),
  /** A booth; the last stamp wins. `union` of the event is the union that runs it. */
  booth: z.strictObject({
    by: operatorSchema.optional(),
    code: boothCodeSchema,
    name: z.string().min(1).max(NAME_MAX),
    place: z.string().max(NAME_MAX),
  }),
  /** Start or close of a booth's day, with the count that a person confirmed beside the kit's own. */
  shift: z.strictObject({
    by: operatorSchema.optional(),
    booth: boothCodeSchema,
    day: daySchema,
    phase: z.enum(['open', 'close']),
    operators: z.array(operatorSchema).max(20),
    kit: z.int(),
    hand: z.int().min(0).max(WORKFORCE_MAX).nullable(),
    note: z.string().min(1).max(NOTE_MAX).nullable(),
  }),
  ...reportBodies,
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
