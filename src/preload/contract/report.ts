import { z } from 'zod';
import { NAME_MAX } from '../../core/base/limits.ts';
import { daySchema } from '../../core/base/schemas.ts';
import { bilingualSchema } from '../../core/campaign/campaign.ts';
import { choosableKeys } from '../../core/report/choice.ts';
import { reportStates, reportSteps } from '../../core/report/life.ts';
import { boardRow, change, urgency } from './board.ts';
import { code, eventNamed, eventRef, finding, instant, note, totals, typedDay, wordsSchema } from './shared.ts';

/** Where something can be put right: a screen, and the part of it to open. */
const place = z.object({ screen: z.enum(['unions', 'report', 'settings']), union: z.string(), part: z.string() });
export type Place = z.infer<typeof place>;

const issuedReport = z.object({
  /** The event that issued it: its name for every other request. */
  ref: eventRef,
  union: z.string(),
  number: z.string(),
  symbol: z.string(),
  issuedOn: daySchema,
  signer: z.string(),
  asOf: instant,
  issuedAt: instant,
  by: z.string().nullable(),
  digest: z.string(),
  state: z.enum(reportStates),
  /** The next step of its life; `null` when it is locked or was replaced. */
  next: z.enum(reportSteps).nullable(),
  steps: z.array(
    z.object({
      state: z.enum(reportSteps),
      on: daySchema,
      at: instant,
      by: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** Symbol of the report that this one corrects, and of the one that corrects it. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  due: daySchema,
  late: z.boolean(),
  /** What has changed since it was issued. */
  changes: z.array(change),
});
export type IssuedReport = z.infer<typeof issuedReport>;

/** One thing to look at before a report is issued. */
const checkItem = z.object({
  id: z.string(),
  severity: z.enum(['block', 'warn']),
  words: wordsSchema,
  place,
  accepted: finding.shape.accepted,
});
export type CheckItem = z.infer<typeof checkItem>;

const choice = z.object({
  figure: z.enum(choosableKeys),
  label: bilingualSchema,
  counted: z.int().nullable(),
  /** What the counted number is made of. */
  countedLabel: bilingualSchema,
  declared: z.int().nullable(),
  source: z.enum(['counted', 'declared']).nullable(),
  by: z.string().nullable(),
});
export type FigureChoice = z.infer<typeof choice>;

const desk = z.object({
  union: z.string(),
  name: z.string(),
  asOf: instant,
  today: daySchema,
  practice: z.boolean(),
  due: daySchema,
  urgency,
  /** How this union's own report came: issued here, or noted by the office above. */
  arrival: boardRow.shape.arrival,
  late: z.boolean(),
  /** Newest first. */
  reports: z.array(issuedReport),
  checks: z.array(checkItem),
  choices: z.array(choice),
  /** Number to offer, and the part of the symbol after it. */
  nextNumber: z.string(),
  symbol: z.string(),
  signer: z.string(),
  /** A paragraph and a text for a chat, Vietnamese. */
  summary: z.string(),
  chat: z.string(),
  /** People by day of the campaign, all and with the app working; `null` for a day that has not come. */
  days: z.array(z.object({ day: daySchema, all: z.int().nullable(), working: z.int().nullable() })),
  outside: totals,
});
export type ReportDesk = z.infer<typeof desk>;

export const reportRequests = {
  /** Everything that the report screen shows of a union. */
  'report.desk': { in: z.strictObject({ union: code }), out: desk },
  /** Reports of a union with their lives, newest first. */
  'report.list': { in: z.strictObject({ union: code }), out: z.object({ reports: z.array(issuedReport) }) },
  /** Gives a report its number and freezes it. Nothing can change it afterwards. */
  'report.issue': {
    in: z.strictObject({
      union: code,
      number: z.string().max(20),
      /** Day of issue; missing, bad and future days are refused. */
      issuedOn: typedDay,
      /** Without it, the signer of the office's form. */
      signer: z.string().max(NAME_MAX).nullable().default(null),
      asOf: instant.nullable().default(null),
      /** The report that this one corrects. Needed when one stands already. */
      replaces: eventNamed.nullable().default(null),
    }),
    out: issuedReport,
  },
  /** One step further in a report's life. `on`: without it, today. */
  'report.move': {
    in: z.strictObject({ report: eventNamed, state: z.enum(reportSteps), on: typedDay.nullable().default(null), note }),
    out: issuedReport,
  },
  /** Lets one of two numbers stand in the report. */
  'report.choose': {
    in: z.strictObject({
      union: code,
      figures: z.partialRecord(z.enum(choosableKeys), z.enum(['counted', 'declared']).nullable()),
    }),
    out: z.object({ events: z.array(eventRef), choices: z.array(choice) }),
  },
} as const;
