import { AlignmentType, type IParagraphStyleOptions, type IXmlableObject, TableRow } from 'docx';
import { cellText, type ReportCell, type ReportColumn } from '../../../core/report/model.ts';
import { printedCells } from '../page-shape.ts';
import { pt } from './page.ts';

type Side = 'left' | 'center' | 'right';

const SIDE: Record<ReportColumn['kind'], Side> = {
  ordinal: 'center',
  code: 'left',
  text: 'left',
  count: 'right',
  rate: 'right',
};

const NAME: Record<Side, string> = { left: 'trái', center: 'giữa', right: 'phải' };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** Style of the cells of a table in a type of so many points. */
export const cellStyle = (size: number, side: Side): string => `Cell${pt(size)}${side}`;

/** The styles of all cells in one type: a cell then carries nothing but its text. */
export const cellStyles = (size: number): IParagraphStyleOptions[] =>
  (['left', 'center', 'right'] as const).map((side) => ({
    id: cellStyle(size, side),
    name: `Ô bảng cỡ ${size} (${NAME[side]})`,
    basedOn: 'Normal',
    run: { size: pt(size) },
    paragraph: { alignment: ALIGN[side] },
  }));

/**
 * A row of figures, kept on the page of the next row if asked, written straight as the XML that the library would make of a `TableRow`: a table of 2,000
 * units is 30,000 cells, and an object for every part of each cell takes three times as long.
 */
export class BodyRow extends TableRow {
  readonly #xml: IXmlableObject;

  constructor(
    cells: readonly ReportCell[],
    places: readonly { readonly column: ReportColumn; readonly at: number }[],
    widths: readonly number[],
    size: number,
    { bold, keep }: { readonly bold: boolean; readonly keep: boolean },
  ) {
    super({ children: [] });
    this.#xml = {
      'w:tr': [
        { 'w:trPr': [{ 'w:cantSplit': {} }] },
        ...printedCells(
          cells,
          places.map(({ at }) => at),
        ).map(({ place, span, cell, isSilent }) => ({
          'w:tc': [
            {
              'w:tcPr': [
                tag('w:tcW', { 'w:w': sum(widths.slice(place, place + span)), 'w:type': 'dxa' }),
                ...(span > 1 ? [tag('w:gridSpan', { 'w:val': span })] : []),
                tag('w:vAlign', { 'w:val': 'center' }),
              ],
            },
            {
              'w:p': [
                {
                  'w:pPr': [
                    tag('w:pStyle', { 'w:val': cellStyle(size, isSilent ? 'center' : sideOf(places[place]?.column)) }),
                    ...(keep ? [{ 'w:keepNext': {} }] : []),
                  ],
                },
                { 'w:r': [...(bold ? [{ 'w:rPr': [{ 'w:b': {} }] }] : []), textOf(cell)] },
              ],
            },
          ],
        })),
      ],
    };
  }

  override prepForXml(): IXmlableObject {
    return this.#xml;
  }
}

const sideOf = (column: ReportColumn | undefined): Side => (column === undefined ? 'left' : SIDE[column.kind]);

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

const tag = (name: string, attributes: Record<string, string | number>): IXmlableObject => ({
  [name]: { _attr: attributes },
});

const textOf = (cell: ReportCell): IXmlableObject => ({
  'w:t': [{ _attr: { 'xml:space': 'preserve' } }, cellText(cell)],
});
