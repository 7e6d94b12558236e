import { never } from '../../../core/base/result.ts';
import { needsOf } from '../../../core/report/column-widths.ts';
import {
  listed,
  type ReportAnnex,
  type ReportBlock,
  type ReportColumn,
  type ReportModel,
  type ReportTable,
} from '../../../core/report/model.ts';
import { EM_PER_CHAR, letters, SheetPen } from './sheet.ts';
import { ReportBook } from './stream.ts';
import { LINE } from './styles.ts';

const PRACTICE = 'LUYỆN TẬP - SỐ LIỆU KHÔNG CÓ THẬT';

const markOf = ({ practice, mark }: ReportModel): string | null => (practice ? PRACTICE : mark);

/**
 * The report as a workbook: one sheet for the whole, one an annex, figures as numbers, sums as formulas. Rows
 * are streamed, so memory does not grow with the number of unions. The same model gives the same bytes.
 */
export async function writeXlsx(model: ReportModel): Promise<Uint8Array> {
  const book = new ReportBook(model);
  await summarySheet(book, model);
  for (const annex of model.annexes) await annexSheet(book, annex, model);
  return await book.close();
}

/** As many columns as the widest table of the text has. */
const SUMMARY_WIDTHS = [6, 32, 14, 14, 16];
/** Height of an upright page at the scale at which these columns fill its width, in points, as LibreOffice prints it. */
const PAGE_PT = 940;
/** What a signature takes of a page, and what an estimate of heights may be wrong by. */
const SIGNATURE_SHARE = 0.2;
const SLACK = 0.06;

/**
 * How many pages the summary is to be fitted on; 0 leaves it to its width. A signature torn in two, or alone on its
 * page, proves nothing: what is a little longer than full pages is made a little smaller.
 */
function pagesFor(heightPt: number): number {
  const pages = heightPt / PAGE_PT;
  const full = Math.floor(pages + SLACK);
  return pages - full < SIGNATURE_SHARE ? full : 0;
}

async function summarySheet(book: ReportBook, model: ReportModel): Promise<void> {
  const sheet = book.addSheet({ name: 'Tổng hợp', landscape: false });
  const pen = new SheetPen(sheet, SUMMARY_WIDTHS, () => book.settle());
  const { head, signature } = model;
  const sides = (left: string, right: string, leftStyle: keyof typeof LINE, rightStyle: keyof typeof LINE) =>
    pen.spread([
      [left, LINE[leftStyle], 1, 2],
      [right, LINE[rightStyle], 3, SUMMARY_WIDTHS.length],
    ]);
  const mark = markOf(model);
  if (mark !== null) pen.line(mark, LINE.practice);
  sides(head.superior ?? head.issuer, head.state, head.superior === null ? 'centredBold' : 'centred', 'centredBold');
  sides(head.superior === null ? '' : head.issuer, head.motto, 'centredBold', 'centredBold');
  sides(head.symbol, head.placeAndDate, 'centred', 'centredItalic');
  pen.gap();
  pen.line(model.typeName, LINE.centredBold);
  pen.line(model.abstract, LINE.centredBold);
  pen.line(`(${model.cutOff})`, LINE.centredItalic);
  for (const name of model.addressees) pen.line(`Kính gửi: ${name}`, LINE.centred);
  pen.line(model.opening, LINE.plain);
  if (model.replaces !== null) pen.line(model.replaces, LINE.plain);
  for (const { heading, blocks } of model.sections) {
    pen.line(heading, LINE.bold);
    for (const block of blocks) await writeBlock(pen, block);
  }
  pen.line(model.closing, LINE.plain);
  pen.gap();
  sides('Nơi nhận:', signature.authority, 'bold', 'centredBold');
  const left = listed(model.recipients);
  const room = Math.max(left.length, 5);
  for (let at = 0; at <= room; at += 1) {
    sides(left[at] ?? '', at === 0 ? signature.post : at === room ? signature.name : '', 'plain', 'centredBold');
  }
  sheet.pageSetup.fitToHeight = pagesFor(pen.heightPt);
  sheet.pageSetup.printArea = area(SUMMARY_WIDTHS.length, pen.row);
  await sheet.commit();
}

async function writeBlock(pen: SheetPen, block: ReportBlock): Promise<void> {
  switch (block.kind) {
    case 'heading':
      pen.line(block.text, LINE.bold);
      return;
    case 'paragraph':
      pen.line(block.text, LINE.plain);
      return;
    case 'table':
      pen.line(block.table.title, LINE.centredBold);
      pen.line(`(${block.table.basis})`, LINE.centredItalic);
      await pen.table(block.table, block.table.columns);
      for (const note of block.table.notes) pen.line(note, LINE.note);
      return;
    default:
      never(block);
  }
}

async function annexSheet(book: ReportBook, annex: ReportAnnex, model: ReportModel): Promise<void> {
  const { table, landscape } = annex;
  const { columns } = table;
  const name = `Phụ lục ${annex.number}`.trim();
  const mark = markOf(model);
  const frozen = {
    xSplit: columns.findIndex(({ kind }) => kind === 'text') + 1,
    ySplit: (mark === null ? 4 : 5) + headRows(columns),
  };
  const sheet = book.addSheet({ name, landscape, frozen });
  const pen = new SheetPen(sheet, widthsOf(table), () => book.settle());
  if (mark !== null) pen.line(mark, LINE.practice);
  pen.line(name, LINE.centredBold);
  pen.line(annex.title, LINE.centredBold);
  pen.line(model.attachedTo, LINE.centredItalic);
  pen.line(`(${table.basis})`, LINE.centredItalic);
  const placed = await pen.table(table, columns);
  let last = placed.last;
  for (const note of table.notes) last = pen.line(note, LINE.note);
  sheet.pageSetup.printTitlesRow = `${placed.headFirst}:${placed.headLast}`;
  sheet.pageSetup.printArea = area(columns.length, last);
  if (placed.dataLast > placed.headLast) {
    sheet.autoFilter = `A${placed.headLast}:${letters(columns.length - 1)}${placed.dataLast}`;
  }
  await sheet.commit();
}

const headRows = (columns: readonly ReportColumn[]): number =>
  1 + Number(columns.some(({ group }) => group !== undefined)) + Number(columns.some(({ of }) => of !== undefined));

/** Columns as wide as their figures; names and codes break rather than push the figures out of sight. */
function widthsOf({ columns, rows, total }: ReportTable): number[] {
  const needs = needsOf(columns, rows, total);
  return columns.map(({ kind }, at) => {
    if (kind === 'code') return 18;
    const chars = Math.ceil((needs[at] ?? 0) / EM_PER_CHAR) + 2;
    // A column at its largest need holds names of any length.
    return kind === 'text' && chars > 22 ? 38 : Math.max(6, chars);
  });
}

const area = (columns: number, rows: number): string => `A$1:${letters(columns - 1)}$${rows}`;
