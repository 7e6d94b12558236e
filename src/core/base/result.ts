/**
 * Every failure that a person can meet, by a stable code. The words for each live in
 * `src/main/messages/index.ts`; scripts may rely on the codes, so a code is never renamed.
 */
export const failureCodes = [
  // what was asked
  'bad-input',
  'unknown-request',
  'union-unknown',
  'union-closed',
  'outcome-unknown',
  'reason-unknown',
  'reason-missing',
  'count-impossible',
  'nothing-to-undo',
  'undo-below-zero',
  'day-impossible',
  'day-future',
  'day-too-early',
  'why-missing',
  'minus-too-much',
  'check-unknown',
  'check-attached',
  'text-broken',
  // what a union declares of itself
  'figure-unknown',
  'figure-impossible',
  'part-above-whole',
  'form-unknown',
  'warning-gone',
  // the booth and its day
  'operator-bad',
  'booth-bad',
  'booth-unknown',
  'shift-open',
  'shift-closed',
  'shift-not-open',
  'shift-note-missing',
  // roster files
  'roster-missing',
  'roster-unreadable',
  'roster-encoding',
  'roster-columns',
  'roster-empty',
  'roster-too-large',
  'roster-refused',
  'roster-changed',
  'roster-preview-gone',
  'row-rejected',
  // campaign files
  'campaign-invalid',
  // the data folder
  'data-read-only',
  'data-no-folder',
  'data-full',
  'data-full-open',
  'data-newer',
  'data-foreign',
  'data-in-use',
  'data-damaged',
  'data-io',
  'data-doubtful',
  'backup-unproven',
  'backup-missing',
  'backup-forked',
  'demo-real-data',
  // the radio
  'radio-none',
  'radio-absent',
  'check-running',
  'check-stopped',
  'code-unknown',
  'phone-none',
  'phone-unread',
  'beacon-unsupported',
  'practice-only',
  'calibration-no-phone',
  'calibration-no-strength',
  'calibration-two-phones',
  'calibration-not-away',
  'calibration-crowd-near',
  // documents
  'report-folder',
  'report-format',
  'world-left',
  'report-future',
  'report-number-missing',
  'report-number-bad',
  'report-number-taken',
  'report-date-missing',
  'report-date-bad',
  'report-signer-missing',
  'report-place-missing',
  'report-blocked',
  'report-replaces-missing',
  'report-replaced',
  'report-unknown',
  'report-damaged',
  'report-step-order',
  'report-day-bad',
  'form-part-unknown',
  'form-word-unknown',
  'form-measure-bad',
  'form-list-long',
  'form-file-taken',
  'report-incomplete',
  'report-sums',
  'template-invalid',
  'template-empty',
  'template-unreadable',
  'file-unknown',
  // the rest
  'port-taken',
  'unexpected',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** What the words of a message may name: a code, a row number, a folder. Never anything from a phone. */
export type FailureDetail = Readonly<Record<string, string | number>>;

export interface Failure {
  readonly code: FailureCode;
  readonly detail: FailureDetail;
}

/** An expected failure is a value. What is not expected throws, and the boundary turns it into `unexpected`. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (code: FailureCode, detail: FailureDetail = {}): Result<never> => ({
  ok: false,
  error: { code, detail },
});

/** Closes an exhaustive switch: a new case in a union type then fails to compile here. */
export function never(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
