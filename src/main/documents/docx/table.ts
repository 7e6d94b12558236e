import { AlignmentType, type FileChild, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable } from 'docx';
import { CELL_EDGE_MM, typeSizeFor } from '../../../core/report/column-widths.ts';
import { columnMarks, MARK_BREAK, printed, type ReportColumn, type ReportTable } from '../../../core/report/model.ts';
import { keepsNext, noteText } from '../page-shape.ts';
import { line, mm } from './page.ts';
import { BodyRow, cellStyle } from './row.ts';

/** A table of the report, as wide as the page at hand: title, what it speaks of, figures, notes. */
export function tableOf(table: ReportTable, widthMm: number): FileChild[] {
  const title = table.title === '' ? [] : [line(table.title, { bold: true }, TITLE)];
  const notes = table.notes.map((text, at) => {
    const place = at === table.notes.length - 1 ? LAST_NOTE : { keepNext: true };
    return line(noteText(text, at), {}, { style: 'NoteOfTable', keepLines: true, ...place });
  });
  const after = notes.length > 0 ? notes : [line('', { size: 8 })];
  return [...title, line(`(${table.basis})`, {}, { style: 'BasisOfTable' }), gridOf(table, widthMm), ...after];
}

const TITLE = { alignment: AlignmentType.CENTER, spacing: { before: 120 }, keepNext: true };
const LAST_NOTE = { spacing: { before: 40, after: 160 } };

function gridOf(table: ReportTable, widthMm: number): Table {
  const columns = printed(table.columns);
  const widths = columns.map(({ width }) => mm((widthMm * width) / 100));
  const size = typeSizeFor(table, widthMm);
  const places = columns.map((column) => ({ column, at: table.columns.indexOf(column) }));
  const body = [...table.rows, ...(table.total === null ? [] : [table.total])];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: sum(widths), type: 'dxa' },
    margins: { left: mm(CELL_EDGE_MM), right: mm(CELL_EDGE_MM), top: 20, bottom: 20 },
    rows: [
      ...headsOf(columns, widths, size),
      ...body.map((cells, row) => {
        const keep = keepsNext(row, table);
        return new BodyRow(cells, places, widths, size, { bold: cells === table.total, keep });
      }),
    ],
  });
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** One or two rows of heads, and the marks where rates name their columns; repeated on every page. */
function headsOf(columns: readonly ReportColumn[], widths: readonly number[], size: number): TableRow[] {
  const grouped = columns.some(({ group }) => group !== undefined);
  const cell = (text: string, bold: boolean, at: number, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({
      ...spans,
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: sum(widths.slice(at, at + (spans.columnSpan ?? 1))), type: 'dxa' },
      children: text
        .split(MARK_BREAK)
        .map((part) => line(part, { bold }, { style: cellStyle(size, 'center'), keepNext: true })),
    });
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children });
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  for (const [at, { label, group }] of columns.entries()) {
    if (group === undefined) {
      upper.push(cell(label, true, at, grouped ? { rowSpan: 2 } : {}));
      continue;
    }
    lower.push(cell(label, true, at));
    if (columns[at - 1]?.group === group) continue;
    const after = columns.slice(at).findIndex((column) => column.group !== group);
    upper.push(cell(group, true, at, { columnSpan: after < 0 ? columns.length - at : after }));
  }
  const rows = grouped ? [row(upper), row(lower)] : [row(upper)];
  if (!columns.some(({ of }) => of !== undefined)) return rows;
  return [...rows, row(columnMarks(columns).map((mark, at) => cell(mark, false, at)))];
}
