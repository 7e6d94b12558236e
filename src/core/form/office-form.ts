import type { Union } from '../roster/union.ts';
import { overlaid } from './parts.ts';
import { layoutOf, type ReportLayout, type ReportTemplate, type ReportWords } from './template.ts';
import { type FormParts, templateOfParts } from './values.ts';
import { type LetterWording, wordsOf } from './wording.ts';

export { type FormKey, formKeys, formTextMax } from './parts.ts';
export type { FormParts, FormValue } from './values.ts';

/** Every word and size of a union's documents as it stands now. */
export type OfficeForm = ReportWords & { readonly layout: ReportLayout };

/** The union directly above. */
export interface Above {
  readonly name: string;
  /** The department there that reports go to, where its office has named one. */
  readonly receiver: string;
}

/**
 * What an office has set, as the builder of documents takes it. A province may call its department otherwise (Ban
 * Tuyên giáo - Nữ công); its units then write to that one, unless they say otherwise themselves.
 */
export function templateOf(above: Above | null, parts: FormParts): ReportTemplate {
  const named = above === null || above.receiver === '' ? {} : { words: { department: above.receiver } };
  return overlaid(named, templateOfParts(parts));
}

/** The form of a union: what fits its level, over it what the campaign sets, and over that its office. */
export function officeForm(union: Union, above: Above | null, letter: LetterWording, parts: FormParts): OfficeForm {
  const template = overlaid(letter.template, templateOf(above, parts));
  return { ...wordsOf(union, above?.name ?? null, letter, template.words), layout: layoutOf(template) };
}

/** A form with nothing left open, as a template and a file have it. */
export const wholeOf = ({ layout, ...words }: OfficeForm): Required<ReportTemplate> => ({ words, ...layout });
