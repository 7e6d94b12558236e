import { Document, type FileChild, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { never } from '../../core/outcome.ts';
import { type ReportAnnex, type ReportBlock, type ReportModel, subjectOf, titleOf } from '../../core/report.ts';
import { annexHeadOf, headOf, signatureOf } from './docx-head.ts';
import { line, pagesOf, stylesWith } from './docx-page.ts';
import { cellStyles } from './docx-row.ts';
import { tableOf, typeOf } from './docx-table.ts';
import { stillZip } from './still-zip.ts';

/** The report as a Word document: Decree 30/2020, model 1.4. The same model gives the same bytes. */
export async function writeDocx(model: ReportModel): Promise<Uint8Array> {
  const { practice } = model;
  const document = new Document({
    title: titleOf(model),
    styles: stylesWith(typesOf(model).flatMap(cellStyles)),
    sections: [
      pagesOf(bodyOf(model), { landscape: false, practice, at: 0 }),
      ...model.annexes.map((annex, at) =>
        pagesOf(annexOf(annex, model), { landscape: annex.landscape, practice, at: at + 1 }),
      ),
    ],
  });
  // The library would stamp the machine's clock into the properties.
  const overrides = [{ path: 'docProps/core.xml', data: propertiesOf(model) }];
  return stillZip(new Uint8Array(await Packer.toBuffer(document, undefined, overrides)));
}

/** The type sizes of all tables, each once. */
function typesOf({ sections, annexes }: ReportModel): number[] {
  const inText = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [typeOf(block.table, false)] : [])),
  );
  return [...new Set([...inText, ...annexes.map(({ table, landscape }) => typeOf(table, landscape))])];
}

function bodyOf(model: ReportModel): FileChild[] {
  return [
    ...headOf(model),
    body(model.opening),
    ...model.sections.flatMap(({ heading, blocks }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] }),
      ...blocks.flatMap(blockOf),
    ]),
    // The last sentence goes with the signature: a page that carries only a signature proves nothing.
    new Paragraph({ style: 'BodyOfReport', keepNext: true, keepLines: true, children: [new TextRun(model.closing)] }),
    signatureOf(model),
  ];
}

const body = (text: string): Paragraph => line(text, {}, { style: 'BodyOfReport' });

function blockOf(block: ReportBlock): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [body(block.text)];
    case 'table':
      return tableOf(block.table, false);
    default:
      return never(block);
  }
}

/** Content of an annex ends with `./.` as the model of Decree 30 has it. */
function annexOf(annex: ReportAnnex, model: ReportModel): FileChild[] {
  const notes = annex.table.notes.map((note, at, all) => (at === all.length - 1 ? note.replace(/\.?$/, './.') : note));
  return [...annexHeadOf(annex, model), ...tableOf({ ...annex.table, notes }, annex.landscape)];
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
