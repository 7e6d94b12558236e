import { z } from 'zod';
import { NAME_MAX } from '../base/limits.ts';
import { daySchema, refSchema, who, whySchema } from '../base/schemas.ts';
import { formKeys, formTextMax } from '../form/office-form.ts';
import { formListMax } from '../form/template.ts';
import { choosableKeys } from './choice.ts';
import { NUMBER_MAX, reportSteps } from './life.ts';

const campaign = z.string().min(1);
const symbol = z.string().min(1).max(NAME_MAX);
const formText = z.string().max(formTextMax);

/** What the figures of a report were, by name: the board shows what has changed since. */
const facts = z.record(z.string().min(1).max(60), z.number());

/** A deflated model of the largest report there is (126,000 rows) stays far below this, in characters of base64. */
const MODEL_MAX = 60_000_000;

/** Bodies of the events of a report's life, version 1. */
export const reportBodies = {
  /**
   * A report that got its number and its date. It carries its own frozen model, so that whatever moves events (a
   * backup, a restore, a bundle) moves the snapshot with them, and the chain covers every byte of it.
   */
  issued: z.strictObject({
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
  /** A step of an issued report's life: sent, approved, locked. Each follows the one before, none is taken back. */
  moved: z.strictObject({
    ...who,
    report: refSchema,
    state: z.enum(reportSteps),
    on: daySchema,
    note: whySchema.optional(),
  }),
  /** A union's report came in by another way, most of all on paper. `on: null` takes the note back. */
  received: z.strictObject({
    ...who,
    campaign,
    on: daySchema.nullable(),
    /** Number and symbol as the paper has them. */
    symbol: symbol.optional(),
    note: whySchema.optional(),
    facts,
  }),
  /** What an office sets for its documents, part by part; `null` goes back to what fits the union's level. */
  form: z.strictObject({
    ...who,
    parts: z.partialRecord(z.enum(formKeys), z.union([formText, z.array(formText).max(formListMax), z.null()])),
  }),
  /** Which of two numbers the signer lets stand in the report, figure by figure; `null` leaves it open again. */
  chosen: z.strictObject({
    ...who,
    campaign,
    figures: z.partialRecord(z.enum(choosableKeys), z.enum(['counted', 'declared']).nullable()),
  }),
  /** The last day on which this union's report is on time; `null` goes back to the deadline of its level. */
  due: z.strictObject({ ...who, campaign, day: daySchema.nullable() }),
} as const;
