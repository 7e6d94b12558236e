import { z } from 'zod';
import { done, failed, type Outcome } from './outcome.ts';

const millimetres = z.number().min(5).max(80);
const points = z.number().min(8).max(24);
const text = z.string().min(1).max(500);
const texts = z.array(text).min(1).max(30);

const pageSchema = z.strictObject({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres });

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

const bodySchema = z.strictObject({
  /** First line of a paragraph, in millimetres. */
  indentMm: z.number().min(0).max(40),
  /** Between paragraphs, in points. */
  gapPt: z.number().min(0).max(36),
  /** Between lines, as a multiple of single. */
  lines: z.number().min(0.8).max(3),
});

const headingsSchema = z.strictObject({
  direction: text,
  outreach: text,
  results: text,
  difficulties: text,
  proposals: text,
});

const annexTitlesSchema = z.strictObject({
  units: text,
  grassroots: text,
  outreach: text,
  reasons: text,
  days: text,
});

const wordsSchema = z.strictObject({
  state: text,
  motto: text,
  superior: text.nullable(),
  issuer: text,
  /** Issuer in running text. */
  name: text,
  /** Department above that receives the report: `Ban Tuyên giáo - Nữ công`. */
  department: z.string().max(200),
  place: text,
  /** `BC` in `08/BC-LĐLĐ`; empty where an office writes `850/TLĐ`. */
  typeCode: z.string().max(20),
  /** `LĐLĐ` in `08/BC-LĐLĐ`. */
  symbol: text,
  typeName: text,
  abstract: text,
  /** `TM. BAN THƯỜNG VỤ`, `KT. CHỦ TỊCH`, `TL. BAN THƯỜNG VỤ`. */
  authority: z.string().max(200),
  post: text,
  /** Without academic titles (Decree 30, annex I, II.7.c). */
  signer: z.string().max(200),
  addressees: z.array(text).max(30),
  recipients: texts,
  /** May name {letter}, {letterDate}, {letterIssuer}, {subject}, {name}. */
  opening: z.string().min(1).max(2000),
  /** May name {abstract} and {name}. */
  closing: z.string().min(1).max(2000),
  headings: headingsSchema.partial(),
  annexes: annexTitlesSchema.partial(),
});

/** What an office or a campaign may set of its documents; whatever it leaves out has a default. */
export const templateSchema = z.strictObject({
  page: pageSchema.partial().optional(),
  sizes: sizesSchema.partial().optional(),
  body: bodySchema.partial().optional(),
  words: wordsSchema.partial().optional(),
});

export type ReportTemplate = z.infer<typeof templateSchema>;
export type ReportWords = Required<Omit<z.infer<typeof wordsSchema>, 'headings' | 'annexes'>> & {
  readonly headings: z.infer<typeof headingsSchema>;
  readonly annexes: z.infer<typeof annexTitlesSchema>;
};

/** Page and type of a document, for every writer of paper formats. */
export interface ReportLayout {
  readonly page: z.infer<typeof pageSchema>;
  readonly sizes: z.infer<typeof sizesSchema>;
  readonly body: z.infer<typeof bodySchema>;
}

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
 * Reads a form that an office keeps as a file. Fails with `template-invalid` and `{ field }`: the first field
 * that is unknown or does not fit, as a path such as `words.headings.results`.
 */
export function readTemplate(json: unknown): Outcome<ReportTemplate> {
  const read = templateSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = (issue?.path ?? []).map(String);
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return failed('template-invalid', { field: [...path, ...unknown].join('.').slice(0, 120) || '?' });
  }
  for (const field of sentenceKeys) {
    const word = unknownWord(field, read.data.words?.[field] ?? '');
    if (word !== null) return failed('template-invalid', { field: `words.${field} ${word}`.slice(0, 120) });
  }
  return done(read.data);
}

/** `Thực hiện Công văn số {letter}` with the words put in. */
export const filled = (pattern: string, words: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);

const A4_MM = { short: 210, long: 297 } as const;

/** Width between the side edges, in millimetres. */
export const textWidthMm = ({ page }: ReportLayout, landscape: boolean): number =>
  (landscape ? A4_MM.long : A4_MM.short) - page.left - page.right;
