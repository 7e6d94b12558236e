import { type Figures, hasCounted, sumKnown, sumOf, type Totals, workforceOf } from './figures.ts';
import type { RateOf, ReportCell, ReportColumn, ReportTable } from './report.ts';
import { fitColumns } from './report-columns.ts';
import { allOf, type Counting, workingText } from './report-counting.ts';
import { clean } from './report-form.ts';

export const GRAND_TOTAL = 'TỔNG CỘNG';
const UNALLOCATED = 'Chưa phân bổ cho đơn vị';

type Draft = Omit<ReportColumn, 'width'>;
/** Counts of one line in the order of the count columns; `''` where a number would mean nothing. */
type Line = readonly (number | null | '')[];

interface CountColumn {
  readonly draft: Draft;
  readonly take: (figures: Figures) => number | null;
  /** Counted lines add up to the union's own figure; what a roster says of people may not. */
  readonly exact: boolean;
  /** Left out where no unit has anything in it. */
  readonly optional: boolean;
}

export interface UnitsTable {
  readonly table: ReportTable;
  /** The cell of the bottom row in a column. */
  readonly sum: (key: string) => ReportCell;
  /** ` (tính trên 7/8 đơn vị có số liệu)` for a rate that cannot speak of all units; otherwise empty. */
  readonly scope: (key: string) => string;
}

/**
 * Results by unit. The bottom row is the union's own figure: what its units do not explain (counted at the
 * union's own booths, or people not divided among units yet) stands in a line of its own. Without units the
 * union is its only line. Rates come from sums of lines whose denominator is known.
 */
export function unitsTable(counting: Counting, union: Figures, units: Iterable<Figures>, cutOff: string): UnitsTable {
  // One pass, keeping nothing of a unit but its line: there may be 126,000.
  const every = countColumns(counting);
  const listed: { readonly code: string; readonly name: string }[] = [];
  const taken: Line[] = [];
  for (const figures of units) {
    listed.push({ code: figures.union.code, name: clean(figures.union.name) });
    taken.push(every.map(({ take }) => take(figures)));
  }
  const childless = listed.length === 0;
  const ownAll = every.map(({ take }) => take(union));
  if (childless) {
    listed.push({ code: union.union.code, name: clean(union.union.name) });
    taken.push(ownAll);
  }
  const used = every.map(
    ({ optional }, at) => !optional || [ownAll, ...taken].some((line) => (line[at] ?? null) !== null),
  );
  const pick = (line: Line): Line => (used.every(Boolean) ? line : line.filter((_, at) => used[at]));
  const columns = every.filter((_, at) => used[at]);
  const own = pick(ownAll);
  const lines = taken.map(pick);
  const rest = childless ? null : restOf(columns, own, lines);
  const body = rest === null ? lines : [...lines, rest];
  const total: Line = columns.map((_, at) => sumKnown(body.map((line) => numberAt(line, at))));

  const place = new Map(columns.map(({ draft }, at) => [draft.key, at]));
  const at = (key: string): number => place.get(key) ?? -1;
  const gaps = gapsOf(columns, lines, rest);
  const drafts = withRates(counting, columns, (whole) => gaps.has(whole));
  const rateOf = (line: Line, { part, whole }: RateOf): ReportCell => {
    const [over, under] = [line[at(part)] ?? null, line[at(whole)] ?? null];
    return over === null || over === '' || under === '' ? over : { part: over, whole: under };
  };
  const sumRate = ({ part, whole, knownOnly }: RateOf): ReportCell => {
    const known = knownOnly ? body.filter((line) => numberAt(line, at(whole)) !== null) : body;
    const parts = sumKnown(known.map((line) => numberAt(line, at(part))));
    return parts === null ? null : { part: parts, whole: numberAt(total, at(whole)) };
  };
  const cellsOf = (line: Line): ReportCell[] =>
    drafts.map(({ key, of }) => {
      if (of === undefined) return line[at(key)] ?? null;
      // The rest is not a unit: its people and its counts are not each other's.
      return line === rest ? '' : rateOf(line, of);
    });
  const rows = body.map((line, row) => {
    const unit = listed[row];
    return [unit ? row + 1 : '', unit?.code ?? '', unit?.name ?? UNALLOCATED, ...cellsOf(line)];
  });
  const sums = drafts.map(({ key, of }) => (of ? sumRate(of) : (total[at(key)] ?? null)));
  const bottom = ['', '', GRAND_TOTAL, ...sums];
  return {
    table: {
      title: '',
      basis: `${cutOff}. ${sourceText(counting)}`,
      columns: fitColumns([...NAMES, ...drafts], rows, bottom, true),
      rows,
      total: bottom,
      notes: remarks(columns, own, lines, rest, gaps, rows),
    },
    sum: (key) => sums[drafts.findIndex((draft) => draft.key === key)] ?? null,
    scope: (key) => {
      const gap = gaps.get(drafts.find((draft) => draft.key === key)?.of?.whole ?? '');
      return gap === undefined ? '' : ` (tính trên ${gap} đơn vị có số liệu)`;
    },
  };
}

const NAMES: readonly Draft[] = [
  { key: 'ordinal', label: 'TT', kind: 'ordinal' },
  { key: 'code', label: 'Mã', kind: 'code', sheetOnly: true },
  { key: 'name', label: 'Đơn vị', kind: 'text' },
];
const GRASSROOTS = 'Công đoàn cơ sở';
const PEOPLE = 'Quy mô (người)';
const BOOTH = 'Đếm tại bàn (lượt)';

const DECLARED = 'Tự báo cáo (người)';

function countColumns(counting: Counting): CountColumn[] {
  const count = (key: string, label: string, group: string, take: CountColumn['take']): CountColumn => ({
    draft: { key, label, kind: 'count', group },
    take,
    exact: group === BOOTH,
    optional: group === GRASSROOTS || group === DECLARED,
  });
  const counted = (key: string, label: string, value: (totals: Totals) => number): CountColumn =>
    count(key, label, BOOTH, (figures) => (hasCounted(figures) ? value(figures.byOutcome) : null));
  const declared = (key: string, label: string): CountColumn =>
    count(`declared_${key}`, label, DECLARED, (figures) => figures.declared?.values[key] ?? null);
  return [
    count('grassroots', 'Tổng số', GRASSROOTS, (figures) => figures.grassroots?.total ?? null),
    count('active', 'Triển khai', GRASSROOTS, (figures) => figures.grassroots?.active ?? null),
    count('workers', 'ĐV, NLĐ', PEOPLE, (figures) => workforceOf(figures).workers),
    count('smartphones', 'Có ĐTTM', PEOPLE, (figures) => workforceOf(figures).smartphones),
    declared('installed_before', 'Cài trước đợt'),
    declared('installed', 'Cài trong đợt'),
    ...counting.outcomes.map(({ code, short }) => counted(code, short, (totals) => totals[code] ?? 0)),
    counted('all', 'Lượt người đến', (totals) => allOf(counting, totals)),
    counted('working', `Đã có ${counting.app}`, (totals) => sumOf(totals, counting.working)),
  ];
}

/** Every rate stands beside what it is made of, and names both columns. */
function withRates(counting: Counting, columns: readonly CountColumn[], gap: (whole: string) => boolean): Draft[] {
  const group = `Tỷ lệ đã có ${counting.app}`;
  const over = (part: string, whole: string): RateOf => ({ part, whole, ...(gap(whole) ? { knownOnly: true } : {}) });
  const drafts = columns.flatMap(({ draft }): Draft[] =>
    draft.key === 'active'
      ? [
          draft,
          {
            key: 'activeRate',
            label: 'Tỷ lệ',
            kind: 'rate',
            group: GRASSROOTS,
            of: over('active', 'grassroots'),
          },
        ]
      : [draft],
  );
  return [
    ...drafts,
    { key: 'ofWorkers', label: 'trên ĐV, NLĐ', kind: 'rate', group, of: over('working', 'workers') },
    { key: 'ofSmartphones', label: 'trên có ĐTTM', kind: 'rate', group, of: over('working', 'smartphones') },
  ];
}

/**
 * Denominators that some units did not give, as `7/8`. Where the union's own figure covers the units without
 * one, there is no gap.
 */
function gapsOf(columns: readonly CountColumn[], lines: readonly Line[], rest: Line | null): Map<string, string> {
  const gaps = new Map<string, string>();
  for (const [at, { draft, exact }] of columns.entries()) {
    const given = lines.filter((line) => numberAt(line, at) !== null).length;
    const covered = rest !== null && (numberAt(rest, at) ?? 0) > 0;
    if (!exact && given > 0 && given < lines.length && !covered) gaps.set(draft.key, `${given}/${lines.length}`);
  }
  return gaps;
}

function restOf(columns: readonly CountColumn[], own: Line, lines: readonly Line[]): Line | null {
  const rest = columns.map(({ exact }, at) => {
    const mine = numberAt(own, at);
    if (mine === null) return '';
    const missing = mine - (sumKnown(lines.map((line) => numberAt(line, at))) ?? 0);
    // Where a roster gives a union fewer people than its units have together, the units are believed.
    return exact ? missing : Math.max(0, missing);
  });
  return rest.some((value) => value !== '' && value !== 0) ? rest : null;
}

const numberAt = (line: Line, at: number): number | null => {
  const value = line[at];
  return typeof value === 'number' ? value : null;
};

/** Numerator and denominators, named once for the whole table. */
const sourceText = (counting: Counting): string =>
  `Tử số của tỷ lệ: ${workingText(counting)}. Mẫu số: tổng số đoàn viên, người lao động (ĐV, NLĐ) và số người có điện thoại thông minh (ĐTTM) theo danh sách công đoàn.`;

function remarks(
  columns: readonly CountColumn[],
  own: Line,
  lines: readonly Line[],
  rest: Line | null,
  gaps: ReadonlyMap<string, string>,
  rows: readonly (readonly ReportCell[])[],
): string[] {
  const notes: string[] = [];
  for (const [at, { draft, exact }] of columns.entries()) {
    if (exact) continue;
    const gap = gaps.get(draft.key);
    if (gap !== undefined) {
      notes.push(`Tỷ lệ trên “${draft.label}” ở dòng ${GRAND_TOTAL} tính trên ${gap} đơn vị có số liệu.`);
    }
    const sum = sumKnown(lines.map((line) => numberAt(line, at))) ?? 0;
    if (sum > (numberAt(own, at) ?? sum)) {
      notes.push(`“${draft.label}” của các đơn vị cộng lại lớn hơn số của đơn vị lập báo cáo; bảng lấy số cộng.`);
    }
  }
  if (rest !== null) {
    notes.push(`“${UNALLOCATED}”: lượt đếm tại bàn của chính đơn vị lập báo cáo và quy mô chưa chia cho từng đơn vị.`);
  }
  if (rows.some((row) => row.includes(null))) notes.push('“chưa báo cáo” là chưa có số liệu, khác với số 0.');
  return notes;
}
