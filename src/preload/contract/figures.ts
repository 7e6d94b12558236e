import { z } from 'zod';
import { NOTE_MAX } from '../../core/base/limits.ts';
import { daySchema } from '../../core/base/schemas.ts';
import { bilingualSchema } from '../../core/campaign/campaign.ts';
import { declaredKeys, declaredTexts } from '../../core/figures/declared.ts';
import { code, eventRef, finding, instant, note, totals } from './shared.ts';

/** A number of a subtree: the union's own word, or the sum of those below that are known. */
const known = z.object({
  /** `null`: not reported, which is not zero. */
  value: z.int().nullable(),
  from: z.enum(['own', 'sum', 'none']),
  /** Unions directly below whose number is known, out of `asked`. */
  given: z.int(),
  asked: z.int(),
});

/** One value that the union itself declared, with what stood before. */
const declaredValue = z.object({
  value: z.int().nullable(),
  note: z.string().nullable(),
  by: z.string().nullable(),
  at: instant,
  /** The value before this one; `null` when there was none. */
  before: z.int().nullable(),
});

const declared = z.object({
  union: z.string(),
  /** By key; a key that was never declared is absent. */
  own: z.record(z.string(), declaredValue),
  /** The whole subtree by key. */
  subtree: z.record(z.string(), known),
  /** Every form of the campaign: the union's own word, and the subtree. */
  outreach: z.array(
    z.object({
      form: z.string(),
      label: bilingualSchema,
      unit: bilingualSchema,
      quantity: z.int().nullable(),
      people: z.int().nullable(),
      subtree: z.object({ quantity: known, people: known }),
    }),
  ),
  texts: z.partialRecord(z.enum(declaredTexts), z.string()),
  /** Names and order of the keys. */
  keys: z.array(z.object({ key: z.enum(declaredKeys), label: bilingualSchema })),
  findings: z.array(finding),
});
export type Declared = z.infer<typeof declared>;

/** A typed number, or `null` to take a value back: "not reported". */
const typed = z.union([z.number(), z.string().max(20)]).nullable();

/** What a rate may be divided by. */
export const denominators = [
  'roster.workers',
  'roster.members',
  'roster.smartphones',
  'declared.workers',
  'declared.members',
  'declared.smartphones',
  'declared.reached',
] as const;
export type Denominator = (typeof denominators)[number];

const coverage = z.object({
  denominator: z.enum(denominators),
  /** Both in words, for every place where the rate is shown. */
  numeratorLabel: bilingualSchema,
  denominatorLabel: bilingualSchema,
  part: z.int(),
  whole: known,
  /** One decimal; `null` where there is nothing to divide by. */
  percent: z.number().nullable(),
});
export type Coverage = z.infer<typeof coverage>;

const live = z.object({
  union: z.string(),
  name: z.string(),
  /** The working day that `byHour` is of. */
  day: daySchema,
  byOutcome: totals,
  /** What the union's own events made, without those below. */
  ownByOutcome: totals,
  byReason: totals,
  byDay: z.record(z.string(), totals),
  /** Hours 0–23 by outcome; `none` for paper sheets and corrections. */
  byHour: z.record(z.string(), totals),
  /** Days of the campaign, first to last: 18/8–25/8 is eight. */
  campaignDays: z.array(daySchema),
  inCampaign: totals,
  /** Counted after the last day: part of `byOutcome`, shown apart. */
  late: totals,
  /** Counted before the first day. */
  early: totals,
  checks: totals,
  coverage,
  grassroots: z.object({ total: z.int(), active: z.int() }),
});
export type Live = z.infer<typeof live>;

export const figuresRequests = {
  'declared.get': { in: z.strictObject({ union: code }), out: declared },
  /** Saves what is given, and only that. Fails whole on a number that cannot be; warns on one that looks wrong. */
  'declared.set': {
    in: z.strictObject({
      union: code,
      figures: z.record(z.string().max(40), typed).default({}),
      outreach: z.record(z.string().max(40), z.strictObject({ quantity: typed, people: typed }).nullable()).default({}),
      texts: z.record(z.string().max(40), z.string().max(8_000).nullable()).default({}),
      /** Why a number falls, or where it comes from. */
      note,
    }),
    out: z.object({ events: z.array(eventRef), declared }),
  },
  /** Takes a warning upon oneself, with a reason that is kept; holds as long as the facts stay the same. */
  'warning.accept': {
    in: z.strictObject({ union: code, id: z.string().min(1).max(60), why: z.string().max(NOTE_MAX) }),
    out: z.object({ events: z.array(eventRef), findings: z.array(finding) }),
  },
  /** Live totals of a union's whole subtree. The denominator is chosen, and comes back with its name. */
  'totals.get': {
    in: z.strictObject({
      union: code,
      /** Without it, the working day of now. */
      day: daySchema.nullable().default(null),
      denominator: z.enum(denominators).default('roster.workers'),
    }),
    out: live,
  },
} as const;
