import { z } from 'zod';

/** A text in both languages of the kit; Vietnamese is the first. */
export const bilingualSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;
