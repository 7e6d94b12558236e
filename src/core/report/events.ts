import { z } from 'zod';
import { canonicalJson } from '../base/canonical-json.ts';
import { entry } from '../base/event-schema.ts';
import { NAME_MAX } from '../base/limits.ts';
import { daySchema, refSchema, who, whySchema } from '../base/schemas.ts';
import { formKeys, formTextMax } from '../form/office-form.ts';
import { formListMax } from '../form/template.ts';
import { choosableKeys } from './choice.ts';
import { NUMBER_MAX, registerYear, reportSteps } from './life.ts';

const campaign = z.string().min(1);
const symbol = z.string().min(1).max(NAME_MAX);
const formText = z.string().max(formTextMax);

/** What the figures of a report were, by name: the board shows what has changed since. */
const facts = z.record(z.string().min(1).max(60), z.number());

/** A deflated model of the largest report there is (126,000 rows) stays far below this, in characters of base64. */
const MODEL_MAX = 60_000_000;

/** Bodies of the events of a report's life, version 1. */
/** Tables of reports and their columns, in the order of `values`. */
export const reportTables = {
  /** Reports with their numbers. The frozen model stays with its event: `machine` and `seq` lead to it. */
  issued: [
    ...['machine', 'seq', 'union_code', 'stamp', 'campaign', 'year', 'number', 'symbol', 'issued_on', 'signer'],
    ...['as_of', 'made_at', 'replaces_machine', 'replaces_seq', 'facts', 'digest', 'operator'],
  ],
  moved: ['report_machine', 'report_seq', 'state', 'stamp', 'machine', 'day', 'note', 'operator'],
  /** Every note that a union's report came in; the latest stamp stands, `day` NULL takes it back. */
  received: ['union_code', 'campaign', 'stamp', 'machine', 'day', 'symbol', 'note', 'facts', 'operator'],
  /** Every version of every part of an office's form, as JSON; NULL goes back to the default. */
  form: ['union_code', 'part', 'stamp', 'machine', 'value', 'operator'],
  chosen: ['union_code', 'campaign', 'figure', 'stamp', 'machine', 'source', 'operator'],
  due: ['union_code', 'campaign', 'stamp', 'machine', 'day', 'operator'],
} as const;

export const reportEvents = {
  /**
   * A report that got its number and its date. It carries its own frozen model, so that whatever moves events (a
   * backup, a restore, a bundle) moves the snapshot with them, and the chain covers every byte of it.
   */
  issued: entry({
    body: z.strictObject({
      ...who,
      campaign,
      /** As the office writes it: `08`, `112`, `12a`; practice writes `LT-08`. */
      number: z.string().min(1).max(NUMBER_MAX),
      /** `08/BC-LĐLĐ`. */
      symbol,
      issuedOn: daySchema,
      /** Official who signs: a name that the document itself makes public. */
      signer: z.string().min(1).max(NAME_MAX),
      /** Cut-off and moment of making, in milliseconds since the epoch. */
      asOf: z.int(),
      madeAt: z.int(),
      /** The event of the report that this one corrects. */
      replaces: refSchema.optional(),
      facts,
      /** SHA-256 over the canonical JSON of the model, in lower-case hex. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      /** The canonical JSON itself, deflated, in base64. */
      model: z.base64().min(1).max(MODEL_MAX),
    }),
    lines: (body, { machine, seq, union, stamp }) => {
      const { campaign, number, symbol, issuedOn, signer, asOf, madeAt, replaces, facts, digest, by = null } = body;
      const head = [machine, seq, union ?? '', stamp, campaign, registerYear(issuedOn), number, symbol, issuedOn];
      const old = [replaces?.machine ?? null, replaces?.seq ?? null];
      return [{ table: 'issued', values: [...head, signer, asOf, madeAt, ...old, canonicalJson(facts), digest, by] }];
    },
  }),
  /** A step of an issued report's life: sent, approved, locked. Each follows the one before, none is taken back. */
  moved: entry({
    body: z.strictObject({
      ...who,
      report: refSchema,
      state: z.enum(reportSteps),
      on: daySchema,
      note: whySchema.optional(),
    }),
    lines: ({ report, state, on, note = null, by = null }, { stamp, machine }) => [
      { table: 'moved', values: [report.machine, report.seq, state, stamp, machine, on, note, by] },
    ],
  }),
  /** A union's report came in by another way, most of all on paper. `on: null` takes the note back. */
  received: entry({
    body: z.strictObject({
      ...who,
      campaign,
      on: daySchema.nullable(),
      /** Number and symbol as the paper has them. */
      symbol: symbol.optional(),
      note: whySchema.optional(),
      facts,
    }),
    lines: ({ campaign, on, symbol = null, note = null, facts, by = null }, { union, stamp, machine }) => [
      {
        table: 'received',
        values: [union ?? '', campaign, stamp, machine, on, symbol, note, canonicalJson(facts), by],
      },
    ],
  }),
  /** What an office sets for its documents, part by part; `null` goes back to what fits the union's level. */
  form: entry({
    body: z.strictObject({
      ...who,
      parts: z.partialRecord(z.enum(formKeys), z.union([formText, z.array(formText).max(formListMax), z.null()])),
    }),
    lines: ({ parts, by = null }, { union, stamp, machine }) =>
      Object.entries(parts).map(([part, value]) => ({
        table: 'form',
        values: [union ?? '', part, stamp, machine, value === null ? null : JSON.stringify(value), by],
      })),
  }),
  /** Which of two numbers the signer lets stand in the report, figure by figure; `null` leaves it open again. */
  chosen: entry({
    body: z.strictObject({
      ...who,
      campaign,
      figures: z.partialRecord(z.enum(choosableKeys), z.enum(['counted', 'declared']).nullable()),
    }),
    lines: ({ campaign, figures, by = null }, { union, stamp, machine }) =>
      Object.entries(figures).map(([figure, source]) => ({
        table: 'chosen',
        values: [union ?? '', campaign, figure, stamp, machine, source ?? null, by],
      })),
  }),
  /** The last day on which this union's report is on time; `null` goes back to the deadline of its level. */
  due: entry({
    body: z.strictObject({ ...who, campaign, day: daySchema.nullable() }),
    lines: ({ campaign, day, by = null }, { union, stamp, machine }) => [
      { table: 'due', values: [union ?? '', campaign, stamp, machine, day, by] },
    ],
  }),
};
