import { done, failed, type Result } from '../base/result.ts';
import { type FormKey, type FormPlace, formPlaces, placeOf, templateWith, valueAt } from './parts.ts';
import type { ReportTemplate } from './template.ts';

/** A part as it is typed, shown and logged: measures too are texts. */
export type FormValue = string | readonly string[];

/** What an office has set; a part that is absent fits the union's level. */
export type FormParts = Readonly<Partial<Record<FormKey, FormValue>>>;

/** `1,1`: a measure as an office writes it. */
export const measureText = (value: number): string => String(value).replace('.', ',');

const measureOf = (text: string): number | null =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

/**
 * Reads a measure as a person types it, with a comma or a point, and gives it in one form. Fails with
 * `form-measure-bad`, the part and its limits.
 */
export function readMeasure(
  { key, low, high }: FormPlace & { readonly kind: 'measure' },
  typed: string,
): Result<string> {
  const value = measureOf(typed);
  if (value === null || value < low || value > high) {
    return failed('form-measure-bad', {
      part: key,
      value: typed.slice(0, 40),
      low: measureText(low),
      high: measureText(high),
    });
  }
  return done(measureText(value));
}

/** What a part sets in a template; `undefined` where it sets nothing or does not fit. */
function setBy(place: FormPlace, value: FormValue | undefined): unknown {
  if (value === undefined) return undefined;
  const meant = place.kind === 'measure' ? measureOf(String(value)) : value === '' ? place.empty : value;
  return place.fits(meant) ? meant : undefined;
}

/** The parts of an office as a template. A text that does not fit its field sets nothing. */
export const templateOfParts = (parts: FormParts): ReportTemplate =>
  templateWith((place) => setBy(place, parts[place.key]));

/** What a template holds for a part, as a person reads it; `undefined` where the template leaves it open. */
export function partIn(template: ReportTemplate, key: FormKey): string | string[] | undefined {
  const value = valueAt(placeOf(key), template);
  if (value === undefined) return undefined;
  if (typeof value === 'number') return measureText(value);
  return Array.isArray(value) ? value.map(String) : String(value ?? '');
}

/** Every part that a template sets. */
export const partsIn = (template: ReportTemplate): Partial<Record<FormKey, string | string[]>> =>
  Object.fromEntries(
    formPlaces.flatMap(({ key }) => {
      const value = partIn(template, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
