import {
  AlignmentType,
  Header,
  type IContext,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  type ISectionOptions,
  type IStylesOptions,
  type IXmlableObject,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';

/** Twentieths of a point in a millimetre: Word's unit of length. */
export const mm = (value: number): number => Math.round((value * 1440) / 25.4);
/** Half points: Word's unit of type size. */
export const pt = (value: number): number => value * 2;

/** Decree 30, annex I, I.3: edges of 20–25 mm above and below, 30–35 left, 15–20 right. */
export const MARGIN_MM = { top: 20, bottom: 20, left: 30, right: 20 } as const;
export const BODY_PT = 14;
/** First line 1.27 cm in, paragraphs 6 pt apart, lines between single and 1.5 (annex I, II.6.e). */
const FIRST_LINE = mm(12.7);
const GAP = 120;
const LINE = { line: 264, lineRule: 'auto' } as const;

const FONT = 'Times New Roman';
const BLACK = '000000';

const heading = { run: { size: pt(BODY_PT), bold: true, color: BLACK, font: FONT } };
const headingParagraph = {
  indent: { firstLine: FIRST_LINE },
  spacing: { after: GAP, ...LINE },
  keepNext: true,
};

/** Styles of the document: an office that edits it in Word finds them by name. */
export const stylesWith = (more: readonly IParagraphStyleOptions[]): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: FONT,
        size: pt(BODY_PT),
        color: BLACK,
        language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
      },
    },
    heading1: { ...heading, paragraph: { ...headingParagraph, outlineLevel: 0 } },
    heading2: { ...heading, paragraph: { ...headingParagraph, outlineLevel: 1 } },
  },
  paragraphStyles: [
    {
      id: 'BodyOfReport',
      name: 'Nội dung báo cáo',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: FIRST_LINE },
        spacing: { after: GAP, ...LINE },
      },
    },
    {
      id: 'NoteOfTable',
      name: 'Ghi chú bảng',
      basedOn: 'Normal',
      run: { size: pt(12), italics: true },
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { before: 40 } },
    },
    ...more,
  ],
});

/** A paragraph of one run; options of the run apart. */
export function line(
  text: string,
  run: { size?: number; bold?: boolean; italics?: boolean },
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text, ...run })] });
}

/** The mark of practice behind a page, under a number of its own: the library would draw one by lot. */
class PracticeMark extends TextWatermark {
  readonly #number: number;

  constructor(number: number) {
    super({ text: 'LUYỆN TẬP', font: FONT, color: 'C0C0C0', width: 420 });
    this.#number = number;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const drawn = JSON.stringify(super.prepForXml(context));
    return JSON.parse(drawn.replace(/(PowerPlusWaterMarkObject)[^"]*/g, `$1${this.#number}`));
  }
}

/**
 * One section with its own page numbers: centred in the top edge, size 14, none on its first page
 * (annex I, I.7; annexes III.1.đ). Practice pages carry their mark in every header.
 * @param at which section of the document it is, from 0.
 */
export function pagesOf(
  children: ISectionOptions['children'],
  { landscape, practice, at }: { landscape: boolean; practice: boolean; at: number },
): ISectionOptions {
  const mark = (page: number) => (practice ? [new PracticeMark(2 * at + page)] : []);
  const number = new TextRun({ children: [PageNumber.CURRENT], size: pt(14) });
  return {
    properties: {
      titlePage: true,
      page: {
        // The library turns the paper itself: both sides are those of upright A4.
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(MARGIN_MM.top),
          bottom: mm(MARGIN_MM.bottom),
          left: mm(MARGIN_MM.left),
          right: mm(MARGIN_MM.right),
          header: mm(10),
          footer: mm(10),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: mark(1) })] }),
      default: new Header({
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [...mark(2), number] })],
      }),
    },
    children,
  };
}
