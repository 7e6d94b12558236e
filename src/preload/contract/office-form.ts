import { z } from 'zod';
import { bilingualSchema } from '../../core/campaign.ts';
import { formGroups, formKeys } from '../../core/form-parts.ts';
import { code, eventRef, wordsSchema } from './shared.ts';

const formValue = z.union([z.string(), z.array(z.string())]);
const formPart = z.object({
  part: z.enum(formKeys),
  label: bilingualSchema,
  group: z.enum(formGroups),
  kind: z.enum(['text', 'list', 'measure']),
  /** Whether an empty field means nothing; otherwise it means the default. */
  mayBeEmpty: z.boolean(),
  /** What Decree 30 allows a measure to be. */
  decree: bilingualSchema.nullable(),
  value: formValue,
  /** What stands when the office sets nothing. */
  otherwise: formValue,
  isSet: z.boolean(),
});
export type FormPart = z.infer<typeof formPart>;

const form = z.object({
  union: z.string(),
  parts: z.array(formPart),
  /** Ways of signing that fit the union's level, to choose from; an office may write its own. */
  signing: z.array(z.object({ authority: z.string(), post: z.string() })),
  deviations: z.array(z.object({ code: z.string(), part: z.enum(formKeys), words: wordsSchema })),
});
export type OfficeFormView = z.infer<typeof form>;

export const formRequests = {
  'form.get': { in: z.strictObject({ union: code }), out: form },
  /** Sets parts of an office's form; `null` goes back to what fits its level. */
  'form.set': {
    in: z.strictObject({ union: code, parts: z.record(z.string().max(40), formValue.nullable()) }),
    out: z.object({ events: z.array(eventRef), form }),
  },
} as const;
