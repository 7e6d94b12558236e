import { layoutOf, type ReportTemplate } from './report-template.ts';

/** Where a form leaves Decree 30/2020: never an error, for unions may deviate (article 2.2 of the decree). */
export type Deviation =
  | {
      readonly kind: 'range';
      readonly field: string;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'state' | 'spaces' | 'file' | 'end-mark' | 'titles'; readonly field: string };

type Range = readonly [low: number, high: number];

/** Annex I of the decree: I.3 (edges), I.7 (page number), II.1–II.9 and III.1 (sizes), II.6.e (paragraphs). */
const RANGES: Readonly<Record<string, Range>> = {
  'page.top': [20, 25],
  'page.bottom': [20, 25],
  'page.left': [30, 35],
  'page.right': [15, 20],
  'sizes.state': [12, 13],
  'sizes.motto': [13, 14],
  'sizes.superior': [12, 13],
  'sizes.issuer': [12, 13],
  'sizes.symbol': [13, 13],
  'sizes.place': [13, 14],
  'sizes.type': [13, 14],
  'sizes.abstract': [13, 14],
  'sizes.body': [13, 14],
  'sizes.signature': [13, 14],
  'sizes.addressees': [13, 14],
  'sizes.recipientsHead': [12, 12],
  'sizes.recipients': [11, 11],
  'sizes.annexNumber': [14, 14],
  'sizes.annexTitle': [13, 14],
  'sizes.attached': [13, 14],
  'sizes.pageNumber': [13, 14],
  'body.indentMm': [10, 12.7],
  'body.gapPt': [6, Number.POSITIVE_INFINITY],
  'body.lines': [1, 1.5],
};

/** Academic titles, which do not stand before the name of a signer (annex I, II.7.c). */
const TITLES = /^(GS|PGS|TS|ThS|CN|KS|BS|LS)\b/iu;

/** Everything in a form that leaves the decree, as warnings. */
export function deviations(template: ReportTemplate): Deviation[] {
  const layout = layoutOf(template);
  const ranges = Object.entries(RANGES).flatMap(([field, [low, high]]): Deviation[] => {
    const [group = '', key = ''] = field.split('.');
    const value = (layout[group as keyof typeof layout] as Readonly<Record<string, number>>)[key];
    return value === undefined || (value >= low && value <= high) ? [] : [{ kind: 'range', field, value, low, high }];
  });
  return [...ranges, ...wordDeviations(template.words ?? {})];
}

function wordDeviations(words: NonNullable<ReportTemplate['words']>): Deviation[] {
  const { state, motto, symbol, recipients, closing, signer } = words;
  const wrong: Deviation[] = [];
  if (state !== undefined && state !== 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    wrong.push({ kind: 'state', field: 'words.state' });
  if (motto !== undefined && motto !== 'Độc lập - Tự do - Hạnh phúc')
    wrong.push({ kind: 'state', field: 'words.motto' });
  if (symbol !== undefined && /\s/.test(symbol.trim())) wrong.push({ kind: 'spaces', field: 'words.symbol' });
  if (recipients !== undefined && !recipients.some((line) => line.startsWith('Lưu'))) {
    wrong.push({ kind: 'file', field: 'words.recipients' });
  }
  if (closing !== undefined && !closing.trim().endsWith('./.'))
    wrong.push({ kind: 'end-mark', field: 'words.closing' });
  if (signer !== undefined && TITLES.test(signer.trim())) wrong.push({ kind: 'titles', field: 'words.signer' });
  return wrong;
}
