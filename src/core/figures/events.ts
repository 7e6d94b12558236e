import { z } from 'zod';
import { type Envelope, entry, type TableLine } from '../base/event-schema.ts';
import { QUANTITY_MAX, TEXT_MAX } from '../base/limits.ts';
import { codeSchema, headcountSchema as count, who, whySchema } from '../base/schemas.ts';
import { declaredKeys, declaredTexts } from './declared.ts';

const outreach = z.strictObject({
  quantity: z.int().min(0).max(QUANTITY_MAX).nullable(),
  people: z.int().min(0).max(QUANTITY_MAX).nullable(),
});

interface DeclaredBody {
  readonly figures: Readonly<Record<string, number | null | undefined>>;
  readonly outreach: Readonly<
    Record<string, { readonly quantity: number | null; readonly people: number | null } | null>
  >;
  readonly texts: Readonly<Record<string, string | null | undefined>>;
  readonly note?: string | undefined;
  readonly by?: string | undefined;
}

function declaredLines(body: DeclaredBody, { union, stamp, machine, seq }: Envelope): TableLine[] {
  const { figures, outreach, texts, note = null, by = null } = body;
  const line = (topic: string, key: string, value: number | null, text: string | null): TableLine => ({
    table: 'declared',
    values: [topic, key, union ?? '', stamp, machine, seq, value, text, note, by],
  });
  return [
    ...Object.entries(figures).map(([key, value]) => line('figure', key, value ?? null, null)),
    ...Object.entries(outreach).flatMap(([form, done]) => [
      line('quantity', form, done?.quantity ?? null, null),
      line('people', form, done?.people ?? null, null),
    ]),
    ...Object.entries(texts).map(([topic, text]) => line('text', topic, null, text ?? null)),
  ];
}

/** Tables of declared figures and their columns, in the order of `values`. */
export const figuresTables = {
  /** Every version of every declared value; the latest stamp stands. */
  declared: ['topic', 'key', 'union_code', 'stamp', 'machine', 'seq', 'value', 'text', 'note', 'operator'],
  accepted: ['union_code', 'rule', 'stamp', 'machine', 'facts', 'why', 'operator'],
} as const;

export const figuresEvents = {
  /** What a union reports of itself, cumulative. `null` takes a value back: "not reported", which is not zero. */
  declared: entry({
    body: z.strictObject({
      ...who,
      campaign: z.string().min(1),
      figures: z.partialRecord(z.enum(declaredKeys), count),
      outreach: z.record(codeSchema, outreach.nullable()),
      texts: z.partialRecord(z.enum(declaredTexts), z.string().min(1).max(TEXT_MAX).nullable()),
      note: whySchema.optional(),
    }),
    lines: declaredLines,
  }),
  /** A warning that somebody takes upon themselves, with the reason, as long as the facts stay the same. */
  accepted: entry({
    body: z.strictObject({ ...who, rule: z.string().min(1).max(60), facts: z.string().max(200), why: whySchema }),
    lines: ({ rule, facts, why, by = null }, { union, stamp, machine }) => [
      { table: 'accepted', values: [union ?? '', rule, stamp, machine, facts, why, by] },
    ],
  }),
};
