import { parse } from 'csv-parse/sync';
import type { RosterCell, RosterRow } from '../../core/roster/row.ts';

/** Rows of comma, semicolon or tab separated text; the heading decides which. Throws on torn quotes. */
export function parseCsv(text: string): RosterRow[] {
  const [heading = ''] = text.split(/\r?\n/, 1);
  const count = (separator: string) => heading.split(separator).length;
  const delimiter = [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
  const records = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return records.map(({ record, info }) => ({
    row: info.lines,
    cells: record.map((cell): RosterCell => ({ kind: 'text', text: cell })),
  }));
}
