import type { Alignment, Borders, Fill, Style } from 'exceljs';
import type { ReportColumn } from '../../../core/report/model.ts';

const FONT = 'Times New Roman';
const THIN = { style: 'thin' } as const;
const BORDER: Partial<Borders> = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const GREY: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } };

/** Text stays text when somebody edits its cell: a name that begins with `=` never becomes a formula. */
const TEXT = '@';
const COUNT = '#,##0';
const RATE = '0.0%';

type Kind = ReportColumn['kind'];
const FORMAT: Record<Kind, string> = { ordinal: '0', code: TEXT, text: TEXT, count: COUNT, rate: RATE };
const SIDE: Record<Kind, Alignment['horizontal']> = {
  ordinal: 'center',
  code: 'left',
  text: 'left',
  count: 'right',
  rate: 'right',
};

function cellStyle(kind: Kind, bold: boolean): Partial<Style> {
  return {
    font: { name: FONT, size: 12, bold },
    numFmt: FORMAT[kind],
    border: BORDER,
    alignment: { horizontal: SIDE[kind], vertical: 'middle', wrapText: kind === 'text' },
  };
}

const byKind = (bold: boolean): Record<Kind, Partial<Style>> => ({
  ordinal: cellStyle('ordinal', bold),
  code: cellStyle('code', bold),
  text: cellStyle('text', bold),
  count: cellStyle('count', bold),
  rate: cellStyle('rate', bold),
});

/** Words where figures stand: in the middle, and on two lines rather than cut off by the next cell. */
const inWords = (styles: Record<Kind, Partial<Style>>): Record<Kind, Partial<Style>> => {
  const alignment = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
  return {
    ...styles,
    count: { ...styles.count, alignment },
    rate: { ...styles.rate, alignment },
  };
};

/** One object a style: the library knows a style by its object, and 126,000 rows share these few. */
export const CELL = { figures: byKind(false), words: inWords(byKind(false)) };
export const TOTAL_CELL = { figures: byKind(true), words: inWords(byKind(true)) };

export const HEAD_CELL: Partial<Style> = {
  font: { name: FONT, size: 12, bold: true },
  numFmt: TEXT,
  border: BORDER,
  fill: GREY,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
};
export const MARK_CELL: Partial<Style> = { ...HEAD_CELL, font: { name: FONT, size: 10, italic: true } };

const textStyle = (font: Partial<Style['font']>, horizontal: Alignment['horizontal']): Partial<Style> => ({
  font: { name: FONT, size: 12, ...font },
  numFmt: TEXT,
  // Figures and formulas are locked; words may be touched up.
  protection: { locked: false },
  alignment: { horizontal, vertical: 'middle', wrapText: true },
});

export const LINE = {
  plain: textStyle({}, 'left'),
  bold: textStyle({ bold: true }, 'left'),
  note: textStyle({ italic: true, size: 11 }, 'left'),
  centred: textStyle({}, 'center'),
  centredBold: textStyle({ bold: true }, 'center'),
  centredItalic: textStyle({ italic: true }, 'center'),
  practice: { ...textStyle({ bold: true, size: 14, color: { argb: 'FFC00000' } }, 'center') },
} as const satisfies Record<string, Partial<Style>>;
