import { countText } from '../base/format.ts';
import { clean } from '../base/text.ts';
import { type Figures, hasCounted, sumKnown, sumOf, type Totals, workforceOf } from '../figures/figures.ts';
import { fitColumns } from './column-widths.ts';
import { CountLines, RowsOnDemand } from './count-lines.ts';
import { GRAND_TOTAL, type RateOf, type ReportCell, type ReportColumn, type ReportTable } from './model.ts';
import { allOf, type Counting, workingText } from './outcomes.ts';

const UNALLOCATED = 'Chưa phân bổ cho đơn vị';

type Draft = Omit<ReportColumn, 'width'>;
/** What the units do not explain, by place of the column; `''` where a number would mean nothing. */
type Rest = ReadonlyMap<number, number | ''>;

interface CountColumn {
  readonly draft: Draft;
  readonly take: (figures: Figures) => number | null;
  /** Counted lines add up to the union's own figure; what a roster says of people may not. */
  readonly exact: boolean;
  /** Left out where no unit has anything in it. */
  readonly optional: boolean;
}

/** A column that is shown: its place among all of them, and the union's own figure. */
type Shown = CountColumn & { readonly at: number; readonly own: number | null };

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
  const every = countColumns(counting);
  const own = every.map(({ take }) => take(union));
  const names: { readonly code: string; readonly name: string }[] = [];
  const lines = new CountLines(every.length);
  // One pass, keeping nothing of a unit but its line.
  for (const figures of units) {
    names.push({ code: figures.union.code, name: clean(figures.union.name) });
    lines.push(every.map(({ take }) => take(figures)));
  }
  const childless = names.length === 0;
  if (childless) {
    names.push({ code: union.union.code, name: clean(union.union.name) });
    lines.push(own);
  }
  const columns = every
    .map((column, at) => ({ ...column, at, own: own[at] ?? null }))
    .filter(({ optional, at }) => !optional || lines.given(at) > 0);
  const rest = childless ? null : restOf(columns, lines);
  const restAt = (at: number): number | null => {
    const value = rest?.get(at);
    return typeof value === 'number' ? value : null;
  };
  const totalAt = (at: number, among = at): number | null =>
    sumKnown([lines.sum(at, among), restAt(among) === null ? null : restAt(at)]);

  const place = new Map(columns.map(({ draft, at }) => [draft.key, at]));
  const placeOf = (key: string): number => place.get(key) ?? -1;
  const gaps = gapsOf(columns, lines, restAt);
  const drafts = withRates(counting, columns, (whole) => gaps.has(whole));
  const cells = drafts.map(({ key, of }) => ({
    of,
    at: placeOf(key),
    part: placeOf(of?.part ?? ''),
    whole: placeOf(of?.whole ?? ''),
  }));
  const rowAt = (row: number): readonly ReportCell[] => {
    const unit = names[row];
    // The rest is not a unit: its people and its counts are not each other's.
    if (unit === undefined) {
      return ['', '', UNALLOCATED, ...cells.map(({ of, at }) => (of === undefined ? (rest?.get(at) ?? null) : ''))];
    }
    return [
      row + 1,
      unit.code,
      unit.name,
      ...cells.map(({ of, at, part, whole }): ReportCell => {
        if (of === undefined) return lines.at(row, at);
        const over = lines.at(row, part);
        return over === null ? null : { part: over, whole: lines.at(row, whole) };
      }),
    ];
  };
  const rows = new RowsOnDemand(names.length + (rest === null ? 0 : 1), rowAt);
  const sums = cells.map(({ of, at, part, whole }): ReportCell => {
    if (of === undefined) return totalAt(at);
    const parts = of.knownOnly ? totalAt(part, whole) : totalAt(part);
    return parts === null ? null : { part: parts, whole: totalAt(whole) };
  });
  const bottom = ['', '', GRAND_TOTAL, ...sums];
  return {
    table: {
      title: '',
      basis: `${cutOff}. ${sourceText(counting)}`,
      columns: fitColumns([...NAMES, ...drafts], rows, bottom, true),
      rows: rows.length > AT_ONCE ? rows : [...rows],
      total: bottom,
      notes: remarks(
        columns,
        lines,
        rest !== null,
        gaps,
        columns.some(({ at }) => lines.given(at) < lines.length),
      ),
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

/** How many grassroots unions stand below: a grassroots union itself is not asked. */
const above = ({ union, grassroots }: Figures) => (union.level >= 4 ? undefined : grassroots);

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
    count('grassroots', 'Tổng số', GRASSROOTS, (figures) => above(figures)?.total ?? null),
    count('active', 'Triển khai', GRASSROOTS, (figures) => above(figures)?.active ?? null),
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
function withRates(counting: Counting, columns: readonly Shown[], gap: (whole: string) => boolean): Draft[] {
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
function gapsOf(
  columns: readonly Shown[],
  lines: CountLines,
  restAt: (at: number) => number | null,
): Map<string, string> {
  const gaps = new Map<string, string>();
  for (const { draft, exact, at } of columns) {
    const given = lines.given(at);
    const covered = (restAt(at) ?? 0) > 0;
    if (!exact && given > 0 && given < lines.length && !covered)
      gaps.set(draft.key, `${countText(given)}/${countText(lines.length)}`);
  }
  return gaps;
}

function restOf(columns: readonly Shown[], lines: CountLines): Rest | null {
  const rest = columns.map(({ exact, at, own }): [number, number | ''] => {
    if (own === null) return [at, ''];
    const missing = own - (lines.sum(at) ?? 0);
    // Where a roster gives a union fewer people than its units have together, the units are believed.
    return [at, exact ? missing : Math.max(0, missing)];
  });
  return rest.some(([, value]) => value !== '' && value !== 0) ? new Map(rest) : null;
}

/** Numerator and denominators, named once for the whole table. */
const sourceText = (counting: Counting): string =>
  `Tử số của tỷ lệ: ${workingText(counting)}. Mẫu số: tổng số đoàn viên, người lao động (ĐV, NLĐ) và số người có điện thoại thông minh (ĐTTM) theo danh sách công đoàn.`;

function remarks(
  columns: readonly Shown[],
  lines: CountLines,
  rest: boolean,
  gaps: ReadonlyMap<string, string>,
  silent: boolean,
): string[] {
  const notes: string[] = [];
  for (const { draft, exact, at, own } of columns) {
    if (exact) continue;
    const gap = gaps.get(draft.key);
    if (gap !== undefined && RATED.has(draft.key)) {
      notes.push(`Tỷ lệ trên “${draft.label}” ở dòng ${GRAND_TOTAL} tính trên ${gap} đơn vị có số liệu.`);
    }
    const sum = lines.sum(at) ?? 0;
    if (sum > (own ?? sum)) {
      notes.push(`“${draft.label}” của các đơn vị cộng lại lớn hơn số của đơn vị lập báo cáo; bảng lấy số cộng.`);
    }
  }
  if (rest) {
    notes.push(`“${UNALLOCATED}”: lượt đếm tại bàn của chính đơn vị lập báo cáo và quy mô chưa chia cho từng đơn vị.`);
  }
  if (silent) notes.push('“chưa báo cáo” là chưa có số liệu, khác với số 0.');
  return notes;
}

/** As many rows as a document on paper may have are made at once. */
const AT_ONCE = 5_000;

/** Columns that a rate is taken on. */
const RATED: ReadonlySet<string> = new Set(['grassroots', 'workers', 'smartphones']);
