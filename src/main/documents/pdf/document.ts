import pdfmake from 'pdfmake';
import type { Content, ContentSection, TDocumentDefinitions } from 'pdfmake/interfaces';
import { never } from '../../../core/base/result.ts';
import { textWidthMm } from '../../../core/form/template.ts';
import {
  onPaper,
  type ReportAnnex,
  type ReportBlock,
  type ReportModel,
  type ReportTable,
  subjectOf,
  titleOf,
} from '../../../core/report/model.ts';
import { annexNotes } from '../page-shape.ts';
import { tinos } from './fonts.ts';
import { annexHeadOf, headOf, signatureOf } from './head.ts';
import { TableEnds } from './page-ends.ts';
import { partsOf, tableOf } from './table.ts';
import { points } from './units.ts';

/**
 * The report as a PDF for archives (PDF/A-2b): Tinos embedded, title and language named. Laid out as the Word
 * document is. The same model gives the same bytes.
 */
export async function writePdf(model: ReportModel): Promise<Uint8Array> {
  const fonts = tinos();
  const files = new Set(Object.values(fonts));
  pdfmake.setFonts({ Tinos: fonts });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => files.has(file));
  const ends = new TableEnds();
  let buffer: Buffer;
  do buffer = await pdfmake.createPdf(definitionOf(model, ends)).getBuffer();
  while (ends.again());
  return new Uint8Array(buffer);
}

function definitionOf(model: ReportModel, ends: TableEnds): TDocumentDefinitions {
  const made = new Date(model.madeAt);
  return {
    version: '1.7',
    subset: 'PDF/A-2b',
    language: 'vi-VN',
    displayTitle: true,
    // No person and no machine is named.
    info: {
      title: titleOf(model),
      subject: subjectOf(model),
      creator: 'Trạm Bluezone',
      producer: 'Trạm Bluezone',
      creationDate: made,
      modDate: made,
    },
    pageSize: 'A4',
    defaultStyle: { font: 'Tinos', fontSize: model.layout.sizes.body },
    ...(model.mark === null
      ? {}
      : { watermark: { text: model.mark, bold: true, color: '#808080', opacity: 0.22, fontSize: 80 } }),
    content: [
      sectionOf(model, false, bodyOf(model, ends)),
      ...onPaper(model).map((annex) => sectionOf(model, annex.landscape, annexOf(annex, model, ends))),
    ],
  };
}

/** Pages with numbers of their own: in the middle above, none on the first (annex I, I.7; annexes III.1.đ). */
function sectionOf({ layout }: ReportModel, landscape: boolean, section: Content[]): ContentSection {
  const { top, bottom, left, right } = layout.page;
  let first: number | null = null;
  return {
    section,
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [points(left), points(top), points(right), points(bottom)],
    header: (page: number) => {
      first ??= page;
      if (page === first) return null;
      return {
        text: String(page - first + 1),
        fontSize: layout.sizes.pageNumber,
        alignment: 'center',
        margin: [points(left), points(10), points(right), 0],
      };
    },
  };
}

function bodyOf(model: ReportModel, ends: TableEnds): Content[] {
  const paragraph = (text: string): Content => paragraphOf(text, model);
  const parts = model.sections.flatMap(({ heading, blocks }) =>
    together({ kind: 'part', text: heading }, blocks).map((group) => groupOf(group, model, ends)),
  );
  const { block, more } = signatureOf(model);
  return [
    ...headOf(model),
    paragraph(model.opening),
    ...(model.replaces === null ? [] : [paragraph(model.replaces)]),
    ...parts,
    // The last sentence goes with the signature: a page that carries only a signature proves nothing.
    { stack: [paragraph(model.closing), block], unbreakable: true },
    ...more,
  ];
}

type Line = Exclude<ReportBlock, { kind: 'table' }> | { readonly kind: 'part'; readonly text: string };

/** Lines that belong together, and the table below them, if it is one that they lead to. */
interface Group {
  readonly lines: readonly Line[];
  readonly table: ReportTable | null;
}

/** Headings with what they stand over: a heading alone at the foot of a page leads nowhere. */
function together(part: Line, blocks: readonly ReportBlock[]): Group[] {
  const groups: Group[] = [];
  let lines: Line[] = [part];
  for (const block of blocks) {
    if (block.kind !== 'table') lines.push(block);
    if (block.kind === 'heading') continue;
    groups.push({ lines, table: block.kind === 'table' ? block.table : null });
    lines = [];
  }
  return lines.length === 0 ? groups : [...groups, { lines, table: null }];
}

/** More than this and a paragraph may be divided, though it follows a heading. */
const WHOLE_LETTERS = 1_200;

function groupOf({ lines, table }: Group, model: ReportModel, ends: TableEnds): Content {
  const stack = lines.map((line) => lineOf(line, model));
  if (table !== null) return tableOf(stack, table, textWidthMm(model.layout, false), model.layout, ends);
  const whole = (lines.at(-1)?.text ?? '').length < WHOLE_LETTERS;
  return { stack, unbreakable: whole && lines.length > 1 };
}

function lineOf(line: Line, model: ReportModel): Content {
  switch (line.kind) {
    case 'part':
    case 'heading':
      return { text: line.text, bold: true, outline: true, ...spacing(model) };
    case 'paragraph':
      return paragraphOf(line.text, model);
    default:
      return never(line);
  }
}

const paragraphOf = (text: string, model: ReportModel): Content => ({
  text: unbroken(text),
  alignment: 'justify',
  ...spacing(model),
});

/** Numbers such as `850/TLĐ` up to so many letters; addresses of pages are longer, and may be broken. */
const SYMBOL = /([^\s/]{1,12}\/\p{L}[^\s/]{0,20}\s*)/u;

/** The library would break a number after its stroke, and stretch it there when it fills a line; the decree has no room there. */
const unbroken = (text: string): Content[] =>
  text
    .split(SYMBOL)
    .map((piece, at) => (at % 2 === 1 ? { text: piece, noWrap: true } : { text: piece }))
    .filter((piece) => piece.text !== '');

const spacing = ({ layout: { body } }: ReportModel) => ({
  leadingIndent: points(body.indentMm),
  lineHeight: body.lines,
  margin: [0, 0, 0, body.gapPt] as [number, number, number, number],
});

function annexOf(annex: ReportAnnex, model: ReportModel, ends: TableEnds): Content[] {
  const table = { ...annex.table, notes: annexNotes(annex.table.notes) };
  const { lead, grid } = partsOf(table, textWidthMm(model.layout, annex.landscape), model.layout, ends);
  return [...annexHeadOf(annex, model), ...lead, ...grid];
}
