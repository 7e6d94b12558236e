/**
 * THE boundary. Every request that a screen, a terminal or a script may make of the Kit, every message that
 * the Kit pushes, with the schema that each must fit. Three hosts carry it (Electron IPC, loopback HTTP,
 * command line); none adds a rule. Reading this file is the security review.
 */
import { z } from 'zod';
import { bilingualSchema, campaignSchema, daySchema } from '../core/campaign.ts';
import { failureCodes } from '../core/outcome.ts';
import { CODE_MAX, NAME_MAX } from '../core/union.ts';
import { absences, platforms, verdicts } from '../core/verdict.ts';

const nothing = z.strictObject({});
const code = z.string().min(1).max(CODE_MAX);
const totals = z.record(z.string(), z.int());
const instant = z.iso.datetime({ offset: true });

/** What happened and what to do, for people; from `src/main/messages.ts` only. */
export const wordsSchema = z.object({ what: bilingualSchema, todo: bilingualSchema });
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

const union = z.object({
  code: z.string(),
  name: z.string(),
  level: z.int(),
  parent: z.string().nullable(),
  province: z.string().nullable(),
  workers: z.int().nullable(),
  members: z.int().nullable(),
  smartphones: z.int().nullable(),
  /** Names of the unions above, nearest first: two companies may share a name. */
  above: z.array(z.string()),
});
export type UnionView = z.infer<typeof union>;

const eventRef = z.object({ machine: z.string(), seq: z.int() });

/** One counted line as the operator sees it back. */
const recentTally = z.object({
  machine: z.string(),
  seq: z.int(),
  union: z.string(),
  unionName: z.string(),
  outcome: z.string(),
  reason: z.string().nullable(),
  count: z.int(),
  /** Instant of counting. */
  at: instant,
  undone: z.boolean(),
});
export type RecentTally = z.infer<typeof recentTally>;

const counts = z.object({
  /** The union these totals are of, its whole subtree included; `null` before a union is chosen. */
  union: z.string().nullable(),
  day: daySchema,
  today: totals,
  campaign: totals,
  /** Everything that this machine's log counted today, over all unions. */
  todayAll: totals,
  recent: z.array(recentTally),
  /** Sequence number of this machine's newest event: a message that comes late never sets a number back. */
  revision: z.int(),
});
export type Counts = z.infer<typeof counts>;

const radio = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('ready'), kind: z.enum(['bluetooth', 'practice']) }),
  z.object({ state: z.literal('absent'), reason: z.enum(absences), words: wordsSchema }),
]);
export type RadioView = z.infer<typeof radio>;

/** Streamed while a check listens. Holds no address, payload or ID. */
const progress = z.object({
  seconds: z.number(),
  timeout: z.number(),
  /** Packets of any kind: tells a dead adapter from a silent phone. */
  packets: z.int(),
  /** The strongest matching phone so far. */
  candidate: z
    .object({ platform: z.enum(platforms), rssi: z.int().nullable(), near: z.boolean(), packets: z.int() })
    .nullable(),
});
export type CheckProgress = z.infer<typeof progress>;

const checkResult = z.object({
  verdict: z.enum(verdicts),
  reason: z.string(),
  platform: z.enum(platforms),
  seconds: z.number(),
  packets: z.int(),
  words: wordsSchema,
});
export type CheckResult = z.infer<typeof checkResult>;

const rejectedRow = z.object({ row: z.int(), code: z.string(), words: wordsSchema });
const rosterResult = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.array(rejectedRow),
  /** All rows refused; `rejected` lists the first 1,000 of them. */
  rejectedTotal: z.int(),
});
export type RosterResult = z.infer<typeof rosterResult>;

const status = z.object({
  union: z.string(),
  name: z.string(),
  /** By outcome, every outcome of the campaign present, whole subtree. */
  counted: totals,
  reasons: totals,
  byDay: z.record(z.string(), totals),
  checks: totals,
  /** Declared by unions themselves; never added to `counted`. Empty until one is given. */
  declared: totals,
  /** Denominators as the roster gives them for this union; `null` is not given. */
  workforce: z.object({
    workers: z.int().nullable(),
    members: z.int().nullable(),
    smartphones: z.int().nullable(),
  }),
  deadline: z.object({
    dueBefore: daySchema,
    warnFrom: daySchema,
    daysLeft: z.int(),
    state: z.enum(['open', 'near', 'late']),
  }),
  /** Unions directly below from whose subtree nothing has come. */
  notReported: z.array(z.object({ code: z.string(), name: z.string() })),
  notReportedTotal: z.int(),
});
export type Status = z.infer<typeof status>;

/** Formats whose writers stand; a format is listed here only when it really comes out. */
export const reportFormats = ['docx', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const reportFile = z.object({ format: z.enum(reportFormats), path: z.string(), name: z.string(), bytes: z.int() });

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
  /** Makes a union the one that is counted for; survives a restart. */
  'union.choose': { in: z.strictObject({ union: code }), out: z.object({ union, counts }) },
  /** Unions lately counted for on this machine, newest first. */
  'union.lately': { in: nothing, out: z.object({ current: union.nullable(), unions: z.array(union) }) },
  'roster.import': {
    in: z.strictObject({ fileName: z.string().min(1).max(255), base64: z.base64().max(70_000_000) }),
    out: rosterResult,
  },
  /** Answers after the commit, never before (law 6). */
  'tally.add': {
    in: z.strictObject({
      union: code,
      outcome: code,
      reason: code.nullable().default(null),
      count: z.union([z.number(), z.string().max(20)]).default(1),
    }),
    out: z.object({ events: z.array(eventRef), counts }),
  },
  /** Takes back one tally of this machine by compensation: the named one, or else the last. */
  'tally.undo': {
    in: z.strictObject({ event: eventRef.nullable().default(null) }),
    out: z.object({ events: z.array(eventRef), undone: recentTally, counts }),
  },
  'status.get': { in: z.strictObject({ union: code }), out: status },
  /** Starts listening; answers at once. `check.progress` and `check.ended` follow. */
  'check.start': {
    in: z.strictObject({ union: code.nullable().default(null), timeout: z.number().min(1).max(120).default(45) }),
    out: z.object({ timeout: z.number() }),
  },
  /** Ends the running check without a verdict; nothing is recorded. */
  'check.stop': { in: nothing, out: nothing },
  /** Counts what is in the air for some seconds: classes and totals, no identifiers. */
  'radio.scan': {
    in: z.strictObject({ seconds: z.number().min(0.5).max(600) }),
    out: z.object({ seconds: z.number(), packets: z.int(), classes: totals }),
  },
  'report.make': {
    in: z.strictObject({
      union: code,
      formats: z.array(z.enum(reportFormats)).min(1),
      /** The cut-off; without it, now. */
      asOf: instant.nullable().default(null),
      /** A folder; without it, `reports` in the data folder. */
      folder: z.string().min(1).max(1000).nullable().default(null),
    }),
    out: z.object({ files: z.array(reportFile) }),
  },
  /** Hands over a document that this session made, for a browser to save. Any other path is refused. */
  'file.read': {
    in: z.strictObject({ path: z.string().min(1) }),
    out: z.object({ name: z.string(), base64: z.string() }),
  },
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
  /** A second place for backups, such as another disk; `null` for none. */
  'backup.place': { in: z.strictObject({ folder: z.string().min(1).max(1000).nullable() }), out: nothing },
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
  'check.progress': progress,
  'check.ended': z.discriminatedUnion('ended', [
    z.object({ ended: z.literal('verdict'), result: checkResult }),
    z.object({ ended: z.literal('stopped') }),
    z.object({ ended: z.literal('failed'), error: wireFailureSchema }),
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

/** What a screen finds at `window.kit`, in Electron and in the browser alike. */
export interface KitClient {
  request<N extends RequestName>(name: N, input: RequestIn<N>): Promise<Reply<RequestOut<N>>>;
  /** Listens to one pushed message; returns what stops listening. */
  on<N extends PushName>(name: N, listener: (body: PushBody<N>) => void): () => void;
}
