import { z } from 'zod';
import { bilingualSchema } from '../base/schemas.ts';
import { platforms, verdicts } from './verdict.ts';

/** One thing to try with a phone that did not pass, what to look for, and how the report names it when it was that. */
const cardSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  verdicts: z.array(z.enum(verdicts).exclude(['pass'])).min(1),
  platforms: z.array(z.enum(platforms)).min(1),
  /** Only where the verdict has one of these reasons; without it, all of them. */
  because: z.array(z.string().min(1)).min(1).optional(),
  /** What to do, with the buttons of the phone as they stand on it. */
  step: bilingualSchema,
  /** What shows that it is done, or that this is the trouble. */
  look: bilingualSchema,
  /** Reason of the campaign; `null` where the laptop or the queue is the cause: then nobody is counted as failing for it. */
  reason: z.string().min(1).nullable(),
});
export type Card = z.infer<typeof cardSchema>;
export const cardsSchema = z.array(cardSchema).default([]);
