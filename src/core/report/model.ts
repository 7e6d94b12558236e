import { countText, percentText } from '../base/format.ts';
import { percent, type Rate } from '../figures/figures.ts';
import type { ReportLayout } from '../form/template.ts';
import type { ReportStanding } from './life.ts';

/** Room for what the office gives when it issues the report. */
export const BLANK = '\u00a0'.repeat(8);

export const PRACTICE_MARK = 'LUYỆN TẬP';

export const DRAFT_MARK = 'BẢN DỰ THẢO';

export const GRAND_TOTAL = 'TỔNG CỘNG';

/**
 * The report once, for every format: the five writers only present it. Built by `buildReport` in
 * `report-build.ts`. Texts are Vietnamese: the document is official.
 */
export interface ReportModel {
  /** Practice figures carry a watermark on every page and sheet (law 8). */
  readonly practice: boolean;
  readonly standing: ReportStanding;
  /** What stands behind every page and on every sheet: practice, draft, or nothing. */
  readonly mark: string | null;
  readonly layout: ReportLayout;
  /** Code of the union that reports: text, leading zeros count. */
  readonly union: string;
  /** The cut-off and the moment of making, in milliseconds. The model holds no other clock. */
  readonly asOf: number;
  readonly madeAt: number;
  readonly head: ReportHead;
  /** `BÁO CÁO`, then the abstract under it. */
  readonly typeName: string;
  readonly abstract: string;
  readonly addressees: readonly string[];
  /** The moment the figures speak of, as a whole line: `Tính đến 17 giờ 00 ngày 28/8/2020`. */
  readonly cutOff: string;
  /** What the report answers to, before part I. */
  readonly opening: string;
  /** The report that this one corrects, in a sentence; `null` for a first one. */
  readonly replaces: string | null;
  readonly sections: readonly ReportSection[];
  /** The last sentence; ends with `./.`, as the models of Decree 30 do. */
  readonly closing: string;
  readonly annexes: readonly ReportAnnex[];
  /** Stands in brackets under every annex title: which report it belongs to. */
  readonly attachedTo: string;
  readonly signature: ReportSignature;
  readonly recipients: readonly string[];
}

export interface ReportHead {
  readonly state: string;
  readonly motto: string;
  /** The direct superior; `null` for TLĐ itself. */
  readonly superior: string | null;
  readonly issuer: string;
  /** `Số:     /BC-LĐLĐ`: the number is given by the office, so it stays open in a draft. */
  readonly symbol: string;
  /** `…, ngày 28 tháng 8 năm 2020`. */
  readonly placeAndDate: string;
}

export interface ReportSignature {
  /** `TM. BAN THƯỜNG VỤ`. */
  readonly authority: string;
  /** `CHỦ TỊCH`. */
  readonly post: string;
  /** Empty until the office fills it in. */
  readonly name: string;
}

export interface ReportSection {
  /** `III. KẾT QUẢ`, numbered already. */
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  /** `1. Phạm vi triển khai`, numbered already. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable };

/** What an annex is about; its number depends on which annexes a report has. */
export type AnnexKey = 'units' | 'grassroots' | 'outreach' | 'reasons' | 'days';

/** Annexes are numbered with Roman numerals; each starts its page numbers again. */
export interface ReportAnnex {
  readonly key: AnnexKey;
  /** `II`; empty when the report has only one. */
  readonly number: string;
  readonly title: string;
  readonly landscape: boolean;
  /** Too long for paper: it stands in the formats of tables and machines alone, and the text says so. */
  readonly sheetOnly?: true;
  readonly table: ReportTable;
}

export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: 'ordinal' | 'code' | 'text' | 'count' | 'rate';
  /** Share of the table's width, in percent; 0 for a column that is not printed. */
  readonly width: number;
  /** Neighbours of one group share a head above their own. */
  readonly group?: string;
  /** For a rate: the columns that hold its numerator and its denominator. */
  readonly of?: RateOf;
  /** Only for formats that machines read: union codes take room that a printed page does not have. */
  readonly sheetOnly?: true;
}

/**
 * A table with named numerators, denominators and cut-off above its heads. Cells stand in the order of the
 * columns. `null` is "chưa báo cáo" and differs from 0.
 */
export interface ReportTable {
  readonly title: string;
  /** Cut-off, numerators and denominators: what the figures below speak of. */
  readonly basis: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: ReportRows;
  /** `TỔNG CỘNG`, or `null` where a sum means nothing. */
  readonly total: readonly ReportCell[] | null;
  readonly notes: readonly string[];
}

/** Rows of a table, one after the other: an array, or made as they are read where there are very many. */
export interface ReportRows extends Iterable<readonly ReportCell[]> {
  readonly length: number;
  map<T>(use: (row: readonly ReportCell[], at: number) => T): T[];
}

export type ReportCell = string | number | Rate | null;

/** Where a rate comes from. `knownOnly`: its sum speaks of the rows with a denominator alone, and a note says so. */
export interface RateOf {
  readonly part: string;
  readonly whole: string;
  readonly knownOnly?: true;
}

/** The columns of the paper formats. */
export const printed = (columns: readonly ReportColumn[]): readonly ReportColumn[] =>
  columns.filter((column) => column.sheetOnly !== true);

/** Where a mark of a rate is broken in a narrow column, so that no bracket is torn from its number. */
export const MARK_BREAK = '\n';

/**
 * Marks under the heads, as statistical forms carry them: letters for names, numbers for figures, and for a
 * rate which column is divided by which: `A`, `B`, `(1)`, `(2)`, `(3)=(2):(1)`, broken after the sign of equality.
 */
export function columnMarks(columns: readonly ReportColumn[]): string[] {
  const marks = new Map<string, string>();
  let figures = 0;
  let names = 0;
  for (const { key, kind } of columns) {
    if (kind === 'count' || kind === 'rate') marks.set(key, `(${++figures})`);
    else marks.set(key, String.fromCharCode(65 + names++));
  }
  const mark = (key: string): string => marks.get(key) ?? '';
  return columns.map(({ key, of }) =>
    of ? `${mark(key)}=${MARK_BREAK}${mark(of.part)}:${mark(of.whole)}` : mark(key),
  );
}

/** What stands in a cell on paper. */
export function cellText(cell: ReportCell): string {
  if (cell === null) return NOT_REPORTED;
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return countText(cell);
  const value = percent(cell);
  if (value !== null) return percentText(value);
  return cell.whole === null ? NOT_REPORTED : '–';
}

/** The annexes of the paper formats. */
export const onPaper = ({ annexes }: ReportModel): readonly ReportAnnex[] =>
  annexes.filter(({ sheetOnly }) => sheetOnly !== true);

/** Title and subject in a file's properties. They name the office, no person and no machine. */
export const titleOf = ({ typeName, abstract, head, mark }: ReportModel): string =>
  `${mark === null ? '' : `${mark} - `}${typeName} ${abstract} - ${head.issuer}`;
export const subjectOf = ({ abstract, cutOff }: ReportModel): string => `${abstract}. ${cutOff}`;
/** One entry a line, as Decree 30 wants lists of addressees and recipients: dash, semicolon, full stop at the end. */
export const listed = (entries: readonly string[]): string[] =>
  entries.map((entry, at) => `- ${entry}${at === entries.length - 1 ? '.' : ';'}`);

/** What a cell says where nothing was reported. */
export const NOT_REPORTED = 'chưa báo cáo';
