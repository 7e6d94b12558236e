import type { Cell } from 'exceljs';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { RosterCell, RosterRow } from '../../core/roster/row.ts';
import { parseCsv } from '../files/csv-table.ts';

/** A roster of every union in the country fits into a quarter of this. */
const SIZE_MAX_MB = 50;

/** Reads the rows of a roster file, heading first: Excel by its signature, otherwise text with separators. */
export async function readRosterFile(bytes: Uint8Array): Promise<Result<RosterRow[]>> {
  if (bytes.length > SIZE_MAX_MB * 1024 * 1024) {
    return failed('roster-too-large', { size: Math.ceil(bytes.length / 1024 / 1024), max: SIZE_MAX_MB });
  }
  const read = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  if (!read.ok) return read;
  const rows = read.value.filter(({ cells }) => cells.some((cell) => cell.kind !== 'text' || cell.text.trim() !== ''));
  return rows.length < 2 ? failed('roster-empty') : done(rows);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** Compound file of Excel 97–2003. */
const isOldExcel = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

function readText(bytes: Uint8Array): Result<RosterRow[]> {
  if (isOldExcel(bytes)) return failed('roster-unreadable', { why: '.xls' });
  const text = decode(bytes);
  if (text === null) return failed('roster-encoding');
  try {
    return done(parseCsv(text));
  } catch {
    return failed('roster-unreadable', { why: 'CSV' });
  }
}

/** UTF-8, or what Excel calls "Unicode text" (UTF-16 with its mark); anything else would break Vietnamese letters. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    return null;
  }
}

/** The first sheet of an .xlsx file. Formulas are named as such, not computed. */
async function readWorkbook(bytes: Uint8Array): Promise<Result<RosterRow[]>> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    return failed('roster-unreadable', { why: '.xlsx' });
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) return failed('roster-empty');
  const rows: RosterRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: RosterCell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, 64); column++) {
      const cell = row.getCell(column);
      cells.push(cellOf(cell));
    }
    rows.push({ row: number, cells });
  });
  return done(rows);
}

function cellOf({ value, text, numFmt }: Pick<Cell, 'value' | 'text' | 'numFmt'>): RosterCell {
  if (value === null || value === undefined) return { kind: 'text', text: '' };
  // A number shown with leading zeros is a code, and people mean what they see.
  if (typeof value === 'number' && /^0+$/.test(numFmt ?? ''))
    return { kind: 'text', text: String(value).padStart(numFmt.length, '0') };
  if (typeof value === 'number') return { kind: 'number', value };
  // Excel keeps a day as a moment at midnight, without a time zone.
  if (value instanceof Date) return { kind: 'text', text: value.toISOString().slice(0, 10) };
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) return { kind: 'formula' };
  // `#N/A` and its like: what stood there is lost, as with a broken letter.
  if (typeof value === 'object' && 'error' in value) return { kind: 'text', text: '\ufffd' };
  return { kind: 'text', text: String(text) };
}
