import type { Content } from 'pdfmake/interfaces';
import { textWidthMm } from '../../../core/form/template.ts';
import { listed, type ReportAnnex, type ReportModel } from '../../../core/report/model.ts';
import { annexShape, headShape, RECIPIENTS_MM, recipientsShape } from '../page-shape.ts';
import { points } from './units.ts';

const RULE_PT = 0.75;

/** A solid line in the middle of the width at hand. */
function rule(lengthMm: number, withinMm: number, after = 0): Content {
  const start = points(Math.max(0, (withinMm - lengthMm) / 2));
  return {
    canvas: [{ type: 'line', x1: start, y1: 0, x2: start + points(lengthMm), y2: 0, lineWidth: RULE_PT }],
    margin: [0, 3.5, 0, after],
  };
}

const centred = (text: string, fontSize: number, more: { bold?: boolean; italics?: boolean } = {}): Content => ({
  text,
  fontSize,
  alignment: 'center',
  ...more,
});

const columns = (leftMm: number, left: Content[], right: Content[], above = 0): Content => ({
  columns: [
    { width: points(leftMm), stack: left },
    { width: '*', stack: right },
  ],
  columnGap: 0,
  margin: [0, above, 0, 0],
});

/** Boxes 1–5a and 9a: state and motto, issuer, number, place and date, type and abstract, addressees. */
export function headOf(model: ReportModel): Content[] {
  const { state, motto, symbol, placeAndDate } = model.head;
  const { sizes } = model.layout;
  const shape = headShape(model);
  return [
    columns(
      shape.leftMm,
      [
        ...shape.superior.map((text) => centred(text, sizes.superior)),
        ...shape.issuer.map((text) => centred(text, sizes.issuer, { bold: true })),
        rule(shape.issuerRuleMm, shape.leftMm),
      ],
      [
        centred(state, sizes.state, { bold: true }),
        centred(motto, sizes.motto, { bold: true }),
        rule(shape.mottoRuleMm, shape.rightMm),
      ],
    ),
    columns(
      shape.widthMm - shape.placeMm,
      [centred(symbol, sizes.symbol)],
      [centred(placeAndDate, sizes.place, { italics: true })],
      6,
    ),
    { text: model.typeName, fontSize: sizes.type, bold: true, alignment: 'center', margin: [0, 16, 0, 0] },
    ...shape.abstract.map((text) => centred(text, sizes.abstract, { bold: true })),
    rule(shape.abstractRuleMm, shape.widthMm, 12),
    ...addressees(model.addressees, sizes.addressees),
  ];
}

function addressees(names: readonly string[], fontSize: number): Content[] {
  const [only] = names;
  if (only === undefined) return [];
  if (names.length === 1) {
    return [{ text: `Kính gửi: ${only}`, fontSize, alignment: 'center', margin: [0, 3, 0, 10] }];
  }
  return [
    { text: 'Kính gửi:', fontSize, margin: [points(30), 3, 0, 0] },
    {
      stack: listed(names).map((text): Content => ({ text, fontSize })),
      margin: [points(50), 0, 0, 10],
    },
  ];
}

/**
 * Boxes 7 and 9b on one level: who receives it, and who signs, with room for a signature and a seal.
 * `block` stands whole, and `more` of the recipients below it.
 */
export function signatureOf({ signature, recipients, layout }: ReportModel): { block: Content; more: Content[] } {
  const { sizes } = layout;
  const strong = (text: string, above = 0): Content => ({
    text,
    fontSize: sizes.signature,
    bold: true,
    alignment: 'center',
    margin: [0, above, 0, 0],
  });
  const small = (text: string): Content => ({ text, fontSize: sizes.recipients });
  const { beside, below } = recipientsShape(recipients, layout);
  const block = columns(
    RECIPIENTS_MM,
    [{ text: 'Nơi nhận:', fontSize: sizes.recipientsHead, bold: true, italics: true }, ...beside.map(small)],
    [
      ...(signature.authority === '' ? [] : [strong(signature.authority)]),
      strong(signature.post),
      strong(signature.name === '' ? ' ' : signature.name, 4 * sizes.signature * 1.15),
    ],
    6,
  );
  const more = below.map((text) => columns(RECIPIENTS_MM, [small(text)], []));
  return { block, more };
}

/** Model 2.1: number, title, the report it belongs to, rule. */
export function annexHeadOf(annex: ReportAnnex, model: ReportModel): Content[] {
  const { sizes } = model.layout;
  const { lines, ruleMm } = annexShape(annex, model);
  return [
    {
      text: `Phụ lục ${annex.number}`.trim(),
      fontSize: sizes.annexNumber,
      bold: true,
      alignment: 'center',
      outline: true,
    },
    ...lines.map((text) => centred(text, sizes.annexTitle, { bold: true })),
    centred(model.attachedTo, sizes.attached, { italics: true }),
    rule(ruleMm, textWidthMm(model.layout, annex.landscape), 6),
  ];
}
