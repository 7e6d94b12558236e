import type { Campaign } from './campaign.ts';
import { dayOf, daysBetween, shortDate } from './day.ts';
import { type Figures, hasCounted, sumOf, type Totals } from './figures.ts';
import type { ReportCell, ReportColumn, ReportTable } from './report.ts';
import { fitColumns } from './report-columns.ts';
import { allOf, type Counting, workingText } from './report-counting.ts';
import { GRAND_TOTAL } from './report-units.ts';
import { type Verdict, verdicts } from './verdict.ts';

type Draft = Omit<ReportColumn, 'width'>;
type Row = readonly ReportCell[];

const ORDINAL: Draft = { key: 'ordinal', label: 'TT', kind: 'ordinal' };
const COUNT: Draft = { key: 'count', label: 'Số lượt', kind: 'count' };

function tableOf(
  title: string,
  drafts: readonly Draft[],
  rows: readonly Row[],
  total: Row | null,
  notes: string[],
): ReportTable {
  return { title, columns: fitColumns(drafts, rows, total, false), rows, total, notes };
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
    [
      ORDINAL,
      { key: 'outcome', label: 'Kết quả', kind: 'text' },
      COUNT,
      { key: 'share', label: 'Tỷ lệ', kind: 'rate' },
    ],
    rows,
    ['', GRAND_TOTAL, all, { part: all, whole: all }],
    [`${cutOff}. Tử số: số lượt của từng kết quả. Mẫu số: tổng số lượt người đến bàn.`],
  );
}

const VERDICTS: Record<Verdict, string> = {
  pass: 'Đạt',
  unclear: 'Có tín hiệu nhưng không rõ máy nào',
  weak: 'Tín hiệu yếu hoặc máy ở xa',
  outdated: 'Bản ứng dụng cũ',
  'not-seen': 'Chưa thấy tín hiệu',
  inconclusive: 'Không kết luận',
};

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
    [
      ORDINAL,
      { key: 'verdict', label: 'Kết luận', kind: 'text' },
      COUNT,
      { key: 'share', label: 'Tỷ lệ', kind: 'rate' },
    ],
    rows,
    ['', GRAND_TOTAL, all, { part: all, whole: all }],
    [
      `${cutOff}. Tử số: số lượt của từng kết luận. Mẫu số: tổng số lượt kiểm tra; một máy có thể được kiểm tra nhiều lần.`,
    ],
  );
}

/** Outcomes that a reason can explain. */
const explained = (campaign: Campaign): string[] => [...new Set(campaign.reasons.flatMap(({ outcomes }) => outcomes))];

/** Reasons with their counts, most frequent first; counts without a reason at the end, so that the sum is whole. */
export function reasonCounts(
  campaign: Campaign,
  union: Figures,
): { code: string; label: string; advice: string; count: number }[] {
  const counted = Object.entries(union.byReason).filter(([, count]) => count !== 0);
  const rows = counted.map(([code, count]) => {
    const reason = campaign.reasons.find((candidate) => candidate.code === code);
    return { code, label: reason?.label.vi ?? code, advice: reason?.advice.vi ?? '', count };
  });
  rows.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const silent = sumOf(union.byOutcome, explained(campaign)) - rows.reduce((sum, { count }) => sum + count, 0);
  return silent > 0 ? [...rows, { code: '', label: 'Không ghi lý do', advice: '', count: silent }] : rows;
}

export function reasonsTable(campaign: Campaign, union: Figures, cutOff: string): ReportTable {
  const reasons = reasonCounts(campaign, union);
  const whole = reasons.reduce((sum, { count }) => sum + count, 0);
  const outcomes = campaign.outcomes.filter(({ code }) => explained(campaign).includes(code));
  const rows = reasons.map(
    ({ code, label, advice, count }, at): Row => [at + 1, code, label, count, { part: count, whole }, advice],
  );
  return tableOf(
    '',
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
    [
      `${cutOff}. Tử số: số lượt của từng lý do. Mẫu số: tổng số lượt ${outcomes.map(({ label }) => `“${label.vi}”`).join(' và ')}.`,
    ],
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
    if (day > dayOf(asOf)) return [at + 1, shortDate(day), ...Array<string>(width + 1).fill(NOT_YET)];
    const line = figures(day);
    running += line.at(-1) ?? 0;
    return [at + 1, shortDate(day), ...line, running];
  });
  const late = outside.map((day): Row => {
    const when = day < campaign.days.first ? 'Trước đợt' : 'Sau đợt';
    return ['', `${when}: ${shortDate(day)}`, ...figures(day), ''];
  });
  const rows = [...inside, ...late];
  const sums = Array.from({ length: width }, (_, at) =>
    rows.reduce((sum, row) => sum + (typeof row[at + 2] === 'number' ? Number(row[at + 2]) : 0), 0),
  );
  const [first, last] = [shortDate(campaign.days.first), shortDate(campaign.days.last)];
  return tableOf(
    '',
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
      `${cutOff}. Đơn vị tính: lượt. ${workingText(counting)}; lũy kế tính trong các ngày của đợt, từ ${first} đến ${last}.`,
      ...(days.some((day) => day > dayOf(asOf)) ? [`Dấu “${NOT_YET}”: ngày chưa đến.`] : []),
      ...(late.length > 0 ? ['Lượt ghi ngoài các ngày của đợt nằm ở dòng riêng và có trong tổng cộng.'] : []),
    ],
  );
}

/** Names of the figures that a union declares itself; a key without a name shows as it is. */
const DECLARED: Readonly<Record<string, string>> = {
  workers: 'Tổng số đoàn viên, người lao động',
  members: 'Số đoàn viên',
  smartphones: 'Số người có điện thoại thông minh',
  grassroots: 'Tổng số CĐCS',
  active: 'Số CĐCS triển khai',
};

/** Counted and declared side by side; no row adds them. */
export function declaredTable(counting: Counting, union: Figures, declared: Totals, cutOff: string): ReportTable {
  const counted = hasCounted(union) ? union.byOutcome : null;
  const byKey = new Map(counting.outcomes.map(({ code, label }) => [code, label]));
  const rows = Object.entries(declared).map(([key, value], at): Row => {
    const own = counted !== null && byKey.has(key) ? (counted[key] ?? 0) : null;
    return [at + 1, byKey.get(key) ?? DECLARED[key] ?? key, byKey.has(key) ? own : '', value];
  });
  return tableOf(
    'Số liệu đếm tại bàn và số liệu đơn vị tự báo cáo',
    [
      ORDINAL,
      { key: 'figure', label: 'Chỉ tiêu', kind: 'text' },
      { key: 'counted', label: 'Đếm tại bàn', kind: 'count' },
      { key: 'declared', label: 'Tự báo cáo', kind: 'count' },
    ],
    rows,
    null,
    [`${cutOff}. Hai nguồn số liệu đặt cạnh nhau để đối chiếu, không cộng vào nhau.`],
  );
}
