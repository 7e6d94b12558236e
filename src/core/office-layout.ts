import { done, failed, type Outcome } from './outcome.ts';
import type { ReportLayout, ReportTemplate } from './report-template.ts';

/** Edges of the page, sizes of type and the room between lines, as an office may set them. */
export const layoutKeys = [
  'marginTop',
  'marginBottom',
  'marginLeft',
  'marginRight',
  'bodySize',
  'bodyLines',
  'noteSize',
] as const;
export type LayoutKey = (typeof layoutKeys)[number];

interface Place {
  readonly read: (layout: ReportLayout) => number;
  readonly write: (value: number) => ReportTemplate;
  /** What a page can carry at all; what the decree allows is narrower, and only warned of. */
  readonly low: number;
  readonly high: number;
}

const edge = (side: keyof ReportLayout['page']): Place => ({
  read: ({ page }) => page[side],
  write: (value) => ({ page: { [side]: value } }),
  low: 5,
  high: 45,
});
const size = (box: keyof ReportLayout['sizes']): Place => ({
  read: ({ sizes }) => sizes[box],
  write: (value) => ({ sizes: { [box]: value } }),
  low: 8,
  high: 24,
});

/** Where each stands in a layout: edges in millimetres, sizes in points, lines as a multiple of single. */
const PLACES: Readonly<Record<LayoutKey, Place>> = {
  marginTop: edge('top'),
  marginBottom: edge('bottom'),
  marginLeft: edge('left'),
  marginRight: edge('right'),
  bodySize: size('body'),
  bodyLines: {
    read: ({ body }) => body.lines,
    write: (lines) => ({ body: { lines } }),
    low: 0.8,
    high: 3,
  },
  noteSize: size('note'),
};

export const isLayoutKey = (key: string): key is LayoutKey => (layoutKeys as readonly string[]).includes(key);

/** `1,1`: a measure as an office writes it. */
const measureText = (value: number): string => String(value).replace('.', ',');

/** What stands in a layout now. */
export const measureIn = (layout: ReportLayout, key: LayoutKey): string => measureText(PLACES[key].read(layout));

/**
 * Reads a measure as a person types it, with a comma or a point, and gives it in one form. Fails with
 * `form-measure-bad` and its limits.
 */
export function readMeasure(key: LayoutKey, typed: string): Outcome<string> {
  const { low, high } = PLACES[key];
  const value = measureOf(typed);
  if (value === null || value < low || value > high) {
    return failed('form-measure-bad', { value: typed.slice(0, 40), low: measureText(low), high: measureText(high) });
  }
  return done(measureText(value));
}

const measureOf = (text: string): number | null =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

/** What an office has set of page and type; a text that is no measure within its limits sets nothing. */
export function layoutSet(parts: Readonly<Partial<Record<string, unknown>>>): Omit<ReportTemplate, 'words'> {
  let set: ReportTemplate = {};
  for (const key of layoutKeys) {
    const text = parts[key];
    const value = typeof text === 'string' && readMeasure(key, text).ok ? measureOf(text) : null;
    if (value === null) continue;
    const { page, sizes, body } = PLACES[key].write(value);
    set = { page: { ...set.page, ...page }, sizes: { ...set.sizes, ...sizes }, body: { ...set.body, ...body } };
  }
  return set;
}
