import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
} from 'docx';
import { textWidthMm } from '../../../core/form/template.ts';
import { listed, type ReportAnnex, type ReportModel } from '../../../core/report/model.ts';
import { annexShape, headShape, RECIPIENTS_MM, recipientsShape } from '../page-shape.ts';
import { line, mm, pt } from './page.ts';

const centred = { alignment: AlignmentType.CENTER };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** A solid line in the middle of the width at hand: the upper border of an empty, very low paragraph. */
function rule(lengthMm: number, withinMm: number, after = 0): Paragraph {
  const side = mm(Math.max(0, (withinMm - lengthMm) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  });
}

/** Two columns without rules. @param below what goes on under the left one, over as many pages as it takes. */
function columns(
  leftMm: number,
  rightMm: number,
  left: Paragraph[],
  right: Paragraph[],
  below: Paragraph[] = [],
): Table {
  const widths = [mm(leftMm), mm(rightMm)];
  const row = (cells: Paragraph[][], cantSplit: boolean) =>
    new TableRow({
      cantSplit,
      children: cells.map((children, at) => new TableCell({ children, width: { size: widths[at] ?? 0, type: 'dxa' } })),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: mm(leftMm + rightMm), type: 'dxa' },
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: [row([left, right], true), ...(below.length === 0 ? [] : [row([below, [new Paragraph({})]], false)])],
  });
}

/** Boxes 1–5a and 9a: state and motto, issuer, number, place and date, type and abstract, addressees. */
export function headOf(model: ReportModel): FileChild[] {
  const { state, motto, symbol, placeAndDate } = model.head;
  const { sizes } = model.layout;
  const shape = headShape(model);
  const strong = (text: string, size: number, before = 0) =>
    line(text, { size: pt(size), bold: true }, { ...centred, ...(before > 0 ? { spacing: { before } } : {}) });
  return [
    columns(
      shape.leftMm,
      shape.rightMm,
      [
        ...shape.superior.map((text) => line(text, { size: pt(sizes.superior) }, centred)),
        ...shape.issuer.map((text) => strong(text, sizes.issuer)),
        rule(shape.issuerRuleMm, shape.leftMm),
      ],
      [strong(state, sizes.state), strong(motto, sizes.motto), rule(shape.mottoRuleMm, shape.rightMm)],
    ),
    columns(
      shape.widthMm - shape.placeMm,
      shape.placeMm,
      [line(symbol, { size: pt(sizes.symbol) }, { ...centred, spacing: { before: 60 } })],
      [line(placeAndDate, { size: pt(sizes.place), italics: true }, { ...centred, spacing: { before: 60 } })],
    ),
    strong(model.typeName, sizes.type, 320),
    ...shape.abstract.map((text) => strong(text, sizes.abstract)),
    rule(shape.abstractRuleMm, shape.widthMm, 200),
    ...addressees(model.addressees, pt(sizes.addressees)),
  ];
}

function addressees(names: readonly string[], size: number): Paragraph[] {
  const [only] = names;
  if (only === undefined) return [];
  const spacing = { before: 60, after: 200 };
  if (names.length === 1) return [line(`Kính gửi: ${only}`, { size }, { ...centred, spacing })];
  const indent = { left: mm(50) };
  return [
    line('Kính gửi:', { size }, { indent: { left: mm(30) }, spacing: { before: 60 } }),
    ...listed(names).map((text, at) =>
      line(text, { size }, { indent, ...(at === names.length - 1 ? { spacing: { after: 200 } } : {}) }),
    ),
  ];
}

/** Boxes 7 and 9b on one level: who receives it, and who signs, with room for a signature and a seal. */
export function signatureOf({ signature, recipients, layout }: ReportModel): FileChild {
  const { sizes } = layout;
  const strong = { size: pt(sizes.signature), bold: true };
  const room = Array.from({ length: 4 }, () => line('', strong, centred));
  const small = (text: string) => line(text, { size: pt(sizes.recipients) });
  const { beside, below } = recipientsShape(recipients, layout);
  return columns(
    RECIPIENTS_MM,
    textWidthMm(layout, false) - RECIPIENTS_MM,
    [line('Nơi nhận:', { size: pt(sizes.recipientsHead), bold: true, italics: true }), ...beside.map(small)],
    [
      ...(signature.authority === '' ? [] : [line(signature.authority, strong, centred)]),
      line(signature.post, strong, centred),
      ...room,
      line(signature.name, strong, centred),
    ],
    below.map(small),
  );
}

/** Model 2.1: number, title, the report it belongs to, rule. */
export function annexHeadOf(annex: ReportAnnex, model: ReportModel): Paragraph[] {
  const { layout, attachedTo } = model;
  const { sizes } = layout;
  const { lines, ruleMm } = annexShape(annex, model);
  return [
    line(`Phụ lục ${annex.number}`.trim(), { size: pt(sizes.annexNumber), bold: true }, centred),
    ...lines.map((text) => line(text, { size: pt(sizes.annexTitle), bold: true }, centred)),
    line(attachedTo, { size: pt(sizes.attached), italics: true }, centred),
    rule(ruleMm, textWidthMm(layout, annex.landscape), 120),
  ];
}
