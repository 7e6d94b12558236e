import { Document, type FileChild, HeadingLevel, LineRuleType, Packer, Paragraph, TextRun } from 'docx';
import { never } from '../../../core/base/result.ts';
import { textWidthMm } from '../../../core/form/template.ts';
import { typeSizeFor } from '../../../core/report/column-widths.ts';
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
import { stillZip } from '../still-zip.ts';
import { annexHeadOf, headOf, signatureOf } from './head.ts';
import { line, pagesOf, stylesWith } from './page.ts';
import { cellStyles } from './row.ts';
import { tableOf } from './table.ts';

/** The report as a Word document: Decree 30/2020, model 1.4. The same model gives the same bytes. */
export async function writeDocx(model: ReportModel): Promise<Uint8Array> {
  const { mark, layout } = model;
  const document = new Document({
    title: titleOf(model),
    styles: stylesWith(layout, typesOf(model).flatMap(cellStyles)),
    sections: [
      pagesOf(bodyOf(model), { landscape: false, mark, layout, at: 0 }),
      ...onPaper(model).map((annex, at) =>
        pagesOf(annexOf(annex, model), { landscape: annex.landscape, mark, layout, at: at + 1 }),
      ),
    ],
  });
  // The library would stamp the machine's clock into the properties.
  const overrides = [{ path: 'docProps/core.xml', data: propertiesOf(model) }];
  return stillZip(new Uint8Array(await Packer.toBuffer(document, undefined, overrides)));
}

/** The type sizes of all tables, each once. */
function typesOf(model: ReportModel): number[] {
  const size = (table: ReportTable, landscape: boolean) => typeSizeFor(table, textWidthMm(model.layout, landscape));
  const inText = model.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [size(block.table, false)] : [])),
  );
  return [...new Set([...inText, ...onPaper(model).map(({ table, landscape }) => size(table, landscape))])];
}

function bodyOf(model: ReportModel): FileChild[] {
  const widthMm = textWidthMm(model.layout, false);
  return [
    ...headOf(model),
    body(model.opening),
    ...(model.replaces === null ? [] : [body(model.replaces)]),
    ...model.sections.flatMap(({ heading, blocks }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] }),
      ...blocks.flatMap((block) => blockOf(block, widthMm)),
    ]),
    // The last sentence goes with the signature: a page that carries only a signature proves nothing.
    new Paragraph({ style: 'BodyOfReport', keepNext: true, keepLines: true, children: [new TextRun(model.closing)] }),
    signatureOf(model),
    // Word wants a paragraph after a table: one of its usual height would make an empty page where the signature ends one.
    line('', { size: 2 }, { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
  ];
}

const body = (text: string): Paragraph => line(text, {}, { style: 'BodyOfReport' });

function blockOf(block: ReportBlock, widthMm: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [body(block.text)];
    case 'table':
      return tableOf(block.table, widthMm);
    default:
      return never(block);
  }
}

function annexOf(annex: ReportAnnex, model: ReportModel): FileChild[] {
  const table = { ...annex.table, notes: annexNotes(annex.table.notes) };
  return [...annexHeadOf(annex, model), ...tableOf(table, textWidthMm(model.layout, annex.landscape))];
}

/** Title, subject, language and time; no person and no machine is named. */
function propertiesOf(model: ReportModel): string {
  const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const made = new Date(model.madeAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(titleOf(model))}</dc:title>`,
    `<dc:subject>${xml(subjectOf(model))}</dc:subject>`,
    `${moment('created')}${moment('modified')}`,
    '<dc:language>vi-VN</dc:language>',
    '</cp:coreProperties>',
  ].join('');
}
