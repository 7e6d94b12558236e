import { z } from 'zod';
import { CODE_MAX, NOTE_MAX, WORKFORCE_MAX } from './limits.ts';

/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** A text in both languages of the kit; Vietnamese is the first. */
export const bilingualSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A union's code as an event names it. */
export const codeSchema = z.string().min(1).max(CODE_MAX);
/** A reason or a note: one short line. */
export const whySchema = z.string().min(1).max(NOTE_MAX);
export const refSchema = z.strictObject({ machine: z.string().min(1), seq: z.int().min(1) });

/** Initials or a number that the unit has given out: letters, digits, `.`, `-`, `_`, at most eight. No names. */
export const operatorSchema = z.string().regex(/^[\p{L}\p{N}._-]{1,8}$/u);
export const boothCodeSchema = z.string().regex(/^[\p{L}\p{N}._-]{1,16}$/u);

/**
 * Who and where, in every body; absent where nobody has said. `union` of a tally is the union of the worker; the union
 * of the booth is what the booth's own event said last before it.
 */
export const who = { by: operatorSchema.optional(), booth: boothCodeSchema.optional() };

/** A number of people that may be unknown: `null` is not given, which is not zero. */
export const headcountSchema = z.int().min(0).max(WORKFORCE_MAX).nullable();
