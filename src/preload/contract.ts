/**
 * THE boundary. Every request that a screen, a terminal or a script may make of the Kit, every message that
 * the Kit pushes, with the schema that each must fit. Three hosts carry it (Electron IPC, loopback HTTP,
 * command line); none adds a rule. Reading this file is the security review.
 */
import { z } from 'zod';
import { failureCodes } from '../core/base/result.ts';
import { campaignSchema, daySchema } from '../core/campaign/campaign.ts';
import { absences } from '../core/check/verdict.ts';
import { NAME_MAX } from '../core/roster/union.ts';
import { boardRequests } from './contract/board.ts';
import { boothRequests } from './contract/booth.ts';
import { calibrating, checkName, checkProgress, checkResult, radioRequests } from './contract/check.ts';
import { countingRequests, counts } from './contract/count.ts';
import { documentRequests } from './contract/documents.ts';
import { figuresRequests } from './contract/figures.ts';
import { formRequests } from './contract/form.ts';
import { reportRequests } from './contract/report.ts';
import { rosterRequests } from './contract/roster.ts';
import { code, finding, instant, namedUnion, nothing, totals, union, wordsSchema } from './contract/shared.ts';

export type { Board, BoardRow } from './contract/board.ts';
export type { BoothView, HistoryLine, Settings, Shift } from './contract/booth.ts';
export type { Counts, RecentTally } from './contract/count.ts';
export type { ReportFormat } from './contract/documents.ts';
export { reportFormats } from './contract/documents.ts';
export type { Coverage, Declared, Denominator, Live } from './contract/figures.ts';
export type { FormPart, OfficeFormView } from './contract/form.ts';
export type { CheckItem, FigureChoice, IssuedReport, Place, ReportDesk } from './contract/report.ts';
export type { RosterPreview, RosterResult } from './contract/roster.ts';
export type { Finding } from './contract/shared.ts';
export type UnionView = z.infer<typeof union>;
export type Words = z.infer<typeof wordsSchema>;

/** A failure as it crosses the boundary: a stable code for programs, words for people. */
export const wireFailureSchema = z.object({
  code: z.enum(failureCodes),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  words: wordsSchema,
});
export type WireFailure = z.infer<typeof wireFailureSchema>;

/** What every request answers with, whichever host carried it. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireFailure };

const radio = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('ready'), kind: z.enum(['bluetooth', 'practice']) }),
  z.object({ state: z.literal('absent'), reason: z.enum(absences), words: wordsSchema }),
]);
export type RadioView = z.infer<typeof radio>;

export type CheckProgress = z.infer<typeof checkProgress>;
export type CheckResult = z.infer<typeof checkResult>;

const status = z.object({
  union: z.string(),
  name: z.string(),
  /** By outcome, every outcome of the campaign present, whole subtree. */
  counted: totals,
  reasons: totals,
  byDay: z.record(z.string(), totals),
  checks: totals,
  /** Counted after the campaign's last day, by outcome: part of `counted`, shown apart. */
  late: totals,
  /** Declared by unions themselves; never added to `counted`. A key that nobody declared is absent. */
  declared: totals,
  /** For each key of `declared`: the union's own word, or the sum of those below that are known. */
  declaredFrom: z.record(z.string(), z.enum(['own', 'sum'])),
  /** Denominators of the subtree as the roster gives them; `null` is not given. */
  workforce: z.object({
    workers: z.int().nullable(),
    members: z.int().nullable(),
    smartphones: z.int().nullable(),
  }),
  workforceFrom: z.record(z.string(), z.enum(['own', 'sum', 'none'])),
  /** Grassroots unions of the subtree, and those in which somebody was counted. */
  grassroots: z.object({ total: z.int(), active: z.int() }),
  /** Listed below this union, but their numbers belong to `owner` (`null`: to another listing). */
  coordinated: z.array(z.object({ code: z.string(), name: z.string(), owner: z.string().nullable() })),
  /** Unions that this one took over; their numbers stay with them. */
  tookOver: z.array(z.object({ code: z.string(), name: z.string() })),
  findings: z.array(finding),
  /** Machines whose clock cannot be right. */
  clocks: z.array(z.object({ machine: z.string(), words: wordsSchema })),
  deadline: z.object({
    dueBefore: daySchema,
    warnFrom: daySchema,
    daysLeft: z.int(),
    state: z.enum(['open', 'near', 'late']),
  }),
  /** Reports of the unions directly below (of the union itself, where it has none): codes of who is missing, late, changed. */
  reports: z.object({
    due: daySchema,
    asked: z.int(),
    reported: z.int(),
    percent: z.number().nullable(),
    missing: z.array(z.string()),
    late: z.array(z.string()),
    changed: z.array(z.string()),
  }),
  /** Unions directly below from whose subtree nothing has come. */
  notReported: z.array(z.object({ code: z.string(), name: z.string() })),
  notReportedTotal: z.int(),
});
export type Status = z.infer<typeof status>;

const about = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser', 'cli']),
  world: z.enum(['real', 'practice']),
  /** The folder that holds the data, so that a person can find it. */
  dataFolder: z.string(),
  machine: z.string(),
  /** The laptop's clock, as the kit reads it. */
  now: instant,
  today: daySchema,
  radio,
  counts,
  /** What a person must be told of this folder: a recovery, a backup that failed. Stays until it is put away. */
  notice: wordsSchema.nullable(),
});
export type About = z.infer<typeof about>;

/** Requests: name → what goes in, what comes out. Every request answers with an `Outcome`. */
export const requests = {
  'kit.about': { in: nothing, out: about },
  /** Leaves one world and opens the other: practice data lives in a folder of its own. */
  'world.enter': { in: z.strictObject({ world: z.enum(['real', 'practice']) }), out: about },
  'campaign.get': { in: nothing, out: campaignSchema },
  'union.search': {
    in: z.strictObject({ text: z.string().max(NAME_MAX), limit: z.int().min(1).max(200) }),
    out: z.object({ unions: z.array(union), total: z.int() }),
  },
  /** One union with its way up and what lies directly below it. */
  'union.get': {
    in: z.strictObject({ union: code }),
    out: z.object({
      union,
      /** Nearest first, as the roster lists them. */
      above: z.array(namedUnion),
      /** Unions whose numbers roll up into this one directly, the first 500 in order of code. */
      below: z.array(namedUnion),
      belowTotal: z.int(),
      /** Listed below this one; their numbers belong elsewhere. */
      guests: z.array(namedUnion),
      /** Unions that this one took over; their numbers stay with them. */
      tookOver: z.array(namedUnion),
    }),
  },
  /** Makes a union the one that is counted for; survives a restart. */
  'union.choose': { in: z.strictObject({ union: code }), out: z.object({ union, counts }) },
  /** Unions lately counted for on this machine, newest first. */
  'union.lately': { in: nothing, out: z.object({ current: union.nullable(), unions: z.array(union) }) },
  ...rosterRequests,
  ...countingRequests,
  ...figuresRequests,
  ...boothRequests,
  'status.get': { in: z.strictObject({ union: code }), out: status },
  ...radioRequests,
  ...documentRequests,
  ...reportRequests,
  ...boardRequests,
  ...formRequests,
  /** A backup that proved itself: in one file, or in the folder's rotation. */
  'backup.make': {
    in: z.strictObject({ file: z.string().min(1).max(1000).nullable().default(null) }),
    out: z.object({ file: z.string(), events: z.int() }),
  },
  /** Brings in everything that a backup holds and this log does not. Nothing that stands is taken away. */
  'backup.restore': {
    in: z.strictObject({ file: z.string().min(1).max(1000) }),
    out: z.object({ added: z.int(), events: z.int() }),
  },
  /** A second place for backups, such as another disk; `null` for none. Without one named, answers with what stands. */
  'backup.place': {
    in: z.strictObject({ folder: z.string().min(1).max(1000).nullable().optional() }),
    out: z.object({ folder: z.string().nullable() }),
  },
  'notice.dismiss': { in: nothing, out: nothing },
  /** Fills an untouched folder with a synthetic campaign and marks it as practice for good. */
  'demo.fill': {
    in: z.strictObject({
      unions: z.int().min(1).max(200_000),
      events: z.int().min(0).max(20_000_000),
      seed: z.int().min(0).max(4_294_967_295),
    }),
    out: z.object({ unions: z.int(), events: z.int() }),
  },
  /** Replays the whole log against every chain and total. */
  'log.verify': {
    in: nothing,
    out: z.object({ ok: z.boolean(), events: z.int(), machines: z.int(), faults: z.array(z.string()) }),
  },
} as const;

/** Messages that the Kit sends by itself. */
export const pushes = {
  'counts.changed': counts,
  'radio.changed': radio,
  'world.changed': about,
  /** Something that a person must be told, such as a backup that failed. */
  'notice.changed': wordsSchema,
  'check.progress': checkProgress,
  /** What was heard of the phones of the last verdict is gone: it can no longer be bettered. */
  'check.forgotten': z.object({}),
  'radio.calibrating': calibrating,
  'check.ended': z.discriminatedUnion('ended', [
    z.object({ check: checkName.optional(), ended: z.literal('verdict'), result: checkResult }),
    z.object({ check: checkName.optional(), ended: z.literal('stopped') }),
    z.object({ check: checkName.optional(), ended: z.literal('failed'), error: wireFailureSchema }),
  ]),
} as const;

export type RequestName = keyof typeof requests;
export type RequestIn<N extends RequestName> = z.input<(typeof requests)[N]['in']>;
export type RequestRead<N extends RequestName> = z.output<(typeof requests)[N]['in']>;
export type RequestOut<N extends RequestName> = z.output<(typeof requests)[N]['out']>;
export type PushName = keyof typeof pushes;
export type PushBody<N extends PushName> = z.output<(typeof pushes)[N]>;
export type Push = { [N in PushName]: { readonly name: N; readonly body: PushBody<N> } }[PushName];

export const requestNames = Object.keys(requests) as RequestName[];
export const pushNames = Object.keys(pushes) as PushName[];

/**
 * May stand beside the input of any request: the world that the screen shows. What is meant for another world than the
 * one that is open is refused (`world-left`), whatever it is.
 */
export interface InWorld {
  readonly inWorld?: About['world'];
}

/** What a screen finds at `window.kit`, in Electron and in the browser alike. */
export interface KitClient {
  request<N extends RequestName>(name: N, input: RequestIn<N>): Promise<Reply<RequestOut<N>>>;
  /** Listens to one pushed message; returns what stops listening. */
  on<N extends PushName>(name: N, listener: (body: PushBody<N>) => void): () => void;
}
