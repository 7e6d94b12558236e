import { z } from 'zod';
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
export const countBodies = {
  /** People counted with one outcome. `day` is the working day of counting, or that of the paper sheet. */
  tally: z.strictObject({
    ...counted,
    source: z.enum(['paper']).optional(),
    /** The radio check that stood behind it. */
    check: refSchema.optional(),
  }),
  /** People taken off again, with a reason: what was counted too much and is no longer within reach of an undo. */
  minus: z.strictObject({ ...counted, why: whySchema }),
  /**
   * Compensates an earlier tally or minus; the target itself stays in the log. `confirmed`: a check without a
   * clear verdict, whose place the pass takes that the operator has confirmed.
   */
  undo: z.strictObject({ ...who, target: refSchema, why: z.enum(['mistake', 'confirmed']) }),
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
} as const;
