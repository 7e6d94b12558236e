import { percent } from '../../core/figures/figures.ts';
import {
  cellText,
  NOT_REPORTED,
  type ReportCell,
  type ReportColumn,
  type ReportModel,
  type ReportTable,
} from '../../core/report/model.ts';

/** One table of the report, under a name that ends its file's name. */
export interface CsvTable {
  readonly suffix: string;
  readonly bytes: Uint8Array;
}

const BOM = '\ufeff';
/** A sheet takes a text for a formula when it begins so, even after spaces; a quote before it keeps it a text. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r＝＋－＠]/u;

/**
 * Every table as a file of its own: UTF-8 with BOM, commas, CRLF (RFC 4180), one line of heads, the bottom row
 * last. Counts are bare digits, rates percent with one decimal and a point; two last columns tell the cut-off
 * and where the report stands, so that a line never loses them.
 */
export function writeCsv(model: ReportModel): CsvTable[] {
  const inText = model.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  const tables: [suffix: string, table: ReportTable][] = [
    ...inText.map((table, at): [string, ReportTable] => [`bang-${at + 1}`, table]),
    ...model.annexes.map(({ key, number, table }): [string, ReportTable] => [
      number === '' ? `phu-luc-${SLUG[key]}` : `phu-luc-${number}-${SLUG[key]}`,
      table,
    ]),
  ];
  return tables.map(([suffix, table]) => ({ suffix, bytes: new TextEncoder().encode(BOM + linesOf(table, model)) }));
}

const SLUG = {
  units: 'don-vi',
  grassroots: 'co-so',
  outreach: 'tuyen-truyen',
  reasons: 'ly-do',
  days: 'theo-ngay',
} as const;

/** Any rows as one CSV in the same manner, BOM first. */
export const csvText = (rows: readonly (readonly ReportCell[])[]): string =>
  `${BOM}${rows.map((row) => row.map(cellOf).map(field).join(',')).join('\r\n')}\r\n`;

function linesOf({ columns, rows, total }: ReportTable, model: ReportModel): string {
  const stand = standOf(model);
  const heads = [...columns.map((column) => headOf(column, columns)), 'Số liệu', 'Bản'];
  const body = total === null ? rows : [...rows, total];
  const lines = body.map((row) => [...row.map(cellOf), model.cutOff, stand].map(field).join(','));
  return [heads.map(field).join(','), ...lines, ''].join('\r\n');
}

/** `Tỷ lệ đã có Bluezone - trên ĐV, NLĐ (%) = Đã có Bluezone : ĐV, NLĐ`. */
function headOf({ label, group, kind, of }: ReportColumn, columns: readonly ReportColumn[]): string {
  const name = group === undefined ? label : `${group} - ${label}`;
  if (kind !== 'rate') return name;
  const labelled = (key: string): string => columns.find((column) => column.key === key)?.label ?? key;
  return of === undefined ? `${name} (%)` : `${name} (%) = ${labelled(of.part)} : ${labelled(of.whole)}`;
}

function cellOf(cell: ReportCell): string {
  if (cell === null) return NOT_REPORTED;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return FORMULA.test(cell) ? `'${cell}` : cell;
  const value = percent(cell);
  return value === null ? cellText(cell) : value.toFixed(1);
}

/** `LUYỆN TẬP`, `BẢN DỰ THẢO` or the number of the report. */
const standOf = ({ mark, head }: ReportModel): string => mark ?? head.symbol.replace(/^Số:\s*/u, '');

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
