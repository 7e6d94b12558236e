import { z } from 'zod';
import { QUANTITY_MAX, TEXT_MAX } from '../base/limits.ts';
import { codeSchema, headcountSchema as count, who, whySchema } from '../base/schemas.ts';
import { declaredKeys, declaredTexts } from './declared.ts';

const outreach = z.strictObject({
  quantity: z.int().min(0).max(QUANTITY_MAX).nullable(),
  people: z.int().min(0).max(QUANTITY_MAX).nullable(),
});

/** Bodies of the events of declared figures, version 1. */
export const figuresBodies = {
  /** What a union reports of itself, cumulative. `null` takes a value back: "not reported", which is not zero. */
  declared: z.strictObject({
    ...who,
    campaign: z.string().min(1),
    figures: z.partialRecord(z.enum(declaredKeys), count),
    outreach: z.record(codeSchema, outreach.nullable()),
    texts: z.partialRecord(z.enum(declaredTexts), z.string().min(1).max(TEXT_MAX).nullable()),
    note: whySchema.optional(),
  }),
  /** A warning that somebody takes upon themselves, with the reason, as long as the facts stay the same. */
  accepted: z.strictObject({ ...who, rule: z.string().min(1).max(60), facts: z.string().max(200), why: whySchema }),
} as const;
