import { z } from 'zod';
import { bilingualSchema, daySchema } from '../../core/campaign.ts';
import { NOTE_MAX } from '../../core/declared.ts';
import { formKeys } from '../../core/office-form.ts';
import { choosableKeys } from '../../core/report-choice.ts';
import { parts } from '../../core/report-facts.ts';
import { reportStates, reportSteps } from '../../core/report-life.ts';
import { NAME_MAX } from '../../core/union.ts';
import { code, eventRef, finding, instant, totals, wordsSchema } from './shared.ts';

/** Formats whose writers stand; a format is listed here only when it really comes out. */
export const reportFormats = ['docx', 'xlsx', 'pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What can be made beside the report itself: the one-page report of the evening call, and the covering slip. */
export const documentKinds = ['report', 'quick', 'letter'] as const;

const reportFile = z.object({ format: z.enum(reportFormats), path: z.string(), name: z.string(), bytes: z.int() });

const ref = z.strictObject({ machine: z.string().min(1).max(64), seq: z.int().min(1) });

/** A day as a person types it: `28/8/2020`, `28/8` or `2020-08-28`. */
const typedDay = z.string().max(20);
const note = z.string().max(NOTE_MAX).nullable().default(null);

/** Where something can be put right: a screen, and the part of it to open. */
const place = z.object({ screen: z.enum(['unions', 'report', 'settings']), union: z.string(), part: z.string() });
export type Place = z.infer<typeof place>;

const change = z.object({
  key: z.string(),
  label: bilingualSchema,
  before: z.int().nullable(),
  now: z.int().nullable(),
});

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

const urgency = z.enum(['open', 'near', 'late']);

const boardRow = z.object({
  code: z.string(),
  name: z.string(),
  level: z.int(),
  due: daySchema,
  /** The deadline was set for this union itself. */
  dueIsOwn: z.boolean(),
  arrival: z
    .object({
      by: z.enum(['issued', 'received']),
      on: daySchema,
      symbol: z.string().nullable(),
      state: z.enum(reportStates).nullable(),
    })
    .nullable(),
  late: z.boolean(),
  urgency: z.enum(['open', 'near', 'late', 'done']),
  changes: z.array(change),
  /** Percent of the parts of a complete report that are there, and those that are not. */
  completeness: z.int(),
  missing: z.array(z.enum(parts)),
  part: z.int().nullable(),
  whole: z.int().nullable(),
  wholeIs: z.enum(['smartphones', 'workers']).nullable(),
  percent: z.number().nullable(),
  rank: z.int().nullable(),
});
export type BoardRow = z.infer<typeof boardRow>;

const board = z.object({
  union: z.string(),
  name: z.string(),
  today: daySchema,
  /** The deadline of the union itself. */
  due: daySchema,
  urgency,
  rows: z.array(boardRow),
  asked: z.int(),
  reported: z.int(),
  late: z.int(),
  changed: z.int(),
  percent: z.number().nullable(),
  /** What is divided by what in `percent` of a row. */
  numerator: bilingualSchema,
});
export type Board = z.infer<typeof board>;

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

const formValue = z.union([z.string(), z.array(z.string())]);
const formPart = z.object({
  part: z.enum(formKeys),
  label: bilingualSchema,
  value: formValue,
  /** What stands when the office sets nothing. */
  otherwise: formValue,
  isSet: z.boolean(),
});
export type FormPart = z.infer<typeof formPart>;

const form = z.object({
  union: z.string(),
  parts: z.array(formPart),
  /** Ways of signing that fit the union's level, to choose from; an office may write its own. */
  signing: z.array(z.object({ authority: z.string(), post: z.string() })),
  deviations: z.array(z.object({ code: z.string(), words: wordsSchema })),
});
export type OfficeFormView = z.infer<typeof form>;

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
  'report.make': {
    in: z.strictObject({
      union: code,
      formats: z.array(z.enum(reportFormats)).min(1),
      /** The cut-off; without it, now. */
      asOf: instant.nullable().default(null),
      /** A folder; without it, `reports` in the data folder. */
      folder: z.string().min(1).max(1000).nullable().default(null),
      kind: z.enum(documentKinds).default('report'),
      /** An issued report, made again from its snapshot, the same to the last byte. Without it, a draft. */
      report: ref.nullable().default(null),
    }),
    out: z.object({ files: z.array(reportFile) }),
  },
  /** Hands over a document that this session made, for a browser to save. Any other path is refused. */
  'file.read': {
    in: z.strictObject({ path: z.string().min(1) }),
    out: z.object({ name: z.string(), base64: z.string() }),
  },
  /** The pages as they will print: a PDF in base64, kept nowhere. */
  'report.preview': {
    in: z.strictObject({
      union: code,
      kind: z.enum(documentKinds).default('report'),
      report: ref.nullable().default(null),
    }),
    out: z.object({ base64: z.string() }),
  },
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
      replaces: ref.nullable().default(null),
    }),
    out: issuedReport,
  },
  /** One step further in a report's life. `on`: without it, today. */
  'report.move': {
    in: z.strictObject({ report: ref, state: z.enum(reportSteps), on: typedDay.nullable().default(null), note }),
    out: issuedReport,
  },
  /** Notes that a union's report came in on paper; `on: null` takes the note back. */
  'report.receive': {
    in: z.strictObject({
      union: code,
      on: typedDay.nullable(),
      symbol: z.string().max(NAME_MAX).nullable().default(null),
      note,
    }),
    out: z.object({ events: z.array(eventRef), row: boardRow }),
  },
  /** The last day for a union's report; `null` goes back to the deadline of its level. */
  'report.due': {
    in: z.strictObject({ union: code, day: typedDay.nullable() }),
    out: z.object({ events: z.array(eventRef), row: boardRow }),
  },
  /** Who below a union has reported, who is late, who changed afterwards. */
  'report.board': { in: z.strictObject({ union: code }), out: board },
  /** Lets one of two numbers stand in the report. */
  'report.choose': {
    in: z.strictObject({
      union: code,
      figures: z.partialRecord(z.enum(choosableKeys), z.enum(['counted', 'declared']).nullable()),
    }),
    out: z.object({ events: z.array(eventRef), choices: z.array(choice) }),
  },
  'form.get': { in: z.strictObject({ union: code }), out: form },
  /** Sets parts of an office's form; `null` goes back to what fits its level. */
  'form.set': {
    in: z.strictObject({ union: code, parts: z.record(z.string().max(40), formValue.nullable()) }),
    out: z.object({ events: z.array(eventRef), form }),
  },
} as const;
