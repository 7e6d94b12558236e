import { percent } from './figures.ts';
import {
  countText,
  NOT_REPORTED,
  percentText,
  printed,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from './report.ts';
import { emWidth, POINT_MM, wordWidth } from './text-width.ts';

/** Printable width on A4 with margins of 30 and 20 mm, and the inner edges of a cell. */
export const PAGE_WIDTH_MM = { portrait: 160, landscape: 247 } as const;
export const CELL_EDGE_MM = 1;

/** A column for names asks for as much as its names, up to about four words; longer names break. */
const NAME_EM = 11;
/** Borders and rounding. */
const SLACK_EM = 0.3;
/** Marks such as `(13)= (12):(2)` break between their two halves. */
const MARK_EM = 3.6;
/** Types of a table, in points. Smaller than 8 cannot be read on paper. */
const TYPE_PT = { most: 13, least: 8 } as const;

type Draft = Omit<ReportColumn, 'width'>;

/**
 * Gives every printed column the share it needs at the largest type that fits: a figure never breaks over two
 * lines. What is left goes to the names first.
 * @param landscape which of the two page widths the table stands on.
 */
export function fitColumns(
  drafts: readonly Draft[],
  rows: readonly (readonly ReportCell[])[],
  total: readonly ReportCell[] | null,
  landscape: boolean,
): ReportColumn[] {
  const bare = drafts.map((draft): ReportColumn => ({ ...draft, width: 0 }));
  const ems = needsOf(bare, total === null ? rows : [...rows, total]);
  const page = landscape ? PAGE_WIDTH_MM.landscape : PAGE_WIDTH_MM.portrait;
  const at = (size: number): number[] =>
    bare.map((column, place) => (column.sheetOnly ? 0 : (ems[place] ?? 0) * size * POINT_MM + 2 * CELL_EDGE_MM));
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  let size: number = TYPE_PT.most;
  while (size > TYPE_PT.least && sumOf(at(size)) > page) size -= 0.5;
  const needs = at(size);
  const greed = bare.map(({ kind, sheetOnly }) => (sheetOnly || kind === 'ordinal' ? 0 : kind === 'text' ? 4 : 1));
  const spare = Math.max(0, page - sumOf(needs)) / Math.max(1, sumOf(greed));
  const widths = needs.map((need, place) => need + spare * (greed[place] ?? 0));
  const whole = sumOf(widths);
  return bare.map((column, place) => ({ ...column, width: Math.round(((widths[place] ?? 0) * 10_000) / whole) / 100 }));
}

/** The largest type at which no figure of the table breaks in its column. */
export function typeSizeFor(table: ReportTable, widthMm: number): number {
  const needs = needsOf(table.columns, table.total === null ? table.rows : [...table.rows, table.total]);
  let size: number = TYPE_PT.most;
  for (const [at, column] of table.columns.entries()) {
    if (!printed([column]).length || column.kind === 'text') continue;
    const room = (widthMm * column.width) / 100 - 2 * CELL_EDGE_MM;
    size = Math.min(size, Math.floor((room * 2) / ((needs[at] ?? 1) * POINT_MM)) / 2);
  }
  return Math.max(TYPE_PT.least, size);
}

/** What each column needs, in ems, edges not counted: its widest figure and the widest word of its head. */
export function needsOf(columns: readonly ReportColumn[], rows: readonly (readonly ReportCell[])[]): number[] {
  return columns.map((column, at) => {
    const head = Math.max(wordWidth(column.label), column.of ? MARK_EM : 0);
    if (column.kind === 'text') return Math.max(head, Math.min(NAME_EM, longestOf(rows, at))) + SLACK_EM;
    // The largest figure is the widest: only that one is written out, since a table may have 126,000 rows.
    let count = 0;
    let rate = 0;
    let below = false;
    let silent = false;
    for (const row of rows) {
      const cell = row[at] ?? null;
      silent ||= cell === null;
      if (typeof cell === 'number') {
        count = Math.max(count, Math.abs(cell));
        below ||= cell < 0;
      } else if (typeof cell === 'object' && cell !== null) rate = Math.max(rate, percent(cell) ?? 0);
    }
    const widest = emWidth(column.kind === 'rate' ? percentText(rate) : countText(below ? -count : count));
    const missing = silent ? wordWidth(NOT_REPORTED) : 0;
    return Math.max(head, widest, missing, 1.4) + SLACK_EM;
  });
}

/** Width of the longest text of a column, looked for only until it is long enough not to matter. */
function longestOf(rows: readonly (readonly ReportCell[])[], at: number): number {
  let longest = 0;
  for (const row of rows) {
    const cell = row[at];
    if (typeof cell === 'string') longest = Math.max(longest, emWidth(cell));
    if (longest > NAME_EM) break;
  }
  return longest;
}
