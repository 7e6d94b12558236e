import type { Day } from '../base/day.ts';
import { done, failed, type Result } from '../base/result.ts';
import type { Bilingual } from '../campaign/campaign.ts';

/** Steps after a report was issued, in their order. */
export const reportSteps = ['sent', 'approved', 'locked'] as const;
export type ReportStep = (typeof reportSteps)[number];
export const reportStates = ['issued', ...reportSteps] as const;
export type ReportState = (typeof reportStates)[number];

/**
 * Where a report stands in its life. A draft carries a watermark on every page; whatever has a number is frozen,
 * and a correction is a new report that names the old one.
 */
export type ReportStanding =
  | { readonly state: 'draft' }
  | {
      readonly state: 'issued';
      /** As the office writes it, `12` in `Số: 12/BC-LĐLĐ`. */
      readonly number: string;
      /** Day of issue as `YYYY-MM-DD`, Vietnamese time. */
      readonly issuedOn: string;
      /** The report that this one corrects. */
      readonly replaces: { readonly symbol: string; readonly issuedOn: string } | null;
    };

/** Longest number of a document, in characters, with the mark of practice. */
export const NUMBER_MAX = 12;

/** Marks a number of practice: nobody can take it for one of the office's register. */
export const PRACTICE_NUMBER = 'LT-';

/**
 * The number of a document as the office writes it: digits, with a letter where one was squeezed in. Below ten it
 * takes a zero (Decree 30, annex I, ô 3). Fails with `report-number-missing` or `report-number-bad`.
 */
export function documentNumber(typed: string, practice: boolean): Result<string> {
  const text = typed.trim().toLowerCase().replace(/^lt-/, '');
  if (text === '' || /^[.…]+$/.test(text)) return failed('report-number-missing');
  const [, digits = '', letter = ''] = /^(\d{1,5})([a-zđ]?)$/.exec(text) ?? [];
  const value = Number(digits);
  if (digits === '' || value === 0) return failed('report-number-bad', { number: typed.trim().slice(0, 20) });
  return done(`${practice ? PRACTICE_NUMBER : ''}${String(value).padStart(2, '0')}${letter}`);
}

/** `08/BC-LĐLĐ`, or `850/TLĐ` where an office writes no code of the type. */
export const symbolOf = (number: string, { typeCode, symbol }: { typeCode: string; symbol: string }): string =>
  `${number}/${typeCode === '' ? '' : `${typeCode}-`}${symbol}`;

/** The year whose register a report stands in: that of its date. */
export const registerYear = (issuedOn: Day): string => issuedOn.slice(0, 4);

/** The number after the highest of a register, for a form to offer; the office may have others in between. */
export function nextNumber(taken: readonly string[]): string {
  const highest = Math.max(0, ...taken.map((number) => Number(/\d+/.exec(number)?.[0] ?? 0)));
  return String(highest + 1).padStart(2, '0');
}

/** One step as the log has it. */
export interface StepLine {
  readonly state: ReportStep;
  readonly on: Day;
  readonly stamp: string;
  readonly operator: string | null;
  readonly note: string | null;
}

/**
 * The steps that stand, in their order: of each the first that was written, and none without the one before. Two
 * machines may both have written a step; the earlier stamp stands.
 */
export function stepsOf(lines: readonly StepLine[]): StepLine[] {
  const steps: StepLine[] = [];
  for (const state of reportSteps) {
    const [first] = lines.filter((line) => line.state === state).sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
    if (first === undefined) break;
    steps.push(first);
  }
  return steps;
}

export const stateOf = (steps: readonly StepLine[]): ReportState => steps.at(-1)?.state ?? 'issued';

/** Whether a report may take a step now. Fails with `report-step-order`, naming the state it is in. */
export function mayMove(state: ReportState, step: ReportStep): Result<void> {
  const next = reportStates[reportStates.indexOf(state) + 1];
  return next === step ? done(undefined) : failed('report-step-order', { state, step, next: next ?? 'none' });
}

/** States of a report's life (docs/union-reports.md §4). */
export const stateNames: Readonly<Record<ReportState, Bilingual>> = {
  issued: { vi: 'Đã ban hành', en: 'issued' },
  sent: { vi: 'Đã gửi', en: 'sent' },
  approved: { vi: 'Đã duyệt', en: 'approved' },
  locked: { vi: 'Đã khóa', en: 'locked' },
};
