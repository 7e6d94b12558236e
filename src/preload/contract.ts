/**
 * THE boundary. Every request that a screen, a terminal or a script may make of the Kit, every message that
 * the Kit pushes, with the schema that each must fit. Three hosts carry it (Electron IPC, loopback HTTP,
 * command line); none adds a rule. Reading this file is the security review.
 */
import { z } from 'zod';
import { failureCodes } from '../core/base/result.ts';
import { boardRequests } from './contract/board.ts';
import { boothRequests } from './contract/booth.ts';
import { calibrating, checkName, checkProgress, checkResult, radioRequests } from './contract/check.ts';
import { countingRequests, counts } from './contract/count.ts';
import { documentRequests } from './contract/documents.ts';
import { figuresRequests } from './contract/figures.ts';
import { formRequests } from './contract/form.ts';
import { type About, about, kitRequests, radio } from './contract/kit.ts';
import { logRequests } from './contract/log.ts';
import { practiceRequests } from './contract/practice.ts';
import { reportRequests } from './contract/report.ts';
import { rosterRequests } from './contract/roster.ts';
import { type union, wordsSchema } from './contract/shared.ts';
import { statusRequests } from './contract/status.ts';

export type { Board, BoardRow } from './contract/board.ts';
export type { BoothView, Settings, Shift } from './contract/booth.ts';
export type { Counts, RecentTally } from './contract/count.ts';
export type { ReportFormat } from './contract/documents.ts';
export { reportFormats } from './contract/documents.ts';
export type { Coverage, Declared, Denominator, Live } from './contract/figures.ts';
export type { FormPart, OfficeFormView } from './contract/form.ts';
export type { HistoryLine } from './contract/log.ts';
export type { CheckItem, FigureChoice, IssuedReport, Place, ReportDesk } from './contract/report.ts';
export type { RosterPreview, RosterResult } from './contract/roster.ts';
export type { Finding } from './contract/shared.ts';
export type UnionView = z.infer<typeof union>;
export type Words = z.infer<typeof wordsSchema>;

/**
 * What only the screens' side of the line can say, because no Kit answers: the answer is lost and nobody knows what was
 * done; the page may not ask; what was sent is larger than the line carries; and what waits for a lost answer.
 */
const lineCodes = ['line-lost', 'line-refused', 'line-large', 'entries-unanswered', 'lines-unanswered'] as const;
export type LineCode = (typeof lineCodes)[number];

/** A failure as it crosses the boundary: a stable code for programs, words for people. */
export const wireFailureSchema = z.object({
  code: z.enum([...failureCodes, ...lineCodes]),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  words: wordsSchema,
});
export type WireFailure = z.infer<typeof wireFailureSchema>;

/** What every request answers with, whichever host carried it. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireFailure };
export type CheckProgress = z.infer<typeof checkProgress>;
export type CheckResult = z.infer<typeof checkResult>;
/** Requests: name → what goes in, what comes out. Every request answers with a `Result`. */
export const requests = {
  ...kitRequests,
  ...rosterRequests,
  ...countingRequests,
  ...figuresRequests,
  ...statusRequests,
  ...boothRequests,
  ...radioRequests,
  ...documentRequests,
  ...reportRequests,
  ...boardRequests,
  ...formRequests,
  ...logRequests,
  ...practiceRequests,
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
