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
import type { ReportLayout } from '../../../core/form/template.ts';
import type { ReportModel } from '../../../core/report/model.ts';

/** Twentieths of a point in a millimetre: Word's unit of length. */
export const mm = (value: number): number => Math.round((value * 1440) / 25.4);
/** Half points: Word's unit of type size. */
export const pt = (value: number): number => value * 2;

const FONT = 'Times New Roman';
const BLACK = '000000';

/** Styles of the document: an office that edits it in Word finds them by name. */
export function stylesWith({ sizes, body }: ReportLayout, more: readonly IParagraphStyleOptions[]): IStylesOptions {
  const indent = { firstLine: mm(body.indentMm) };
  const spacing = { after: body.gapPt * 20, line: Math.round(240 * body.lines), lineRule: 'auto' } as const;
  const run = { size: pt(sizes.body), bold: true, color: BLACK, font: FONT };
  const heading = (outlineLevel: number) => ({ run, paragraph: { indent, spacing, keepNext: true, outlineLevel } });
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: pt(sizes.body),
          color: BLACK,
          language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
        },
      },
      heading1: heading(0),
      heading2: heading(1),
    },
    paragraphStyles: [
      {
        id: 'BodyOfReport',
        name: 'Nội dung báo cáo',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { alignment: AlignmentType.JUSTIFIED, indent, spacing },
      },
      {
        id: 'NoteOfTable',
        name: 'Ghi chú bảng',
        basedOn: 'Normal',
        run: { size: pt(sizes.note), italics: true },
        paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { before: 40 } },
      },
      {
        id: 'BasisOfTable',
        name: 'Căn cứ số liệu của bảng',
        basedOn: 'Normal',
        run: { size: pt(sizes.note), italics: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 80 }, keepNext: true },
      },
      ...more,
    ],
  };
}

/** A paragraph of one run; options of the run apart. */
export function line(
  text: string,
  run: { size?: number; bold?: boolean; italics?: boolean },
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text, ...run })] });
}

/** The mark behind a page, under a number of its own: the library would draw one by lot. */
class PageMark extends TextWatermark {
  readonly #number: number;

  constructor(text: string, number: number) {
    super({ text, font: FONT, color: 'C0C0C0', width: 420 });
    this.#number = number;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const drawn = JSON.stringify(super.prepForXml(context));
    return JSON.parse(drawn.replace(/(PowerPlusWaterMarkObject)[^"]*/g, `$1${this.#number}`));
  }
}

/**
 * One section with its own page numbers: centred in the top edge, size 14, none on its first page
 * (annex I, I.7; annexes III.1.đ). Practice and drafts carry their mark in every header.
 * @param at which section of the document it is, from 0.
 */
export function pagesOf(
  children: ISectionOptions['children'],
  { landscape, mark, layout, at }: Pick<ReportModel, 'mark' | 'layout'> & { landscape: boolean; at: number },
): ISectionOptions {
  const marks = (page: number) => (mark === null ? [] : [new PageMark(mark, 2 * at + page)]);
  const { page, sizes } = layout;
  const number = new TextRun({ children: [PageNumber.CURRENT], size: pt(sizes.pageNumber) });
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
          top: mm(page.top),
          bottom: mm(page.bottom),
          left: mm(page.left),
          right: mm(page.right),
          header: mm(10),
          footer: mm(10),
          gutter: 0,
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: marks(1) })] }),
      default: new Header({
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [...marks(2), number] })],
      }),
    },
    children,
  };
}
