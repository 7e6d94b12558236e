import { countText, percentText } from '../base/format.ts';
import { emWidth, POINT_MM, wordWidth } from '../base/text-width.ts';
import { percent } from '../figures/figures.ts';
import {
  NOT_REPORTED,
  printed,
  type ReportCell,
  type ReportColumn,
  type ReportRows,
  type ReportTable,
} from './model.ts';

/** Printable width on A4 with margins of 30 and 20 mm, and the inner edges of a cell. */
export const PAGE_WIDTH_MM = { portrait: 160, landscape: 247 } as const;
export const CELL_EDGE_MM = 1;

/** A column for names asks for as much as its names, up to about four words; longer names break. */
const NAME_EM = 11;
/** The column that names units, and as much as it takes where there is room. */
const NAMES = 'name';
const WISH_EM = 24;
/** Borders and rounding. */
const SLACK_EM = 0.3;
/** Marks such as `(13)= (12):(2)` break between their two halves. */
const MARK_EM = 3.6;
/** Types of a table, in points. Smaller than 8 cannot be read on paper; from 10 it reads well. */
const TYPE_PT = { most: 13, comfort: 10, least: 8 } as const;

type Draft = Omit<ReportColumn, 'width'>;

/**
 * Gives every printed column the share it needs at the largest type that fits: a figure never breaks over two
 * lines. What is left goes to the names first.
 * @param landscape which of the two page widths the table stands on.
 */
export function fitColumns(
  drafts: readonly Draft[],
  rows: ReportRows,
  total: readonly ReportCell[] | null,
  landscape: boolean,
): ReportColumn[] {
  const bare = drafts.map((draft): ReportColumn => ({ ...draft, width: 0 }));
  const widest = widestOf(bare, rows, total);
  const ems = needsFrom(bare, widest);
  const page = landscape ? PAGE_WIDTH_MM.landscape : PAGE_WIDTH_MM.portrait;
  const at = (size: number): number[] =>
    bare.map((column, place) => (column.sheetOnly ? 0 : (ems[place] ?? 0) * size * POINT_MM + 2 * CELL_EDGE_MM));
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  let size: number = TYPE_PT.most;
  while (size > TYPE_PT.least && sumOf(at(size)) > page) size -= 0.5;
  // Smaller still, as long as it reads well, if the names then stand on one line each: half as many pages.
  const wishes = bare.map(({ key }, place) =>
    key !== NAMES ? 0 : Math.max(0, wishOf(widest[place]) - (ems[place] ?? 0)),
  );
  const wished = (points: number): number => sumOf(at(points)) + sumOf(wishes) * points * POINT_MM;
  while (size > TYPE_PT.comfort && wished(size) > page) size -= 0.5;
  const needs = at(size);
  // What is left goes to the names first, until the longest of them stands on one line.
  let left = Math.max(0, page - sumOf(needs));
  for (const [place, wish] of wishes.entries()) {
    const more = Math.min(left, wish * size * POINT_MM);
    needs[place] = (needs[place] ?? 0) + more;
    left -= more;
  }
  const greed = bare.map(({ kind, sheetOnly }) => (sheetOnly || kind === 'ordinal' ? 0 : kind === 'text' ? 4 : 1));
  const spare = left / Math.max(1, sumOf(greed));
  const widths = needs.map((need, place) => need + spare * (greed[place] ?? 0));
  const whole = sumOf(widths);
  return bare.map((column, place) => ({ ...column, width: Math.round(((widths[place] ?? 0) * 10_000) / whole) / 100 }));
}

/** Room that a column for names would like, in ems. */
const wishOf = (widest: Widest | undefined): number => Math.min(WISH_EM, widest?.text ?? 0) + SLACK_EM;

/** The largest type at which no figure of the table breaks in its column, nor a name that could stand on one line. */
export function typeSizeFor(table: ReportTable, widthMm: number): number {
  const widest = widestOf(table.columns, table.rows, table.total);
  const needs = needsFrom(table.columns, widest);
  let size: number = TYPE_PT.most;
  for (const [at, column] of table.columns.entries()) {
    if (!printed([column]).length) continue;
    const room = (widthMm * column.width) / 100 - 2 * CELL_EDGE_MM;
    const fitting = (em: number): number => Math.floor((room * 2) / (em * POINT_MM)) / 2;
    if (column.key === NAMES) size = Math.min(size, Math.max(TYPE_PT.comfort, fitting(wishOf(widest[at]))));
    else if (column.kind !== 'text') size = Math.min(size, fitting(needs[at] ?? 1));
  }
  return Math.max(TYPE_PT.least, size);
}

/** What each column needs, in ems, edges not counted: its widest figure and the widest word of its head. */
export function needsOf(
  columns: readonly ReportColumn[],
  rows: ReportRows,
  total: readonly ReportCell[] | null,
): number[] {
  return needsFrom(columns, widestOf(columns, rows, total));
}

function widestOf(
  columns: readonly unknown[],
  rows: ReportRows,
  total: readonly ReportCell[] | null,
): readonly Widest[] {
  const widest = columns.map(() => new Widest());
  // The rows are read once: they may be 126,000 and made as they are read.
  for (const row of rows) for (const [at, one] of widest.entries()) one.note(row[at] ?? null);
  if (total !== null) for (const [at, one] of widest.entries()) one.note(total[at] ?? null);
  return widest;
}

function needsFrom(columns: readonly ReportColumn[], widest: readonly Widest[]): number[] {
  return columns.map((column, at) => {
    const head = Math.max(wordWidth(column.label), column.of ? MARK_EM : 0);
    const { text, count, rate, below, silent } = widest[at] ?? new Widest();
    if (column.kind === 'text') return Math.max(head, Math.min(NAME_EM, text)) + SLACK_EM;
    const figure = emWidth(column.kind === 'rate' ? percentText(rate) : countText(below ? -count : count));
    return Math.max(head, figure, silent ? wordWidth(NOT_REPORTED) : 0, 1.4) + SLACK_EM;
  });
}

/** What is widest in a column. The largest figure is: only that one is written out. */
class Widest {
  text = 0;
  count = 0;
  rate = 0;
  below = false;
  silent = false;

  note(cell: ReportCell): void {
    if (cell === null) this.silent = true;
    else if (typeof cell === 'number') {
      this.count = Math.max(this.count, Math.abs(cell));
      this.below ||= cell < 0;
    } else if (typeof cell === 'object') this.rate = Math.max(this.rate, percent(cell) ?? 0);
    // A text is looked at only until one is long enough not to matter.
    else if (this.text <= WISH_EM) this.text = Math.max(this.text, emWidth(cell));
  }
}
