import { z } from 'zod';
import { bilingualSchema } from '../../core/campaign/campaign.ts';
import { formGroups, formKeys } from '../../core/form/parts.ts';
import { code, eventRef, wordsSchema } from './shared.ts';

/** A form with every text at its longest stays far below this, in characters of base64. */
const FILE_MAX = 1_000_000;

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
  /** The whole form with its defaults as the bytes of a JSON file. */
  'form.file': { in: z.strictObject({ union: code }), out: z.object({ name: z.string(), base64: z.string() }) },
  /** Writes that file; one of this name is replaced whole or not at all. */
  'form.save': {
    in: z.strictObject({ union: code, file: z.string().min(1).max(1000) }),
    out: z.object({ file: z.string() }),
  },
  /** Sets what a file names; what it leaves out stays. An unknown field or a value that does not fit refuses it all. */
  'form.load': {
    in: z.strictObject({ union: code, fileName: z.string().max(255), base64: z.base64().max(FILE_MAX) }),
    out: z.object({ events: z.array(eventRef), form, changed: z.int() }),
  },
} as const;
