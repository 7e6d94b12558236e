import type { Content, CustomTableLayout, Margins, TableCell } from 'pdfmake/interfaces';
import {
  cellText,
  columnMarks,
  printed,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '../../core/report.ts';
import { CELL_EDGE_MM, typeSizeFor } from '../../core/report-columns.ts';
import type { ReportLayout } from '../../core/report-template.ts';
import { linesOf } from '../../core/text-width.ts';
import { points } from './pdf-units.ts';
import { noteText, OPENING_ROWS, printedCells } from './shape.ts';

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

/**
 * Height in points of the heads of a table and its first rows, a little more rather than less: what the lines above
 * it must find room for on their page.
 */
function openingPt(table: ReportTable, widthMm: number): number {
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
  const opening = [...table.rows].slice(0, OPENING_ROWS);
  const rows = opening.map((row) => high(({ at, widthEm }) => linesOf(cellText(row[at] ?? null), widthEm)));
  return [heads, marks, ...rows].reduce((sum, height) => sum + height, 0);
}

/**
 * A table of the text, with room below it. What stands above it goes to the next page with it, unless its heads and
 * first rows find room too: the lines above hold a gap of that height below them, and the table begins in the gap.
 */
export function tableOf(above: readonly Content[], table: ReportTable, widthMm: number, layout: ReportLayout): Content {
  const { lead, grid } = partsOf(table, widthMm, layout);
  const gap = openingPt(table, widthMm);
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
  return { lead: [...title, basis], grid: [gridOf(table, widthMm), ...notes] };
}

function gridOf(table: ReportTable, widthMm: number): Content {
  const columns = printed(table.columns);
  const places = columns.map((column) => table.columns.indexOf(column));
  const widths = columns.map(({ width }) => (points(widthMm) * width) / 100 - 2 * EDGE_PT - LINE_PT);
  const size = typeSizeFor(table, widthMm);
  const heads = headsOf(columns, widths, size);
  const rowOf = (cells: readonly ReportCell[], bold: boolean): TableCell[] =>
    printedCells(cells, places).flatMap(({ place, span, cell }): TableCell[] => [
      {
        text: cellText(cell),
        alignment: span > 1 ? 'center' : SIDE[columns[place]?.kind ?? 'text'],
        verticalAlignment: 'middle',
        ...(span > 1 ? { colSpan: span } : {}),
        ...(bold ? { bold } : {}),
      },
      ...Array.from({ length: span - 1 }, () => ({})),
    ]);
  return {
    fontSize: size,
    layout: RULED,
    table: {
      widths,
      headerRows: heads.length,
      keepWithHeaderRows: Math.min(OPENING_ROWS, table.rows.length),
      dontBreakRows: true,
      body: [
        ...heads,
        ...table.rows.map((row) => rowOf(row, false)),
        ...(table.total === null ? [] : [rowOf(table.total, true)]),
      ],
    },
  };
}

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
