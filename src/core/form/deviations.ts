import type { UnionLevel } from '../roster/union.ts';
import { type FormKey, formPlaces, valueAt } from './parts.ts';
import { layoutOf, type ReportTemplate } from './template.ts';

/** Ways in which a form leaves Decree 30/2020, annex I. */
export const deviationKinds = [
  'place-missing',
  'symbol-odd',
  'recipients-none',
  'addressees-none',
  'lower',
  'range',
  'state',
  'motto',
  'spaces',
  'file',
  'end-mark',
  'titles',
] as const;
export type DeviationKind = (typeof deviationKinds)[number];

/**
 * Where a form leaves the decree: never an error, for unions may deviate (article 2.2), and letter 850 itself does.
 * Only a place left open stops a report from being issued.
 */
export type Deviation =
  | { readonly kind: Exclude<DeviationKind, 'range'>; readonly part: FormKey }
  | { readonly kind: 'range'; readonly part: FormKey; readonly value: number; readonly range: Range };

/** From and to, both allowed; `null`: no upper end. */
export type Range = readonly [low: number, high: number | null];

/**
 * Annex I of the decree: I.3 (edges), I.7 (page number), II.1–II.9 and III.1 (sizes), II.6.e (paragraphs). Notes on
 * tables have no rule.
 */
const RANGES: Readonly<Partial<Record<FormKey, Range>>> = {
  marginTop: [20, 25],
  marginBottom: [20, 25],
  marginLeft: [30, 35],
  marginRight: [15, 20],
  stateSize: [12, 13],
  mottoSize: [13, 14],
  superiorSize: [12, 13],
  issuerSize: [12, 13],
  symbolSize: [13, 13],
  placeSize: [13, 14],
  typeSize: [13, 14],
  abstractSize: [13, 14],
  bodySize: [13, 14],
  signatureSize: [13, 14],
  addresseesSize: [13, 14],
  recipientsHeadSize: [12, 12],
  recipientsSize: [11, 11],
  annexNumberSize: [14, 14],
  annexTitleSize: [13, 14],
  attachedSize: [13, 14],
  pageNumberSize: [13, 14],
  bodyIndentMm: [10, 12.7],
  bodyGapPt: [6, null],
  bodyLines: [1, 1.5],
};

/** What the decree allows a measure to be; `null` where it has no rule. */
export const rangeOf = (part: FormKey): Range | null => RANGES[part] ?? null;

/** In capitals: annex I, II.2, II.3.c, II.5.b, II.6.d, II.7.đ and III.1.b. */
const CAPITALS: readonly FormKey[] = [
  'superior',
  'issuer',
  'typeName',
  'typeCode',
  'symbol',
  'authority',
  'post',
  'headingDirection',
  'headingOutreach',
  'headingResults',
  'headingDifficulties',
  'headingProposals',
  'annexUnits',
  'annexGrassroots',
  'annexOutreach',
  'annexReasons',
  'annexDays',
];

const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Academic titles, which do not stand before the name of a signer (annex I, II.7.c). */
const TITLES = /^(GS|PGS|TS|ThS|CN|KS|BS|LS)(?![\p{L}\p{N}])/iu;

/** Everything in a form that leaves the decree, in the order of its parts. A word that is left open is as it should be. */
export function deviations(template: ReportTemplate, level: UnionLevel = 1): Deviation[] {
  const whole: ReportTemplate = { ...template, ...layoutOf(template) };
  const words = wordDeviations(template.words ?? {}, level);
  return formPlaces.flatMap((place): Deviation[] => {
    const part = place.key;
    const value = valueAt(place, whole);
    const range = rangeOf(part);
    const lower = typeof value === 'string' && CAPITALS.includes(part) && value !== value.toLocaleUpperCase('vi');
    return [
      ...words.filter((word) => word.part === part),
      ...(lower ? [{ kind: 'lower' as const, part }] : []),
      ...(typeof value === 'number' && range !== null && !isWithin(value, range)
        ? [{ kind: 'range' as const, part, value, range }]
        : []),
    ];
  });
}

/** What the words of a deviation may name: the part, and of a measure what it is and from where to where it may go. */
export function detailOf(deviation: Deviation): Readonly<Record<string, string | number>> {
  if (deviation.kind !== 'range') return { part: deviation.part };
  const { part, value, range } = deviation;
  const [low, high] = range;
  return { part, value, low, ...(high === null ? {} : { high }) };
}

const isWithin = (value: number, [low, high]: Range): boolean => value >= low && (high === null || value <= high);

function wordDeviations(words: NonNullable<ReportTemplate['words']>, level: UnionLevel): Deviation[] {
  const { state, motto, place, symbol, addressees, recipients, closing, signer } = words;
  const found: Deviation[] = [];
  const say = (is: boolean | undefined, kind: Exclude<DeviationKind, 'range'>, part: FormKey): void => {
    if (is === true) found.push({ kind, part });
  };
  say(place === '' || place?.includes('…'), 'place-missing', 'place');
  say(symbol !== undefined && (symbol === '' || /[^\p{L}\p{N}\s-]/u.test(symbol)), 'symbol-odd', 'symbol');
  say(symbol !== undefined && /\s/.test(symbol.trim()), 'spaces', 'symbol');
  say(signer !== undefined && TITLES.test(signer.trim()), 'titles', 'signer');
  say(addressees?.length === 0 && level > 1, 'addressees-none', 'addressees');
  say(recipients?.length === 0, 'recipients-none', 'recipients');
  say(
    recipients !== undefined && recipients.length > 0 && !recipients.some((line) => line.startsWith('Lưu')),
    'file',
    'recipients',
  );
  say(closing !== undefined && !closing.trim().endsWith('./.'), 'end-mark', 'closing');
  say(state !== undefined && state !== STATE, 'state', 'state');
  say(motto !== undefined && motto !== MOTTO, 'motto', 'motto');
  return found;
}
