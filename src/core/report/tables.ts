import { dayOf, daysBetween } from '../base/day.ts';
import { dayText } from '../base/format.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { VERDICTS } from '../check/names.ts';
import { verdicts } from '../check/verdict.ts';
import { type Figures, sumOf, type Totals } from '../figures/figures.ts';
import { fitColumns } from './column-widths.ts';
import { GRAND_TOTAL, type ReportCell, type ReportColumn, type ReportTable } from './model.ts';
import { allOf, type Counting, workingText } from './outcomes.ts';

export type Draft = Omit<ReportColumn, 'width'>;
export type Row = readonly ReportCell[];

export const ORDINAL: Draft = { key: 'ordinal', label: 'TT', kind: 'ordinal' };
export const COUNT: Draft = { key: 'count', label: 'Số lượt', kind: 'count' };

/** A table as wide as an upright page. */
export function tableOf(
  title: string,
  basis: string,
  drafts: readonly Draft[],
  rows: readonly Row[],
  total: Row | null,
  notes: readonly string[] = [],
): ReportTable {
  return { title, basis, columns: fitColumns(drafts, rows, total, false), rows, total, notes };
}

/** Everybody who came to a booth, by outcome. */
export function outcomesTable(counting: Counting, union: Figures, cutOff: string): ReportTable {
  const all = allOf(counting, union.byOutcome);
  const rows = counting.outcomes.map(({ code, label }, at): Row => {
    const part = union.byOutcome[code] ?? 0;
    return [at + 1, label, part, { part, whole: all }];
  });
  return tableOf(
    'Kết quả đếm tại bàn hướng dẫn',
    `${cutOff}. Tử số: số lượt của từng kết quả. Mẫu số: tổng số lượt người đến bàn.`,
    [
      ORDINAL,
      { key: 'outcome', label: 'Kết quả', kind: 'text' },
      COUNT,
      { key: 'share', label: 'Tỷ lệ', kind: 'rate' },
    ],
    rows,
    ['', GRAND_TOTAL, all, { part: all, whole: all }],
  );
}

export const checksOf = (union: Figures): number => sumOf(union.checks as Totals, verdicts);

/** Radio checks by verdict: runs of the check, not people. */
export function checksTable(union: Figures, cutOff: string): ReportTable {
  const all = checksOf(union);
  const rows = verdicts.map((verdict, at): Row => {
    const part = union.checks[verdict] ?? 0;
    return [at + 1, VERDICTS[verdict], part, { part, whole: all }];
  });
  return tableOf(
    'Kết quả kiểm tra phát tín hiệu tại bàn',
    `${cutOff}. Tử số: số lượt của từng kết luận. Mẫu số: tổng số lượt kiểm tra; một máy có thể được kiểm tra nhiều lần.`,
    [
      ORDINAL,
      { key: 'verdict', label: 'Kết luận', kind: 'text' },
      COUNT,
      { key: 'share', label: 'Tỷ lệ', kind: 'rate' },
    ],
    rows,
    ['', GRAND_TOTAL, all, { part: all, whole: all }],
  );
}

/** A day that has not come; the note under the table says so in words. */
const NOT_YET = '–';

/** Every day of the campaign, days to come left open; then days outside it, apart and named. */
export function daysTable(
  campaign: Campaign,
  counting: Counting,
  union: Figures,
  asOf: number,
  cutOff: string,
): ReportTable {
  const days = daysBetween(campaign.days.first, campaign.days.last);
  const outside = Object.keys(union.byDay)
    .filter((day) => !days.includes(day))
    .sort();
  let running = 0;
  const figures = (day: string): number[] => {
    const totals = union.byDay[day] ?? {};
    const all = allOf(counting, totals);
    return [...counting.outcomes.map(({ code }) => totals[code] ?? 0), all, sumOf(totals, counting.working)];
  };
  const width = counting.outcomes.length + 2;
  const inside = days.map((day, at): Row => {
    if (day > dayOf(asOf)) return [at + 1, dayText(day), ...Array<string>(width + 1).fill(NOT_YET)];
    const line = figures(day);
    running += line.at(-1) ?? 0;
    return [at + 1, dayText(day), ...line, running];
  });
  const late = outside.map((day): Row => {
    const when = day < campaign.days.first ? 'Trước đợt' : 'Sau đợt';
    return ['', `${when}: ${dayText(day)}`, ...figures(day), ''];
  });
  const rows = [...inside, ...late];
  const sums = Array.from({ length: width }, (_, at) =>
    rows.reduce((sum, row) => sum + (typeof row[at + 2] === 'number' ? Number(row[at + 2]) : 0), 0),
  );
  const [first, last] = [dayText(campaign.days.first), dayText(campaign.days.last)];
  return tableOf(
    '',
    `${cutOff}. Đơn vị tính: lượt. ${workingText(counting)}; lũy kế tính trong các ngày của đợt, từ ${first} đến ${last}.`,
    [
      ORDINAL,
      { key: 'day', label: 'Ngày', kind: 'text' },
      ...counting.outcomes.map(({ code, short }): Draft => ({ key: code, label: short, kind: 'count' })),
      { key: 'all', label: 'Lượt người đến', kind: 'count' },
      { key: 'working', label: `Đã có ${counting.app}`, kind: 'count' },
      { key: 'running', label: 'Lũy kế trong đợt', kind: 'count' },
    ],
    rows,
    ['', GRAND_TOTAL, ...sums, ''],
    [
      ...(days.some((day) => day > dayOf(asOf)) ? [`Dấu “${NOT_YET}”: ngày chưa đến.`] : []),
      ...(late.length > 0 ? ['Lượt ghi ngoài các ngày của đợt nằm ở dòng riêng và có trong tổng cộng.'] : []),
    ],
  );
}
