import type { OfficeFormView, FormPart as Part } from '../../preload/contract.ts';

/** What a hand has typed into a form and not saved yet, by part. */
export type FormDraft = Readonly<Record<string, string>>;

/** A list as a field shows it: one entry a line. */
export const textOf = (value: Part['value']): string => (typeof value === 'string' ? value : value.join('\n'));

/**
 * What a field shows while nobody types. What offices change most stands there ready to be edited; of everything
 * else only what the office has set, so that an empty field is one that follows the default.
 */
export const shownOf = ({ group, isSet, value }: Part): string => (group === 'office' || isSet ? textOf(value) : '');

/** The parts that differ from what stands, as the kit takes them. */
export const changesOf = (form: OfficeFormView, draft: FormDraft): Record<string, string | string[]> =>
  Object.fromEntries(
    form.parts.flatMap((part) => {
      const typed = draft[part.part];
      if (typed === undefined || typed === shownOf(part)) return [];
      return [[part.part, part.kind === 'list' ? typed.split('\n') : typed]];
    }),
  );
