import type { Content, CustomTableLayout, Margins, TableCell } from 'pdfmake/interfaces';
import { linesOf } from '../../../core/base/text-width.ts';
import type { ReportLayout } from '../../../core/form/template.ts';
import { CELL_EDGE_MM, typeSizeFor } from '../../../core/report/column-widths.ts';
import {
  cellText,
  columnMarks,
  printed,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '../../../core/report/model.ts';
import { noteText, OPENING_ROWS, printedCells, staysWhole } from '../page-shape.ts';
import type { TableEnds } from './page-ends.ts';
import { points } from './units.ts';

const LINE_PT = 0.5;
const EDGE_PT = points(CELL_EDGE_MM);

/** A thin frame around every cell, as offices rule their tables. */
const RULED: CustomTableLayout = {
  hLineWidth: () => LINE_PT,
  vLineWidth: () => LINE_PT,
  paddingLeft: () => EDGE_PT,
  paddingRight: () => EDGE_PT,
  paddingTop: () => 1,
  paddingBottom: () => 1.5,
};

const SIDE: Record<ReportColumn['kind'], 'left' | 'center' | 'right'> = {
  ordinal: 'center',
  code: 'left',
  text: 'left',
  count: 'right',
  rate: 'right',
};

/** A block higher than this may not fit below the title of its annex on a wide page, and the library drops what fits on no page. */
const WHOLE_PT = 240;

/**
 * How a table begins: how many rows stand on one page with its heads, all of them and the sum where that is a small
 * block, and the height of that in points, a little more rather than less: what the lines above must find room for.
 */
function openingOf(table: ReportTable, widthMm: number): { readonly rows: number; readonly heightPt: number } {
  const size = typeSizeFor(table, widthMm);
  const places = printed(table.columns).map((column) => ({
    column,
    at: table.columns.indexOf(column),
    widthEm: ((points(widthMm) * column.width) / 100 - 2 * EDGE_PT) / size,
  }));
  const high = (lines: (place: (typeof places)[number]) => number): number =>
    Math.max(...places.map(lines)) * size * SINGLE + 4;
  const grouped = places.some(({ column }) => column.group !== undefined);
  const heads = high(({ column, widthEm }) => linesOf(column.label, widthEm) + (grouped ? 1 : 0));
  const marks = places.some(({ column }) => column.of !== undefined) ? high(() => 2) : 0;
  const heightPt = (rows: readonly (readonly ReportCell[])[]): number =>
    rows.reduce(
      (sum, row) => sum + high(({ at, widthEm }) => linesOf(cellText(row[at] ?? null), widthEm)),
      heads + marks,
    );
  const all = [...table.rows, ...(table.total === null ? [] : [table.total])];
  if (staysWhole(table.rows.length) && heightPt(all) <= WHOLE_PT) return { rows: all.length, heightPt: heightPt(all) };
  return { rows: OPENING_ROWS, heightPt: heightPt(all.slice(0, OPENING_ROWS)) };
}

/**
 * A table of the text, with room below it. What stands above it goes to the next page with it, unless its heads and
 * first rows find room too: the lines above hold a gap of that height below them, and the table begins in the gap.
 */
export function tableOf(
  above: readonly Content[],
  table: ReportTable,
  widthMm: number,
  layout: ReportLayout,
  ends: TableEnds,
): Content {
  const { lead, grid } = partsOf(table, widthMm, layout, ends);
  const gap = openingOf(table, widthMm).heightPt;
  return {
    stack: [
      { stack: [...above, ...lead, { text: '', fontSize: 0.1, margin: [0, 0, 0, gap] }], unbreakable: true },
      { stack: grid, margin: [0, -gap, 0, 8] },
    ],
  };
}

/** The parts of a table as wide as the page at hand: title and what it speaks of; then figures and notes. */
export function partsOf(
  table: ReportTable,
  widthMm: number,
  { sizes }: ReportLayout,
  ends: TableEnds,
): { readonly lead: Content[]; readonly grid: Content[] } {
  const title: Content[] =
    table.title === '' ? [] : [{ text: table.title, bold: true, alignment: 'center', margin: [0, 6, 0, 0] }];
  const notes = table.notes.map(
    (text, at): Content => ({
      text: noteText(text, at),
      italics: true,
      fontSize: sizes.note,
      alignment: 'justify',
      margin: [0, at === 0 ? 3 : 1, 0, 0],
    }),
  );
  const basis: Content = {
    text: `(${table.basis})`,
    italics: true,
    fontSize: sizes.note,
    alignment: 'center',
    margin: [0, 2, 0, 4],
  };
  return { lead: [...title, basis], grid: [...gridOf(table, widthMm, ends, notes), ...notes] };
}

/** The figures: one table, or two under the same heads where the page is turned before the end of it. */
function gridOf(table: ReportTable, widthMm: number, ends: TableEnds, notes: readonly Content[]): Content[] {
  const columns = printed(table.columns);
  const places = columns.map((column) => table.columns.indexOf(column));
  const widths = columns.map(({ width }) => (points(widthMm) * width) / 100 - 2 * EDGE_PT - LINE_PT);
  const size = typeSizeFor(table, widthMm);
  const rows = table.rows.map((row) => rowOf(row, columns, places, false));
  const sum = table.total === null ? [] : [rowOf(table.total, columns, places, true)];
  const body = [...rows, ...sum];
  const opening = openingOf(table, widthMm).rows;
  const last = Math.max(0, rows.length - OPENING_ROWS);
  const grid = (part: TableCell[][], turned = false): Content => {
    const heads = headsOf(columns, widths, size);
    return {
      fontSize: size,
      layout: RULED,
      ...(turned ? { pageBreak: 'before' } : {}),
      table: {
        widths,
        headerRows: heads.length,
        keepWithHeaderRows: opening,
        dontBreakRows: true,
        body: [...heads, ...part],
      },
    };
  };
  if (opening === body.length || last === 0) return [grid(body)];
  ends.watch(table.rows, [...body.slice(last), ...notes.map((note) => [note])]);
  return ends.turnsBefore(table.rows) ? [grid(body.slice(0, last)), grid(body.slice(last), true)] : [grid(body)];
}

const rowOf = (
  cells: readonly ReportCell[],
  columns: readonly ReportColumn[],
  places: readonly number[],
  bold: boolean,
): TableCell[] =>
  printedCells(cells, places).flatMap(({ place, span, cell, isSilent }): TableCell[] => [
    {
      text: cellText(cell),
      alignment: isSilent ? 'center' : SIDE[columns[place]?.kind ?? 'text'],
      verticalAlignment: 'middle',
      ...(span > 1 ? { colSpan: span } : {}),
      ...(bold ? { bold } : {}),
    },
    ...Array.from({ length: span - 1 }, () => ({})),
  ]);

/** One or two rows of heads, and the marks where rates name their columns; repeated on every page. */
function headsOf(columns: readonly ReportColumn[], widths: readonly number[], size: number): TableCell[][] {
  const grouped = columns.some(({ group }) => group !== undefined);
  const cell = (
    text: string,
    more: { bold?: boolean; rowSpan?: number; colSpan?: number; margin?: Margins; verticalAlignment?: 'middle' } = {},
  ): TableCell => ({
    text,
    alignment: 'center',
    ...more,
  });
  const spanOf = (at: number): number => {
    const after = columns.slice(at).findIndex(({ group }) => group !== columns[at]?.group);
    return after < 0 ? columns.length - at : after;
  };
  const widthOf = (at: number, span = 1): number =>
    widths.slice(at, at + span).reduce((sum, width) => sum + width, 0) / size;
  const grouping = columns.map(({ group }, at) => (group === undefined ? 0 : linesOf(group, widthOf(at, spanOf(at)))));
  const labels = columns.map(({ label }, at) => linesOf(label, widthOf(at)));
  const lowest = Math.max(1, ...labels.filter((_, at) => grouping[at] !== 0));
  const high = grouped ? Math.max(...grouping) + lowest : Math.max(...labels);
  // The library sets cells that span two rows at the foot of them: here they are pushed to the middle from above.
  const middle = (lines: number, room: number) => ({
    margin: [0, (Math.max(0, room - lines) / 2) * size * SINGLE, 0, 0] as Margins,
  });
  const upper = columns.map(({ label, group }, at): TableCell => {
    if (group === undefined) {
      return cell(label, { bold: true, ...(grouped ? { rowSpan: 2 } : {}), ...middle(labels[at] ?? 1, high) });
    }
    if (columns[at - 1]?.group === group) return {};
    return cell(group, { bold: true, colSpan: spanOf(at), verticalAlignment: 'middle' });
  });
  const lower = columns.map(
    ({ label, group }): TableCell =>
      group === undefined ? {} : cell(label, { bold: true, verticalAlignment: 'middle' }),
  );
  const heads = grouped ? [upper, lower] : [upper];
  if (!columns.some(({ of }) => of !== undefined)) return heads;
  return [...heads, columnMarks(columns).map((mark) => cell(mark, { verticalAlignment: 'middle' }))];
}

/** Single lines of Times stand so many times their size apart. */
const SINGLE = 1.15;
