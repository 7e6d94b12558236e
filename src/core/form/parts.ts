import { z } from 'zod';
import { type ReportTemplate, type WholeTemplate, wholeSchema } from './template.ts';

type Words = WholeTemplate['words'];
type Keys<T> = Extract<keyof T, string>;

/** A part of an office's form. Logs hold these names: none is ever changed. */
export type FormKey =
  | Exclude<Keys<Words>, 'headings' | 'annexes'>
  | `heading${Capitalize<Keys<Words['headings']>>}`
  | `annex${Capitalize<Keys<Words['annexes']>>}`
  | `${Keys<WholeTemplate['sizes']>}Size`
  | `margin${Capitalize<Keys<WholeTemplate['page']>>}`
  | `body${Capitalize<Keys<WholeTemplate['body']>>}`;

/** Where parts stand on a form: what offices change most, the fixed texts, type sizes, page and paragraphs. */
export const formGroups = ['office', 'texts', 'sizes', 'page'] as const;
export type FormGroup = (typeof formGroups)[number];

interface Common {
  readonly key: FormKey;
  /** Where it stands in a template: `['words', 'headings', 'results']`. */
  readonly path: readonly string[];
  readonly group: FormGroup;
  /** Whether a value fits the field, as the template asks. */
  readonly fits: (value: unknown) => boolean;
}

export type FormPlace = Common &
  (
    | { readonly kind: 'measure'; readonly low: number; readonly high: number }
    | {
        readonly kind: 'text' | 'list';
        /** Longest text, or longest entry of a list, in characters. */
        readonly max: number;
        /** Whether nothing can be meant; otherwise an empty field goes back to the default. */
        readonly mayBeEmpty: boolean;
        /** What an empty text stands for in a template. */
        readonly empty: '' | null;
      }
  );

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The one rule by which a field of the template gets its name as a part. */
function keyOf(path: readonly string[]): FormKey {
  const last = path.at(-1) ?? '';
  const within = path.at(-2) ?? '';
  const before = { headings: 'heading', annexes: 'annex', page: 'margin', body: 'body' }[within];
  if (before !== undefined) return `${before}${capital(last)}` as FormKey;
  return (within === 'sizes' ? `${last}Size` : last) as FormKey;
}

/** Fixed by the decree, so hardly ever changed. */
const FIXED: readonly string[] = ['state', 'motto', 'typeName', 'headings', 'annexes'];

function groupOf([top, word = '']: readonly string[]): FormGroup {
  if (top === 'sizes') return 'sizes';
  if (top === 'words') return FIXED.includes(word) ? 'texts' : 'office';
  return 'page';
}

function placesIn(schema: unknown, path: readonly string[] = []): FormPlace[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => placesIn(field, [...path, name]));
  }
  if (!(schema instanceof z.ZodType)) throw new Error(`no field at ${path.join('.')}`);
  const fits = (value: unknown): boolean => schema.safeParse(value).success;
  const common: Common = { key: keyOf(path), path, group: groupOf(path), fits };
  if (schema instanceof z.ZodNumber) {
    return [{ ...common, kind: 'measure', low: schema.minValue ?? 0, high: schema.maxValue ?? 0 }];
  }
  if (schema instanceof z.ZodArray) {
    return [{ ...common, kind: 'list', max: longest(schema.element), mayBeEmpty: fits([]), empty: '' }];
  }
  const empty = fits(null) ? null : '';
  return [{ ...common, kind: 'text', max: longest(schema), mayBeEmpty: fits(empty), empty }];
}

function longest(schema: unknown): number {
  if (schema instanceof z.ZodNullable) return longest(schema.unwrap());
  return schema instanceof z.ZodString ? (schema.maxLength ?? 0) : 0;
}

/** Every field of the template, in its order: the one list that the screen, the terminal, files and the log follow. */
export const formPlaces: readonly FormPlace[] = placesIn(wholeSchema);

export const formKeys: readonly FormKey[] = formPlaces.map(({ key }) => key);

const byKey = new Map(formPlaces.map((place) => [place.key, place]));

export const isFormKey = (key: string): key is FormKey => byKey.has(key as FormKey);

/** The field of a part. */
export function placeOf(key: FormKey): FormPlace {
  const place = byKey.get(key);
  if (place === undefined) throw new Error(`no part ${key}`);
  return place;
}

/** Longest text that any part may hold, in characters. */
export const formTextMax = Math.max(...formPlaces.map((place) => (place.kind === 'measure' ? 0 : place.max)));

type Branch = { readonly [step: string]: Branch | unknown };

/** What stands in a template at a place; `undefined` where it is left open. */
export const valueAt = ({ path }: FormPlace, template: ReportTemplate): unknown =>
  path.reduce<unknown>((branch, step) => (branch as Branch | undefined)?.[step], template);

/** A template of the values that are given, in the order of the list; `undefined` leaves a field open. */
export function templateWith(value: (place: FormPlace) => unknown): ReportTemplate {
  const template: Record<string, unknown> = {};
  for (const place of formPlaces) {
    const set = value(place);
    if (set === undefined) continue;
    const branch = place.path.slice(0, -1).reduce<Record<string, unknown>>((above, step) => {
      above[step] ??= {};
      return above[step] as Record<string, unknown>;
    }, template);
    branch[place.path.at(-1) ?? ''] = set;
  }
  return template;
}

/** Templates laid over each other: in every field the last one that sets it. */
export const overlaid = (...layers: readonly (ReportTemplate | undefined)[]): ReportTemplate =>
  templateWith((place) => layers.map((layer) => valueAt(place, layer ?? {})).findLast((value) => value !== undefined));
