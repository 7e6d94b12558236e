import { z } from 'zod';
import { done, failed, type Result } from '../base/result.ts';

/** Longest sentence of a form, and longest line or entry of a list, in characters. */
const SENTENCE_MAX = 2_000;
const LINE_MAX = 500;
/** Longest list of a form, in entries. */
export const formListMax = 30;

/** What a page can carry at all, to a hundredth; what the decree allows is narrower, and only warned of. */
const measure = (low: number, high: number) => z.number().min(low).max(high).multipleOf(0.01);
const millimetres = measure(5, 45);
const points = measure(8, 24);
const text = z.string().min(1).max(LINE_MAX);
const sentence = z.string().min(1).max(SENTENCE_MAX);
const texts = z.array(text).max(formListMax);

/**
 * The words of a form. A text that may be empty is one that a document can do without. The order is that of a form
 * on the screen and in a file: what offices change most comes first.
 */
const wordsSchema = z.strictObject({
  /** `null` leaves the line above the issuer out. */
  superior: text.nullable(),
  issuer: text,
  /** Issuer in running text. */
  name: text,
  place: text,
  /** `BC` in `08/BC-LĐLĐ`; empty where an office writes `850/TLĐ`. */
  typeCode: z.string().max(20),
  /** `LĐLĐ` in `08/BC-LĐLĐ`. */
  symbol: text,
  /** `TM. BAN THƯỜNG VỤ`, `KT. CHỦ TỊCH`, `TL. BAN THƯỜNG VỤ`. */
  authority: z.string().max(200),
  post: text,
  /** Without academic titles (Decree 30, annex I, II.7.c). */
  signer: z.string().max(200),
  /** Department above that receives the report: `Ban Tuyên giáo - Nữ công`. */
  department: z.string().max(200),
  /** Own department, to which the units below address theirs. */
  receiver: z.string().max(200),
  addressees: texts,
  recipients: texts,
  abstract: text,
  /** May name {letter}, {letterDate}, {letterIssuer}, {subject}, {name}. */
  opening: sentence,
  /** May name {abstract} and {name}. */
  closing: sentence,
  state: text,
  motto: text,
  typeName: text,
  headings: z.strictObject({ direction: text, outreach: text, results: text, difficulties: text, proposals: text }),
  annexes: z.strictObject({ units: text, grassroots: text, outreach: text, reasons: text, days: text }),
});

/** Type sizes in points, by the box (ô số) of Decree 30 that they stand in. */
const sizesSchema = z.strictObject({
  state: points,
  motto: points,
  superior: points,
  issuer: points,
  symbol: points,
  place: points,
  type: points,
  abstract: points,
  body: points,
  signature: points,
  addressees: points,
  recipientsHead: points,
  recipients: points,
  annexNumber: points,
  annexTitle: points,
  attached: points,
  pageNumber: points,
  note: points,
});

const pageSchema = z.strictObject({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres });

const bodySchema = z.strictObject({
  /** First line of a paragraph, in millimetres. */
  indentMm: measure(0, 40),
  /** Between paragraphs, in points. */
  gapPt: measure(0, 36),
  /** Between lines, as a multiple of single. */
  lines: measure(0.8, 3),
});

/** A form in which nothing is left open. */
export const wholeSchema = z.strictObject({
  words: wordsSchema,
  sizes: sizesSchema,
  page: pageSchema,
  body: bodySchema,
});
export type WholeTemplate = z.infer<typeof wholeSchema>;

const { headings, annexes } = wordsSchema.shape;

/** What an office or a campaign may set of its documents; whatever it leaves out has a default. */
export const templateSchema = z.strictObject({
  words: wordsSchema.extend({ headings: headings.partial(), annexes: annexes.partial() }).partial().optional(),
  sizes: sizesSchema.partial().optional(),
  page: pageSchema.partial().optional(),
  body: bodySchema.partial().optional(),
});

export type ReportTemplate = z.infer<typeof templateSchema>;
export type ReportWords = WholeTemplate['words'];

/** Page and type of a document, for every writer of paper formats. */
export type ReportLayout = Readonly<Omit<WholeTemplate, 'words'>>;

/**
 * Sizes of the samples in Decree 30/2020, annex I, part IV; edges inside its ranges (I.3), first line 1.27 cm in,
 * paragraphs 6 pt apart, lines between single and 1.5 (II.6.e).
 */
export const defaultLayout: ReportLayout = {
  page: { top: 20, bottom: 20, left: 30, right: 20 },
  sizes: {
    state: 12,
    motto: 13,
    superior: 12,
    issuer: 12,
    symbol: 13,
    place: 13,
    type: 14,
    abstract: 14,
    body: 14,
    signature: 14,
    addressees: 14,
    recipientsHead: 12,
    recipients: 11,
    annexNumber: 14,
    annexTitle: 14,
    attached: 13,
    pageNumber: 14,
    note: 12,
  },
  body: { indentMm: 12.7, gapPt: 6, lines: 1.1 },
};

export const layoutOf = (template: ReportTemplate = {}): ReportLayout => ({
  page: over(defaultLayout.page, template.page),
  sizes: over(defaultLayout.sizes, template.sizes),
  body: over(defaultLayout.body, template.body),
});

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Defaults with what was set over them; a key that is there without a value sets nothing. */
export const over = <T extends object>(usual: T, set: Loose<T> = {}): T => ({
  ...usual,
  ...Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
});

/** Sentences of a form that have words put in. */
const sentenceKeys = ['opening', 'closing'] as const;
export type SentenceKey = (typeof sentenceKeys)[number];
export const isSentenceKey = (key: string): key is SentenceKey => (sentenceKeys as readonly string[]).includes(key);

/** Words in braces that the sentences of a form may name. */
export const sentenceWords: Readonly<Record<SentenceKey, readonly string[]>> = {
  opening: ['letter', 'letterDate', 'letterIssuer', 'subject', 'name'],
  closing: ['abstract', 'name'],
};

/** The first `{word}` of a sentence that nothing can be put in for; `null` where there is none. */
export function unknownWord(key: SentenceKey, text: string): string | null {
  const found = [...text.matchAll(/\{([^{}]*)\}/g)].find(([, word]) => !sentenceWords[key].includes(word ?? ''));
  return found?.[0] ?? null;
}

/**
 * Reads a form that an office keeps as a file, or that stands in a larger file.
 * @param within the place of the form in that file, such as `report.template`.
 * Fails with `template-invalid` and `{ field }`: the first field that is unknown or does not fit, as a path such as
 * `words.headings.results`.
 */
export function readTemplate(json: unknown, within = ''): Result<ReportTemplate> {
  const wrong = (...path: readonly string[]) =>
    failed('template-invalid', {
      field:
        [within, ...path]
          .filter((step) => step !== '')
          .join('.')
          .slice(0, 120) || '?',
    });
  const read = templateSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return wrong(
      ...(issue?.path ?? []).map(String),
      ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
    );
  }
  for (const field of sentenceKeys) {
    const word = unknownWord(field, read.data.words?.[field] ?? '');
    if (word !== null) return wrong('words', `${field} ${word}`);
  }
  return done(read.data);
}

const A4_MM = { short: 210, long: 297 } as const;

/** Width between the side edges, in millimetres. */
export const textWidthMm = ({ page }: ReportLayout, landscape: boolean): number =>
  (landscape ? A4_MM.long : A4_MM.short) - page.left - page.right;
