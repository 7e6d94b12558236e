import { z } from 'zod';
import { wallOf } from '../base/clock.ts';
import { hourOf } from '../base/day.ts';
import { type Change, type Envelope, entry, NO_HOUR } from '../base/event-schema.ts';
import { COUNT_MAX, NAME_MAX, NOTE_MAX, WORKFORCE_MAX } from '../base/limits.ts';
import { boothCodeSchema, daySchema, operatorSchema, refSchema, who, whySchema } from '../base/schemas.ts';

/** A key by which a client names one attempt to count: random letters and digits, no text. */
export const onceSchema = z.string().regex(/^[\w-]{1,40}$/);

export const counted = {
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

/** Bodies of the events of counting, of booths and of their days, version 1. */
/** What people counted, or taken off, add to the totals. What was not counted as it happened has no hour. */
const step = (
  {
    day,
    outcome,
    reason,
  }: { readonly day: string; readonly outcome: string; readonly reason?: string | null | undefined },
  { union, stamp }: Envelope,
  live: boolean,
  amount: number,
): Change => ({
  union,
  day,
  subject: 'tally',
  code: outcome,
  detail: reason ?? '',
  hour: live ? hourOf(wallOf(stamp)) : NO_HOUR,
  amount,
});

/** Tables of counting and their columns, in the order of `values`. */
export const countTables = {
  /** Events taken back. The target may come later than its undo, so nothing refers to it. */
  cancelled: ['machine', 'seq'],
  /** Every version of every booth; the latest stamp stands. */
  booth: ['code', 'stamp', 'machine', 'name', 'place', 'union_code'],
  shift: ['booth', 'day', 'machine', 'seq', 'phase', 'stamp', 'kit', 'hand', 'note', 'operators', 'operator'],
  /** Which tally stands on which radio check. */
  attached: ['check_machine', 'check_seq', 'machine', 'seq'],
} as const;

export const countEvents = {
  /** People counted with one outcome. `day` is the working day of counting, or that of the paper sheet. */
  tally: entry({
    body: z.strictObject({
      ...counted,
      source: z.enum(['paper']).optional(),
      /** The radio check that stood behind it. */
      check: refSchema.optional(),
    }),
    change: (body, envelope) => step(body, envelope, body.source !== 'paper', body.count),
    lines: ({ check }, { machine, seq }) =>
      check === undefined ? [] : [{ table: 'attached', values: [check.machine, check.seq, machine, seq] }],
  }),
  /** People taken off again, with a reason: what was counted too much and is no longer within reach of an undo. */
  minus: entry({
    body: z.strictObject({ ...counted, why: whySchema }),
    change: (body, envelope) => step(body, envelope, false, -body.count),
  }),
  /**
   * Compensates an earlier tally or minus; the target itself stays in the log. `confirmed`: a check without a
   * clear verdict, whose place the pass takes that the operator has confirmed.
   */
  undo: entry({
    body: z.strictObject({ ...who, target: refSchema, why: z.enum(['mistake', 'confirmed']) }),
    lines: ({ target }) => [{ table: 'cancelled', values: [target.machine, target.seq] }],
  }),
  /** A booth; the last stamp wins. `union` of the event is the union that runs it. */
  booth: entry({
    body: z.strictObject({
      by: operatorSchema.optional(),
      code: boothCodeSchema,
      name: z.string().min(1).max(NAME_MAX),
      place: z.string().max(NAME_MAX),
    }),
    ownBooth: true,
    lines: ({ code, name, place }, { stamp, machine, union }) => [
      { table: 'booth', values: [code, stamp, machine, name, place, union ?? ''] },
    ],
  }),
  /** Start or close of a booth's day, with the count that a person confirmed beside the kit's own. */
  shift: entry({
    body: z.strictObject({
      by: operatorSchema.optional(),
      booth: boothCodeSchema,
      day: daySchema,
      phase: z.enum(['open', 'close']),
      operators: z.array(operatorSchema).max(20),
      kit: z.int(),
      hand: z.int().min(0).max(WORKFORCE_MAX).nullable(),
      note: z.string().min(1).max(NOTE_MAX).nullable(),
    }),
    ownBooth: true,
    lines: ({ booth, day, phase, operators, kit, hand, note, by = null }, { machine, seq, stamp }) => [
      {
        table: 'shift',
        values: [booth, day, machine, seq, phase, stamp, kit, hand, note, operators.join(' '), by],
      },
    ],
  }),
};
