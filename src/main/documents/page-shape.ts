import { emWidth, evenLines, linesOf, POINT_MM } from '../../core/base/text-width.ts';
import { textWidthMm } from '../../core/form/template.ts';
import {
  cellText,
  listed,
  NOT_REPORTED,
  type ReportAnnex,
  type ReportCell,
  type ReportModel,
  type ReportTable,
} from '../../core/report/model.ts';

/** The state's name takes 88 mm at 12 pt; the rest of the line belongs to the issuing body. */
const STATE_MM = 90;
const GAP_MM = 3;
/** Room that the issuing body keeps, however large an office sets the state's name beside it, which then breaks. */
const ISSUER_MM = 45;
/** Rules below names and the abstract are a third to a half as long as the line above them (Decree 30, II.2.b, II.5.b). */
const RULE_SHARE = 0.42;

/** Width of one line in millimetres at a size in points. */
export const lineMm = (text: string, size: number): number => emWidth(text) * size * POINT_MM;

/** Where the boxes of the first page stand, in millimetres: measured once for Word and PDF. */
export interface HeadShape {
  readonly widthMm: number;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly superior: readonly string[];
  readonly issuer: readonly string[];
  readonly issuerRuleMm: number;
  readonly mottoRuleMm: number;
  /** Place and date; a long place ("Thành phố Hồ Chí Minh, …") takes room from the number beside it. */
  readonly placeMm: number;
  readonly abstract: readonly string[];
  readonly abstractRuleMm: number;
}

export function headShape({ head, abstract, layout }: ReportModel): HeadShape {
  const { sizes } = layout;
  const widthMm = textWidthMm(layout, false);
  const rightMm = Math.min(widthMm - ISSUER_MM, Math.max(STATE_MM, lineMm(head.state, sizes.state) + 2));
  const leftMm = widthMm - rightMm;
  const lines = (name: string, size: number) => evenLines(name, (leftMm - GAP_MM) / (size * POINT_MM));
  const issuer = lines(head.issuer, sizes.issuer);
  const title = evenLines(abstract, (widthMm - 10) / (sizes.abstract * POINT_MM));
  return {
    widthMm,
    leftMm,
    rightMm,
    superior: head.superior === null ? [] : lines(head.superior, sizes.superior),
    issuer,
    issuerRuleMm: RULE_SHARE * Math.min(longestMm(issuer, sizes.issuer), leftMm),
    mottoRuleMm: Math.min(rightMm, lineMm(head.motto, sizes.motto)),
    placeMm: Math.min(widthMm - 40, Math.max(rightMm, lineMm(head.placeAndDate, sizes.place) + 2)),
    abstract: title,
    abstractRuleMm: RULE_SHARE * Math.min(longestMm(title, sizes.abstract), widthMm),
  };
}

/** Lines of an annex's title and the length of the rule below them. */
export function annexShape(
  { title, landscape }: ReportAnnex,
  { layout }: ReportModel,
): { lines: string[]; ruleMm: number } {
  const size = layout.sizes.annexTitle;
  const lines = evenLines(title, (textWidthMm(layout, landscape) - 10) / (size * POINT_MM));
  return { lines, ruleMm: RULE_SHARE * longestMm(lines, size) };
}

/** Width of the list of recipients; the signature takes the rest of the line. */
export const RECIPIENTS_MM = 70;
/** Lines of recipients beside a signature; a longer list goes on below it, over as many pages as it takes. */
const RECIPIENTS_BESIDE = 24;

/** Recipients that stand whole beside the signature, and those below it. */
export function recipientsShape(
  recipients: readonly string[],
  { sizes }: ReportModel['layout'],
): { readonly beside: string[]; readonly below: string[] } {
  const entries = listed(recipients);
  const widthEm = RECIPIENTS_MM / (sizes.recipients * POINT_MM);
  let lines = 0;
  const over = entries.findIndex((entry) => {
    lines += linesOf(entry, widthEm);
    return lines > RECIPIENTS_BESIDE;
  });
  const beside = over < 0 ? entries.length : over;
  return { beside: entries.slice(0, beside), below: entries.slice(beside) };
}

const longestMm = (lines: readonly string[], size: number): number =>
  Math.max(0, ...lines.map((text) => lineMm(text, size)));

/** Rows that stand on one page with the heads of their table: fewer at the foot of a page tell nothing. */
export const OPENING_ROWS = 2;

/** Tables so short stand on one page: parted, one of the halves would be less than its first rows, or its last. */
export const staysWhole = (rows: number): boolean => rows < 2 * OPENING_ROWS;

/**
 * Whether a row stays on the page of what follows: the first rows do, and the last ones with their sum and notes.
 * @param row which one, from 0; the sum follows the last.
 */
export function keepsNext(row: number, { rows, total, notes }: ReportTable): boolean {
  const end = total === null ? rows.length - 1 : rows.length;
  if (row >= end) return notes.length > 0;
  return staysWhole(rows.length) || row < OPENING_ROWS - 1 || row >= rows.length - OPENING_ROWS;
}

const END_MARK = './.';

/** Content of an annex ends with `./.` as model 2.1 of Decree 30 has it. */
export const annexNotes = (notes: readonly string[]): string[] =>
  notes.length === 0
    ? [END_MARK]
    : notes.map((note, at) => (at === notes.length - 1 ? note.replace(/\.?$/, END_MARK) : note));

/** A note as it stands below its table; the mark alone is no note. */
export const noteText = (text: string, at: number): string =>
  at === 0 && text !== END_MARK ? `Ghi chú: ${text}` : text;

/** A cell of a row as it is printed: from which of the printed columns, over how many. */
export interface PrintedCell {
  readonly place: number;
  readonly span: number;
  readonly cell: ReportCell;
  /** Words where figures stand: in the middle, not at the edge that figures are read from. */
  readonly isSilent: boolean;
}

/** Cells of a row. Neighbours without a figure share one "chưa báo cáo": a silent union takes a line, not three. */
export function printedCells(cells: readonly ReportCell[], places: readonly number[]): PrintedCell[] {
  const shown: { place: number; span: number; cell: ReportCell; isSilent: boolean }[] = [];
  for (const [place, at] of places.entries()) {
    const cell = cells[at] ?? null;
    const last = shown.at(-1);
    const isSilent = cellText(cell) === NOT_REPORTED;
    if (isSilent && last?.isSilent) last.span += 1;
    else shown.push({ place, span: 1, cell, isSilent });
  }
  return shown;
}
