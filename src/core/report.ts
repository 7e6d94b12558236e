import type { Rate } from './figures.ts';
import type { VnTime } from './day.ts';

/**
 * The report once, for every format: writers only present it (docx, xlsx now; pdf, csv, json read the same
 * model). Built by `buildReport` in `report-build.ts`. Texts are Vietnamese: the document is official.
 */
export interface ReportModel {
  /** Practice figures carry a watermark on every page and sheet (law 8). */
  readonly practice: boolean;
  readonly head: ReportHead;
  /** `BÁO CÁO`, then the abstract under it. */
  readonly typeName: string;
  readonly abstract: string;
  readonly addressees: readonly string[];
  /** The moment the figures speak of, as a whole line: `Tính đến 17 giờ 00 ngày 28/8/2020`. */
  readonly cutOff: string;
  readonly sections: readonly ReportSection[];
  readonly annexes: readonly ReportAnnex[];
  readonly signature: ReportSignature;
  readonly recipients: readonly string[];
}

export interface ReportHead {
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
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable };

/** Annexes are numbered with Roman numerals; each starts its page numbers again. */
export interface ReportAnnex {
  readonly number: string;
  readonly title: string;
  readonly landscape: boolean;
  readonly table: ReportTable;
}

export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: 'ordinal' | 'code' | 'text' | 'count' | 'rate';
  /** Share of the table's width, in percent. */
  readonly width: number;
}

/**
 * A table with named numerators, denominators and cut-off in its notes. Cells stand in the order of the
 * columns. `null` is "chưa báo cáo" and differs from 0.
 */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** `TỔNG CỘNG`, or `null` where a sum means nothing. */
  readonly total: readonly ReportCell[] | null;
  readonly notes: readonly string[];
}

export type ReportCell = string | number | Rate | null;

/** Thousands with dots, as Vietnamese offices write them: `57.000`. */
export const countText = (value: number): string =>
  String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** One decimal with a comma: `87,0%`. */
export const percentText = (value: number): string => `${value.toFixed(1).replace('.', ',')}%`;

/** `ngày 05 tháng 01 năm 2020`: days below ten and January, February take a zero (Decree 30, annex I, ô 4). */
export function dateLine(time: Pick<VnTime, 'year' | 'month' | 'day'>): string {
  const day = String(time.day).padStart(2, '0');
  const month = time.month <= 2 ? `0${time.month}` : String(time.month);
  return `ngày ${day} tháng ${month} năm ${time.year}`;
}

/** What a cell says where nothing was reported. */
export const NOT_REPORTED = 'chưa báo cáo';
