import { buildReport, type ReportInput } from '../../src/core/report/build.ts';
import type { ReportCell, ReportModel, ReportTable } from '../../src/core/report/model.ts';
import { federation, silent, unionNamed } from './figures.ts';

export const tablesOf = (model: ReportModel): ReportTable[] => [
  ...model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))),
  ...model.annexes.map(({ table }) => table),
];
export const textOf = (model: ReportModel): string =>
  model.sections.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'table' ? '' : block.text))).join('\n');
export const annex = (model: ReportModel, key: string): ReportTable => {
  const found = model.annexes.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no annex ${key}`);
  return found.table;
};
export const cell = (table: ReportTable, row: readonly ReportCell[] | null | undefined, key: string): ReportCell =>
  row?.[table.columns.findIndex((column) => column.key === key)] ?? null;
export const line = (table: ReportTable, name: string) => [...table.rows].find((row) => row.includes(name));

export const district = (name: string, more = {}) => unionNamed(name, { code: name, level: 3, ...more });
export const province = unionNamed('Liên đoàn Lao động tỉnh Bình Dương', { code: 'LDLD74', level: 2 });
export const ISSUED = { state: 'issued', number: '8', issuedOn: '2020-08-28', replaces: null } as const;
export const reportOf = (input: Partial<ReportInput>): ReportModel =>
  buildReport(federation(0, { union: silent(province), ...input }));
