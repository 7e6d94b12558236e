import { type Day, daysUntil } from '../base/day.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { UnionLevel } from '../roster/union.ts';

/** How the letter's deadline looks from a day. */
export interface LetterDeadline {
  readonly dueBefore: Day;
  readonly warnFrom: Day;
  /** Full days left, the last one included; below zero once it has passed. */
  readonly daysLeft: number;
  readonly state: Urgency;
}

/** "Trước ngày 31/8" excludes the 31st: from that day on a report is late. */
export function deadlineOf(campaign: Campaign, today: Day): LetterDeadline {
  const { dueBefore, warnFrom } = campaign.report;
  const state = today >= dueBefore ? 'late' : today >= warnFrom ? 'near' : 'open';
  return { dueBefore, warnFrom, daysLeft: daysUntil(today, dueBefore) - 1, state };
}

type ReportDays = Pick<Campaign['report'], 'dueBefore' | 'warnFrom' | 'dueByLevel'>;

const dayBefore = (day: Day): Day => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The last day, included, on which a report of the letter is on time: "trước ngày 31/8" ends with 30/8, 23:59 (+07:00). */
export const letterDue = ({ dueBefore }: Pick<ReportDays, 'dueBefore'>): Day => dayBefore(dueBefore);

/**
 * The last day, included, on which a union's report is on time: the one it was given for itself, else that of its
 * level, else that of the letter.
 */
export const dueOf = (report: ReportDays, level: UnionLevel, own: Day | null): Day =>
  own ?? report.dueByLevel[`${level}`] ?? letterDue(report);

/** How a deadline looks from today, in Vietnamese days, while a report is still missing. */
export type Urgency = 'open' | 'near' | 'late';

/** A day ahead of an internal deadline the kit warns, and from the campaign's own day of warning in any case. */
export function urgencyOf(due: Day, today: Day, report: Pick<ReportDays, 'warnFrom'>): Urgency {
  if (today > due) return 'late';
  return today >= report.warnFrom || daysUntil(today, due) <= 1 ? 'near' : 'open';
}

/** Whether a report that came on a day came in time. */
export const isLate = (on: Day, due: Day): boolean => on > due;
