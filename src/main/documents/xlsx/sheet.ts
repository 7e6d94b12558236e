import type { Cell, CellValue, Style, Worksheet } from 'exceljs';
import { linesOf } from '../../../core/base/text-width.ts';
import { percent, type Rate } from '../../../core/figures/figures.ts';
import {
  columnMarks,
  NOT_REPORTED,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '../../../core/report/model.ts';
import { CELL, HEAD_CELL, MARK_CELL, TOTAL_CELL } from './styles.ts';

/** Rows written between two breaths, in which the zip behind the sheet catches up. */
const BREATH = 50;
/** A column of width 1 is about half an em of 12-point type, a line of it 16 points high. */
export const EM_PER_CHAR = 0.5;
const LINE_PT = 16;
/** Excel knows no row higher than 409 points, and calls a file damaged that holds one. */
const LINES_MAX = 25;

/** Where a written table stands: the rows that are frozen, repeated in print, and filtered. */
export interface Placed {
  readonly headFirst: number;
  readonly headLast: number;
  readonly dataLast: number;
  readonly last: number;
}

/** Writes a sheet from the top down; a finished row leaves memory at once. */
export class SheetPen {
  readonly #breathe: () => Promise<void>;
  readonly #sheet: Worksheet;
  readonly #widths: readonly number[];
  #row = 0;
  #heightPt = 0;

  constructor(sheet: Worksheet, widths: readonly number[], breathe: () => Promise<void>) {
    this.#breathe = breathe;
    this.#sheet = sheet;
    this.#widths = widths;
    sheet.columns = widths.map((width) => ({ width }));
  }

  /** A text over the whole width, as high as its words need; over several rows where one cannot be that high. */
  line(text: string, style: Partial<Style>): number {
    for (const piece of this.#pieces(text)) this.spread([[piece, style, 1, this.#widths.length]]);
    return this.#row;
  }

  /** Texts beside each other in one row. */
  spread(texts: readonly (readonly [text: string, style: Partial<Style>, from: number, to: number])[]): void {
    this.#row += 1;
    const row = this.#sheet.getRow(this.#row);
    let high = 1;
    for (const [text, style, from, to] of texts) {
      if (to > from) this.#sheet.mergeCells(this.#row, from, this.#row, to);
      put(row.getCell(from), text, style);
      high = Math.max(high, this.#lines(text, from - 1, to - 1));
    }
    row.height = Math.min(high, LINES_MAX) * LINE_PT + 2;
    this.#heightPt += row.height;
    row.commit();
  }

  /** The row written last, counted from 1. */
  get row(): number {
    return this.#row;
  }

  /** Height of what was written, in points, a little more rather than less. */
  get heightPt(): number {
    return this.#heightPt;
  }

  gap(): void {
    this.#row += 1;
    this.#heightPt += LINE_PT + 2;
  }

  async table(table: ReportTable, columns: readonly ReportColumn[]): Promise<Placed> {
    const places = columns.map(({ key }) => table.columns.findIndex((column) => column.key === key));
    const headFirst = this.#row + 1;
    this.#heads(columns);
    const headLast = this.#row;
    for (const cells of table.rows) {
      this.#write(columns, (at) => cellValue(cells[places[at] ?? -1] ?? null), CELL);
      if (this.#row % BREATH === 0) await this.#breathe();
    }
    const dataLast = this.#row;
    const { total } = table;
    if (total !== null) {
      const sum = new Sums(columns, headLast + 1, dataLast);
      this.#write(columns, (at) => sum.of(at, total[places[at] ?? -1] ?? null), TOTAL_CELL);
    }
    return { headFirst, headLast, dataLast, last: this.#row };
  }

  #write(columns: readonly ReportColumn[], value: (at: number) => CellValue, styles: typeof CELL): void {
    this.#row += 1;
    const row = this.#sheet.getRow(this.#row);
    let high = 1;
    for (const [at, { kind }] of columns.entries()) {
      const written = value(at);
      const isWords = typeof written === 'string';
      put(row.getCell(at + 1), written, styles[isWords ? 'words' : 'figures'][kind]);
      if (isWords && kind !== 'code') high = Math.max(high, this.#lines(written, at, at));
    }
    high = Math.min(high, LINES_MAX);
    if (high > 1) row.height = high * LINE_PT;
    this.#heightPt += Math.max(LINE_PT + 2, high * LINE_PT);
    row.commit();
  }

  #pieces(text: string): string[] {
    const last = this.#widths.length - 1;
    if (this.#lines(text, 0, last) <= LINES_MAX) return [text];
    const pieces: string[] = [];
    let piece = '';
    for (const word of text.split(' ')) {
      const longer = piece === '' ? word : `${piece} ${word}`;
      if (piece === '' || this.#lines(longer, 0, last) <= LINES_MAX) piece = longer;
      else {
        pieces.push(piece);
        piece = word;
      }
    }
    return [...pieces, piece];
  }

  #lines(text: string, from: number, to: number): number {
    const chars = this.#widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
    return linesOf(text, chars * EM_PER_CHAR);
  }

  #heads(columns: readonly ReportColumn[]): void {
    const grouped = columns.some(({ group }) => group !== undefined);
    const first = this.#row + 1;
    const last = grouped ? first + 1 : first;
    const lower = this.#sheet.getRow(last);
    let start = 0;
    for (const [at, { label, group }] of columns.entries()) {
      if (group === undefined) {
        put(this.#sheet.getCell(first, at + 1), label, HEAD_CELL);
        if (grouped) {
          lower.getCell(at + 1).style = HEAD_CELL;
          this.#sheet.mergeCells(first, at + 1, last, at + 1);
        }
        continue;
      }
      put(lower.getCell(at + 1), label, HEAD_CELL);
      const upper = this.#sheet.getCell(first, at + 1);
      upper.style = HEAD_CELL;
      if (columns[at - 1]?.group !== group) {
        start = at;
        upper.value = group;
      }
      if (columns[at + 1]?.group !== group && at > start) this.#sheet.mergeCells(first, start + 1, first, at + 1);
    }
    const high = Math.max(...columns.map(({ label }, at) => this.#lines(label, at, at)));
    lower.height = (high + 0.5) * LINE_PT;
    if (grouped) {
      const upper = this.#sheet.getRow(first);
      upper.height = 2 * LINE_PT;
      upper.commit();
    }
    lower.commit();
    this.#heightPt += lower.height + (grouped ? 2 * LINE_PT : 0);
    this.#row = last;
    if (columns.some(({ of }) => of !== undefined)) {
      const marks = columnMarks(columns);
      this.#row += 1;
      const row = this.#sheet.getRow(this.#row);
      for (const [at, mark] of marks.entries()) put(row.getCell(at + 1), mark, MARK_CELL);
      row.height = 2 * LINE_PT;
      row.commit();
    }
  }
}

function put(cell: Cell, value: CellValue, style: Partial<Style>): void {
  cell.value = value;
  cell.style = style;
}

/** A number stays a number; a rate is its exact quotient, rounded by its format only. */
function cellValue(cell: ReportCell): CellValue {
  if (cell === null) return NOT_REPORTED;
  if (typeof cell !== 'object') return cell === '' ? null : cell;
  return quotient(cell) ?? (cell.whole === null ? NOT_REPORTED : '–');
}

const quotient = (rate: Rate): number | null => (percent(rate) === null ? null : rate.part / (rate.whole ?? 1));

/** The bottom row as formulas over the rows above it, each with the result that the model holds. */
class Sums {
  readonly #columns: readonly ReportColumn[];
  readonly #first: number;
  readonly #last: number;

  constructor(columns: readonly ReportColumn[], first: number, last: number) {
    this.#columns = columns;
    this.#first = first;
    this.#last = last;
  }

  of(at: number, cell: ReportCell): CellValue {
    if (this.#last < this.#first || cell === null || typeof cell === 'string') return cellValue(cell);
    if (typeof cell === 'number') return { formula: `SUM(${this.#range(at)})`, result: cell };
    const result = quotient(cell);
    if (result === null) return cellValue(cell);
    const of = this.#columns[at]?.of;
    if (of === undefined) return { formula: `SUM(${this.#range(at)})`, result };
    const [part, whole] = [this.#place(of.part), this.#place(of.whole)];
    const parts = of.knownOnly
      ? `SUMPRODUCT(--ISNUMBER(${this.#range(whole)}),${this.#range(part)})`
      : `${letters(part)}${this.#last + 1}`;
    return { formula: `${parts}/${letters(whole)}${this.#last + 1}`, result };
  }

  #place(key: string): number {
    return this.#columns.findIndex((column) => column.key === key);
  }

  #range(at: number): string {
    return `${letters(at)}${this.#first}:${letters(at)}${this.#last}`;
  }
}

/** Column names of a sheet, from 0: A … Z, AA … */
export function letters(at: number): string {
  const rest = String.fromCharCode(65 + (at % 26));
  return at < 26 ? rest : letters(Math.floor(at / 26) - 1) + rest;
}
