import { done, failed, type Result } from '../base/result.ts';
import type { ReportCell, ReportModel, ReportTable } from './model.ts';

/**
 * Looks once more before a report is written. Fails with `report-incomplete` and `{ missing }` where an issued
 * report lacks number, date, place or signer, and with `report-sums` and `{ where }` where a total is not the sum
 * of its parts or two tables tell different figures.
 */
export function auditReport(model: ReportModel): Result<ReportModel> {
  const missing = missingIn(model);
  if (missing.length > 0) return failed('report-incomplete', { missing: missing.join(', ') });
  const where = disagreement(model);
  return where === null ? done(model) : failed('report-sums', { where: where.slice(0, 200) });
}

/** What an issued document may not leave open (docs/union-reports.md §2.5). Practice documents are never sent. */
export function missingIn({ standing, head, signature, practice }: ReportModel): string[] {
  if (standing.state === 'draft' || practice) return [];
  const open = (text: string): boolean => /^[\s…._]*$/u.test(text);
  return [
    ...(open(standing.number) ? ['số văn bản'] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(standing.issuedOn) ? [] : ['ngày ban hành']),
    ...(open(head.placeAndDate.split(',')[0] ?? '') ? ['địa danh'] : []),
    ...(open(signature.name) ? ['người ký'] : []),
  ];
}

function disagreement(model: ReportModel): string | null {
  for (const { table, name } of tablesOf(model)) {
    const wrong = wrongColumn(table);
    if (wrong !== null) return `${name}, cột “${wrong}”`;
  }
  const units = sumIn(model, 'units', 'all');
  const below = sumIn(model, 'grassroots', 'all');
  const days = sumIn(model, 'days', 'all');
  if (days !== null && units !== null && days !== units) return `tổng theo ngày (${days}) và theo đơn vị (${units})`;
  if (below !== null && units !== null && below !== units) {
    return `tổng theo đơn vị trực thuộc (${units}) và theo cơ sở (${below})`;
  }
  return null;
}

function tablesOf({ sections, annexes }: ReportModel): { table: ReportTable; name: string }[] {
  return [
    ...sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? [{ table: block.table, name: `bảng “${block.table.title}”` }] : [],
      ),
    ),
    ...annexes.map(({ table, number, title }) => ({ table, name: `Phụ lục ${number} ${title}`.replace('  ', ' ') })),
  ];
}

/** The first column whose bottom cell is not the sum of the cells above, or that holds what cannot be counted. */
function wrongColumn({ columns, rows, total }: ReportTable): string | null {
  for (const [at, { kind, label }] of columns.entries()) {
    if (kind !== 'count') continue;
    let sum = 0;
    for (const row of rows) {
      const cell: ReportCell = row[at] ?? null;
      if (typeof cell !== 'number') continue;
      if (!Number.isSafeInteger(cell) || cell < 0) return label;
      sum += cell;
    }
    const bottom = total?.[at];
    if (typeof bottom === 'number' && bottom !== sum) return label;
  }
  return null;
}

function sumIn({ annexes }: ReportModel, key: string, column: string): number | null {
  const table = annexes.find((annex) => annex.key === key)?.table;
  const cell = table?.total?.[table.columns.findIndex((candidate) => candidate.key === column)];
  return typeof cell === 'number' ? cell : null;
}
