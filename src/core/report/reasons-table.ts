import type { Campaign } from '../campaign/campaign.ts';
import { type Figures, sumOf, type Totals, workforceOf } from '../figures/figures.ts';
import { GRAND_TOTAL, type ReportTable } from './model.ts';
import { COUNT, ORDINAL, type Row, tableOf } from './tables.ts';

/** Below this many people a breakdown of reasons would point at persons, so it stays in the union. */
export const SMALL_GROUP = 10;

/**
 * Units of so few people that a reason would point at a person. What they gave as reasons enters no breakdown
 * above them but one common line: else whoever knows the other units' reports could take them away and see it.
 */
export class SmallGroups {
  readonly #below: number;
  readonly #reasons = new Map<string, number>();
  readonly #codes = new Set<string>();

  constructor(below: number) {
    this.#below = below;
  }

  /** Takes note of a unit; units above come before those inside them, which then count as part of them. */
  note(figures: Figures): void {
    const people = workforceOf(figures).workers;
    const inside = figures.union.parent !== null && this.#codes.has(figures.union.parent);
    if (!inside && (people === null || people >= this.#below)) return;
    this.#codes.add(figures.union.code);
    if (inside) return;
    for (const [code, count] of Object.entries(figures.byReason)) {
      this.#reasons.set(code, (this.#reasons.get(code) ?? 0) + count);
    }
  }

  /** What is left of a union's reasons, and what became one line. */
  withheldFrom(reasons: Totals): { readonly open: Totals; readonly withheld: number } {
    let withheld = 0;
    const open = Object.fromEntries(
      Object.entries(reasons).map(([code, count]) => {
        const taken = Math.min(count, this.#reasons.get(code) ?? 0);
        withheld += taken;
        return [code, count - taken];
      }),
    );
    return { open, withheld };
  }
}

/** Outcomes that a reason can explain. */
const explained = (campaign: Campaign): string[] => [...new Set(campaign.reasons.flatMap(({ outcomes }) => outcomes))];

export interface ReasonCount {
  /** Empty for the lines that are no reason: withheld ones, and counts without any. */
  readonly code: string;
  readonly label: string;
  readonly advice: string;
  readonly count: number;
}

/** Reasons with their counts, most frequent first; then what small units gave, and counts without a reason. */
export function reasonCounts(campaign: Campaign, union: Figures, small: SmallGroups): ReasonCount[] {
  const { open, withheld } = small.withheldFrom(union.byReason);
  const rows = Object.entries(open)
    .filter(([, count]) => count !== 0)
    .map(([code, count]): ReasonCount => {
      const reason = campaign.reasons.find((candidate) => candidate.code === code);
      return { code, label: reason?.label.vi ?? code, advice: reason?.advice.vi ?? '', count };
    });
  rows.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  if (withheld > 0)
    rows.push({ code: '', label: 'Đơn vị dưới 10 người (không nêu chi tiết)', advice: '', count: withheld });
  const silent = sumOf(union.byOutcome, explained(campaign)) - rows.reduce((sum, { count }) => sum + count, 0);
  return silent > 0 ? [...rows, { code: '', label: 'Không ghi lý do', advice: '', count: silent }] : rows;
}

export function reasonsTable(campaign: Campaign, union: Figures, small: SmallGroups, cutOff: string): ReportTable {
  const reasons = reasonCounts(campaign, union, small);
  const whole = reasons.reduce((sum, { count }) => sum + count, 0);
  const outcomes = campaign.outcomes.filter(({ code }) => explained(campaign).includes(code));
  const rows = reasons.map(
    ({ code, label, count, advice }, at): Row => [at + 1, code, label, count, { part: count, whole }, advice],
  );
  return tableOf(
    '',
    `${cutOff}. Tử số: số lượt của từng lý do. Mẫu số: tổng số lượt ${outcomes.map(({ label }) => `“${label.vi}”`).join(' và ')}.`,
    [
      ORDINAL,
      { key: 'code', label: 'Mã', kind: 'code', sheetOnly: true },
      { key: 'reason', label: 'Lý do', kind: 'text' },
      COUNT,
      { key: 'share', label: 'Tỷ lệ', kind: 'rate' },
      { key: 'advice', label: 'Hướng xử lý', kind: 'text' },
    ],
    rows,
    ['', '', GRAND_TOTAL, whole, { part: whole, whole }, ''],
  );
}
