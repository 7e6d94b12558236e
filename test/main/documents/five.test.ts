import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { percent } from '../../../src/core/figures/figures.ts';
import { reportJsonSchema } from '../../../src/core/report/json.ts';
import { cellText, type ReportCell, type ReportModel, type ReportTable } from '../../../src/core/report/model.ts';
import { makeReport } from '../../../src/main/documents/index.ts';
import type { ReportFormat } from '../../../src/preload/contract.ts';
import { convert, pagesOf } from '../../kit/office.ts';
import { readDocx, readXlsx } from '../../kit/python.ts';
import { readersHere } from '../../kit/tools.ts';
import { HARD_NAMES, modelOf, paperRow, type Scene, tablesOf } from './scenes.ts';

const FORMATS = ['docx', 'xlsx', 'pdf', 'csv', 'json'] as const;
const READ: Scene[] = ['lien-doan', 'ten-kho', 'mot-don-vi', 'du-hai-nguon'];

interface Made {
  readonly model: ReportModel;
  readonly files: Readonly<Record<ReportFormat, readonly string[]>>;
}

let folder: string;
const made = {} as Record<Scene, Made>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'five-'));
  for (const scene of READ) {
    const model = modelOf(scene);
    const saved = await makeReport(model, FORMATS, folder);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const of = (format: ReportFormat) => saved.value.filter((file) => file.format === format).map((file) => file.path);
    made[scene] = {
      model,
      files: { docx: of('docx'), xlsx: of('xlsx'), pdf: of('pdf'), csv: of('csv'), json: of('json') },
    };
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bodyOf = ({ rows, total }: ReportTable): (readonly ReportCell[])[] => [
  ...rows,
  ...(total === null ? [] : [total]),
];
const only = (files: readonly string[]): string => files[0] ?? '';
const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** A cell as csv writes it: bare digits, percent with a point, no text that a sheet would compute. */
const bare = (cell: ReportCell): string => {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object' && cell !== null && percent(cell) !== null) return (percent(cell) ?? 0).toFixed(1);
  const text = cellText(cell);
  return typeof cell === 'string' && /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
};

describe('a report in five formats', () => {
  test.each(READ)('holds every figure of every table in csv: %s', async (scene) => {
    const { model, files } = made[scene];
    const tables = tablesOf(model);
    expect(files.csv).toHaveLength(tables.length);
    for (const [at, file] of files.csv.entries()) {
      const bytes = await readFile(file);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [heads = [], ...rows] = parse(bytes, { bom: true }) as string[][];
      const table = tables[at];
      expect(heads.slice(-2)).toEqual(['Số liệu', 'Bản']);
      expect(rows.map((row) => row.slice(0, -2))).toEqual(table && bodyOf(table).map((row) => row.map(bare)));
      for (const row of rows) expect(row.at(-2)).toBe(model.cutOff);
    }
  });

  test.each(READ)('holds every figure of every table in json, as the published schema has it: %s', async (scene) => {
    const { model, files } = made[scene];
    const read = reportJsonSchema.parse(JSON.parse(await readFile(only(files.json), 'utf8')));
    const tables = [
      ...read.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
      ),
      ...read.annexes.map(({ table }) => table),
    ];
    const rated = (cell: ReportCell) =>
      typeof cell === 'object' && cell !== null ? { ...cell, percent: percent(cell) } : cell;
    expect(tables.map(({ rows, total }) => [...rows, ...(total === null ? [] : [total])])).toEqual(
      tablesOf(model).map((table) => bodyOf(table).map((row) => row.map(rated))),
    );
  });

  test('publishes the schema that it keeps', async () => {
    const published = await readFile(path.join(import.meta.dirname, '../../../docs/schema/report.schema.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(reportJsonSchema))));
  });

  test('lets no name in csv become a formula', async () => {
    const file = made['ten-kho'].files.csv.find((name) => name.includes('don-vi')) ?? '';
    const cells = (parse(await readFile(file), { bom: true }) as string[][]).flat();
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    for (const name of HARD_NAMES.filter((text) => /^[=+\-@]/.test(text))) expect(cells).toContain(`'${name}`);
    expect(cells).toContain('000');
  });

  test('tells in every line of csv, and in json, that practice is practice and a draft a draft', async () => {
    for (const [scene, mark] of [
      ['luyen-tap', 'LUYỆN TẬP'],
      ['du-thao', 'BẢN DỰ THẢO'],
      ['lien-doan', '08/BC-LĐLĐ'],
    ] as const) {
      const saved = await makeReport(modelOf(scene), ['csv', 'json'], folder);
      if (!saved.ok) throw new Error(saved.error.code);
      for (const { format, path: file } of saved.value) {
        const text = await readFile(file, 'utf8');
        if (format === 'json') expect(JSON.parse(text).mark).toBe(scene === 'lien-doan' ? null : mark);
        else for (const row of (parse(text, { bom: true }) as string[][]).slice(1)) expect(row.at(-1)).toBe(mark);
      }
    }
  });
});

describe.runIf(readersHere)('the five formats beside each other', () => {
  test.each(READ)('carry the same numbers: %s', async (scene) => {
    const { model, files } = made[scene];
    await convert(files.docx, 'pdf', folder);
    const word = await readDocx(only(files.docx));
    const grids = word.tables.filter(({ rows }) => rows.length > 1).map(({ rows, headRows }) => rows.slice(headRows));
    const sheets = (await readXlsx(only(files.xlsx))).sheets.flatMap(({ rows }) =>
      rows.flat().map(({ value }) => value),
    );
    const printedWord = flat((await pagesOf(only(files.docx).replace(/docx$/, 'pdf'))).join(''));
    const printedPdf = flat((await pagesOf(only(files.pdf))).join(''));
    for (const [at, table] of tablesOf(model).entries()) {
      expect(grids[at]).toEqual(bodyOf(table).map((row) => paperRow(table, row)));
      for (const cell of bodyOf(table).flat()) {
        if (typeof cell === 'number') {
          expect(sheets).toContain(cell);
          expect(printedWord).toContain(flat(cellText(cell)));
          expect(printedPdf).toContain(flat(cellText(cell)));
        } else if (typeof cell === 'object' && cell !== null && percent(cell) !== null) {
          const quotient = cell.part / (cell.whole ?? 1);
          expect(sheets.some((value) => typeof value === 'number' && Math.abs(value - quotient) < 1e-9)).toBe(true);
          expect(printedPdf).toContain(cellText(cell));
        }
      }
    }
    for (const { heading, blocks } of model.sections) {
      for (const text of [heading, ...blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))]) {
        expect(sheets).toContain(text);
      }
    }
  });
});

describe('a report that is not sound', () => {
  const make = (model: ReportModel) => makeReport(model, FORMATS, folder);
  const sound = modelOf('lien-doan');

  test('is not written when an issued one lacks number, date, place or signer', async () => {
    const standing = { state: 'issued', number: ' ', issuedOn: '', replaces: null } as const;
    const head = { ...sound.head, placeAndDate: '…, ngày' };
    const bare = await make({ ...sound, standing, head, signature: { ...sound.signature, name: '' } });
    expect(bare).toEqual({
      ok: false,
      error: { code: 'report-incomplete', detail: { missing: 'số văn bản, ngày ban hành, địa danh, người ký' } },
    });
    expect(
      await make({ ...sound, standing: { state: 'draft' }, signature: { ...sound.signature, name: '' } }),
    ).toMatchObject({
      ok: true,
    });
  });

  test('is not written when a total is not the sum of its parts', async () => {
    const [units, ...others] = sound.annexes;
    if (units === undefined) throw new Error('no annex');
    const rows = units.table.rows.map((row, at) => (at === 0 ? row.map((cell) => (cell === 869 ? 868 : cell)) : row));
    const wrong = { ...sound, annexes: [{ ...units, table: { ...units.table, rows } }, ...others] };
    expect(await make(wrong)).toEqual({
      ok: false,
      error: { code: 'report-sums', detail: { where: 'Phụ lục I KẾT QUẢ THEO ĐƠN VỊ TRỰC THUỘC, cột “Cài mới”' } },
    });
  });

  test('leaves no file behind when its folder takes only some of them', async () => {
    const blocked = path.join(folder, 'a-file');
    await writeFile(blocked, 'x');
    expect(await makeReport(sound, FORMATS, path.join(blocked, 'x'))).toMatchObject({
      error: { code: 'report-folder' },
    });
    expect(await readFile(blocked, 'utf8')).toBe('x');
  });
});
