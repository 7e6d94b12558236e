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
import { listed, type ReportModel } from '../../core/report.ts';
import { PAGE_WIDTH_MM } from '../../core/report-columns.ts';
import { emWidth, evenLines, POINT_MM } from '../../core/text-width.ts';
import { BODY_PT, line, mm, pt } from './docx-page.ts';

const PAGE_MM = PAGE_WIDTH_MM.portrait;
/** The state's name takes 88 mm at 12 pt; the rest of the line belongs to the issuing body. */
const HEAD_MM = { left: 70, right: 90, gap: 3 } as const;
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Rules below names and the abstract are a third to a half as long as the line above them. */
const RULE_SHARE = 0.42;

const centred = { alignment: AlignmentType.CENTER };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const widthMm = (text: string, size: number): number => emWidth(text) * size * POINT_MM;

/** A solid line in the middle of the width at hand: the upper border of an empty, very low paragraph. */
function rule(lengthMm: number, withinMm: number, after = 0): Paragraph {
  const side = mm(Math.max(0, (withinMm - lengthMm) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  });
}

/** The rule below a name: measured on its longest line, for a long name breaks. */
const ruleBelow = (text: string, size: number, withinMm: number, after = 0): Paragraph =>
  rule(RULE_SHARE * Math.min(widthMm(text, size), withinMm), withinMm, after);

function columns(leftMm: number, left: Paragraph[], right: Paragraph[]): Table {
  const widths = [mm(leftMm), mm(PAGE_MM - leftMm)];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: mm(PAGE_MM), type: 'dxa' },
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, at) => new TableCell({ children, width: { size: widths[at] ?? 0, type: 'dxa' } }),
        ),
      }),
    ],
  });
}

/** A long name in lines that leave room to the state's name beside it. */
const nameLines = (name: string): string[] => evenLines(name, (HEAD_MM.left - HEAD_MM.gap) / (12 * POINT_MM));
const longest = (lines: readonly string[]): string => lines.toSorted((a, b) => emWidth(b) - emWidth(a))[0] ?? '';

/** Boxes 1–5a and 9a: state and motto, issuer, number, place and date, type and abstract, addressees. */
export function headOf(model: ReportModel): FileChild[] {
  const { superior, issuer, symbol, placeAndDate } = model.head;
  // A long place ("Thành phố Hồ Chí Minh, …") takes room from the number: both stay on one line.
  const placeMm = Math.max(HEAD_MM.right, widthMm(placeAndDate, 13) + 2);
  return [
    columns(
      HEAD_MM.left,
      [
        ...(superior === null ? [] : nameLines(superior).map((text) => line(text, { size: pt(12) }, centred))),
        ...nameLines(issuer).map((text) => line(text, { size: pt(12), bold: true }, centred)),
        ruleBelow(longest(nameLines(issuer)), 12, HEAD_MM.left),
      ],
      [
        line(STATE, { size: pt(12), bold: true }, centred),
        line(MOTTO, { size: pt(13), bold: true }, centred),
        rule(widthMm(MOTTO, 13), HEAD_MM.right),
      ],
    ),
    columns(
      Math.max(PAGE_MM - placeMm, 40),
      [line(symbol, { size: pt(13) }, { ...centred, spacing: { before: 60 } })],
      [line(placeAndDate, { size: pt(13), italics: true }, { ...centred, spacing: { before: 60 } })],
    ),
    line(model.typeName, { size: pt(BODY_PT), bold: true }, { ...centred, spacing: { before: 320 } }),
    line(model.abstract, { size: pt(BODY_PT), bold: true }, centred),
    ruleBelow(model.abstract, BODY_PT, PAGE_MM, 200),
    ...addressees(model.addressees),
  ];
}

function addressees(names: readonly string[]): Paragraph[] {
  const [only] = names;
  if (only === undefined) return [];
  const spacing = { before: 60, after: 200 };
  if (names.length === 1) return [line(`Kính gửi: ${only}`, {}, { ...centred, spacing })];
  const indent = { left: mm(50) };
  return [
    line('Kính gửi:', {}, { indent: { left: mm(30) }, spacing: { before: 60 } }),
    ...listed(names).map((text, at) =>
      line(text, {}, { indent, ...(at === names.length - 1 ? { spacing: { after: 200 } } : {}) }),
    ),
  ];
}

/** Boxes 7 and 9b on one level: who receives it, and who signs, with room for a signature and a seal. */
export function signatureOf({ signature, recipients }: ReportModel): FileChild {
  const strong = { size: pt(BODY_PT), bold: true };
  const room = Array.from({ length: 4 }, () => line('', strong, centred));
  return columns(
    70,
    [
      line('Nơi nhận:', { size: pt(12), bold: true, italics: true }),
      ...listed(recipients).map((text) => line(text, { size: pt(11) })),
    ],
    [
      line(signature.authority, strong, centred),
      line(signature.post, strong, centred),
      ...room,
      line(signature.name, strong, centred),
    ],
  );
}

/** Model 2.1: number, title, the report it belongs to, rule. */
export function annexHeadOf(
  annex: { number: string; title: string; landscape: boolean },
  { attachedTo, cutOff }: ReportModel,
): Paragraph[] {
  const within = annex.landscape ? PAGE_WIDTH_MM.landscape : PAGE_WIDTH_MM.portrait;
  return [
    line(`Phụ lục ${annex.number}`.trim(), { size: pt(14), bold: true }, centred),
    line(annex.title, { size: pt(14), bold: true }, centred),
    line(attachedTo, { size: pt(13), italics: true }, centred),
    ruleBelow(annex.title, 14, within, 120),
    line(`${cutOff}`, { size: pt(13), italics: true }, { ...centred, spacing: { after: 120 } }),
  ];
}
