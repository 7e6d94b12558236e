import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { percent } from '../../../src/core/figures/figures.ts';
import { buildReport } from '../../../src/core/report/build.ts';
import { NOT_REPORTED, type ReportCell, type ReportTable } from '../../../src/core/report/model.ts';
import { writeXlsx } from '../../../src/main/documents/xlsx/workbook.ts';
import { federation } from '../../kit/figures.ts';
import { convert, pagesOf, picturesOf } from '../../kit/office.ts';
import { python, readXlsx, type XlsxRead } from '../../kit/python.ts';
import { readersHere } from '../../kit/tools.ts';
import { type Desk, deskOf, HARD_NAMES, modelOf, pictureFolder, type Scene, scenes, sumsOf } from './scenes.ts';

const PRINTED: Scene[] = ['lien-doan', 'luyen-tap', 'ten-kho', 'chua-co-gi', 'mot-don-vi', 'du-hai-nguon', 'ca-nuoc'];
const ALL = Object.keys(scenes) as Scene[];

let desk: Desk;
const read = {} as Record<Scene, XlsxRead>;
const recalculated = {} as Record<Scene, XlsxRead>;

beforeAll(async () => {
  if (!readersHere) return;
  desk = await deskOf('xlsx', writeXlsx);
  const bare = (scene: Scene) => path.join(desk.folder, `tinh-lai-${scene}.xlsx`);
  // openpyxl saves formulas without results: whoever opens the copy has to compute them.
  for (const scene of ALL) read[scene] = await python('read_xlsx.py', desk.files[scene], bare(scene));
  const out = path.join(desk.folder, 'tinh-lai');
  await convert(ALL.map(bare), 'xlsx', out);
  for (const scene of ALL) recalculated[scene] = await readXlsx(path.join(out, path.basename(bare(scene))));
  await convert(
    PRINTED.map((scene) => desk.files[scene]),
    'pdf',
    desk.folder,
  );
  const folder = await pictureFolder();
  if (folder === null) return;
  for (const scene of PRINTED) await picturesOf(path.join(desk.folder, `${scene}.pdf`), folder, `xlsx-${scene}`);
});
afterAll(() => desk?.clear());
afterEach(() => vi.useRealTimers());

type Sheet = XlsxRead['sheets'][number];

const sheetOf = (scene: Scene, name: string, from = read): Sheet => {
  const sheet = from[scene].sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
const units = (scene: Scene): { sheet: Sheet; table: ReportTable } => {
  const annex = desk.models[scene].annexes.find(({ key }) => key === 'units');
  if (annex === undefined) throw new Error('no annex by unit');
  return { sheet: sheetOf(scene, `Phụ lục ${annex.number}`), table: annex.table };
};
/** The rows below the heads, by the sheet's own account of what it filters. */
const body = ({ filter, rows }: Sheet): Sheet['rows'] => {
  const [, first = 0, last = 0] = /^A(\d+):[A-Z]+(\d+)$/.exec(filter) ?? [];
  return rows.slice(Number(first), Number(last));
};
const plain = (cell: ReportCell): string | number | null => {
  if (cell === null) return NOT_REPORTED;
  if (cell === '') return null;
  if (typeof cell !== 'object') return cell;
  return percent(cell) === null ? (cell.whole === null ? NOT_REPORTED : '–') : cell.part / (cell.whole ?? 1);
};

describe.runIf(readersHere)('an Excel report, read by openpyxl', () => {
  test('holds one sheet for the whole and one an annex', () => {
    expect(read['lien-doan'].sheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Phụ lục I',
      'Phụ lục II',
      'Phụ lục III',
    ]);
    expect(read['chua-co-gi'].sheets.map(({ name }) => name)).toEqual(['Tổng hợp']);
    const texts = sheetOf('lien-doan', 'Tổng hợp').rows.flatMap((row) => row.map(({ value }) => value));
    for (const text of [
      'LĐLĐ TỈNH BÌNH DƯƠNG',
      'BÁO CÁO',
      '(Tính đến 17 giờ 00 ngày 28/8/2020)',
      'TM. BAN THƯỜNG VỤ',
    ]) {
      expect(texts).toContain(text);
    }
  });

  test.each(ALL)('holds every figure of every annex as a number: %s', (scene) => {
    for (const { number, table } of desk.models[scene].annexes) {
      const sheet = sheetOf(scene, `Phụ lục ${number}`.trim());
      const rows = body(sheet).map((row) => row.map(({ value }) => value));
      expect(rows).toEqual(table.rows.map((row) => row.map(plain)));
    }
  });

  test('holds the tables of the text as numbers too', () => {
    const { rows } = sheetOf('lien-doan', 'Tổng hợp');
    const row = rows.find((cells) => cells[1]?.value === 'Cài mới tại bàn') ?? [];
    expect([row[2]?.value, row[2]?.format, row[3]?.format]).toEqual([7025, '#,##0', '0.0%']);
    expect(row[3]?.value).toBeCloseTo(7025 / 12_898, 12);
  });

  test('formats counts, rates and codes, and keeps codes as text', () => {
    const { sheet, table } = units('lien-doan');
    const formats = table.columns.map(
      ({ kind }) => ({ ordinal: '0', code: '@', text: '@', count: '#,##0', rate: '0.0%' })[kind],
    );
    for (const row of body(sheet)) expect(row.map(({ format }) => format)).toEqual(formats);
    expect(body(sheet).map((row) => row[1]?.value)).toEqual(Array.from({ length: 8 }, (_, at) => `000${at + 1}`));
  });

  test('sums by formulas', () => {
    const { sheet, table } = units('ten-kho');
    const total = sheet.rows[sheet.rows.indexOf(body(sheet).at(-1) ?? []) + 1] ?? [];
    expect(total[2]?.value).toBe('TỔNG CỘNG');
    for (const [at, { kind }] of table.columns.entries()) {
      if (kind === 'count') expect(total[at]?.formula).toMatch(/^=SUM\([A-Z]+\d+:[A-Z]+\d+\)$/);
      if (kind === 'rate') expect(total[at]?.formula).toMatch(/\/[A-Z]+\d+$/);
    }
    expect(total.map(({ value }) => value)).toEqual((table.total ?? []).map(plain));
  });

  test.each(ALL)('gives no row a height that Excel does not know: %s', (scene) => {
    const heights = read[scene].sheets.flatMap((sheet) => sheet.heights.map(Number));
    expect(heights.length).toBeGreaterThan(20);
    for (const height of heights) {
      expect(height).toBeGreaterThanOrEqual(12);
      expect(height).toBeLessThanOrEqual(409);
    }
  });

  test('gives a text that no row can hold several rows, and loses no word of it', async () => {
    const text = Array.from({ length: 900 }, (_, at) => `ý kiến thứ ${at + 1}`).join(' ');
    const file = path.join(desk.folder, 'dai.xlsx');
    await writeFile(file, await writeXlsx(buildReport(federation(2, { texts: { proposals: text } }))));
    const { sheets } = await readXlsx(file);
    expect(Math.max(...sheets.flatMap(({ heights }) => heights.map(Number)))).toBeLessThanOrEqual(409);
    const written = (sheets[0]?.rows ?? []).map((row) => row[0]?.value).filter((value) => typeof value === 'string');
    expect(written.join(' ')).toContain(text);
  });

  test.each(ALL)('prints every column that holds something: %s', (scene) => {
    for (const { printArea, rows } of read[scene].sheets) {
      const [, last = ''] = /:\$([A-Z]+)\$\d+/.exec(printArea) ?? [];
      const columns = [...last].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      const used = rows.map((row) => row.findLastIndex(({ value }) => value !== null) + 1);
      expect(columns).toBeGreaterThanOrEqual(Math.max(...used));
    }
  });

  test('takes no name for a formula', () => {
    for (const scene of ALL) {
      for (const { rows } of read[scene].sheets) {
        for (const { formula } of rows.flat())
          expect(formula ?? '=SUM(').toMatch(/^=(SUM|SUMPRODUCT)\(|^=[A-Z]+\d+\/[A-Z]+\d+$/);
      }
    }
    const names = body(units('ten-kho').sheet).map((row) => row[2]);
    expect(names.slice(0, 8).map((cell) => cell?.value)).toEqual(HARD_NAMES.map((name) => name.normalize('NFC')));
    for (const cell of names) expect([cell?.formula, cell?.format]).toEqual([null, '@']);
  });

  test('keeps its heads in sight, repeats them in print, and filters its rows', () => {
    const { sheet } = units('lien-doan');
    expect(sheet).toMatchObject({ landscape: true, paper: 9, frozen: 'D8', filter: 'A7:O15' });
    expect(sheet.printTitles).toMatch(/^\$?5:\$?7$/);
    expect(sheet.printArea).toContain('$A$1:$O$19');
    expect(sheetOf('lien-doan', 'Phụ lục III').landscape).toBe(false);
  });

  test('guards its figures against slips, lets people filter and touch up words', () => {
    for (const { protected: guarded, mayFilter, rows } of read['lien-doan'].sheets) {
      expect([guarded, mayFilter]).toEqual([true, true]);
      for (const { value, formula, locked } of rows.flat()) {
        if (typeof value === 'number' || formula !== null) expect(locked).toBe(true);
      }
    }
    const words = sheetOf('lien-doan', 'Tổng hợp').rows.flat();
    expect(words.find(({ value }) => value === 'Nguyễn Văn A')?.locked).toBe(false);
  });

  test('says on every sheet that it is a draft, as long as it is one', () => {
    for (const { header, rows } of read['du-thao'].sheets) {
      expect(header).toContain('BẢN DỰ THẢO');
      expect(rows[0]?.[0]?.value).toBe('BẢN DỰ THẢO');
    }
    expect(JSON.stringify(read['lien-doan'])).not.toContain('DỰ THẢO');
  });

  test('says on every sheet that it is practice, and only then', () => {
    for (const { header, footer, rows } of read['luyen-tap'].sheets) {
      expect(header).toContain('LUYỆN TẬP');
      expect(footer).toContain('LUYỆN TẬP');
      expect(rows[0]?.[0]?.value).toContain('LUYỆN TẬP');
    }
    expect(JSON.stringify(read['lien-doan'])).not.toContain('LUYỆN TẬP');
  });

  test('names no person and no machine', () => {
    const { title, author, lastModifiedBy } = read['lien-doan'];
    expect(title).toContain('LĐLĐ TỈNH BÌNH DƯƠNG');
    expect(JSON.stringify([author, lastModifiedBy])).not.toMatch(/exceljs|unknown/i);
  });
});

describe.runIf(readersHere)('an Excel report, computed anew by LibreOffice', () => {
  test.each(ALL)('comes to the same sums: %s', (scene) => {
    for (const { name, rows } of read[scene].sheets) {
      const again = sheetOf(scene, name, recalculated);
      for (const [at, row] of rows.entries()) {
        for (const [place, { value, formula }] of row.entries()) {
          if (formula === null) continue;
          expect(again.rows[at]?.[place]?.value, `${name} ${formula}`).toBeCloseTo(Number(value), 9);
        }
      }
    }
  });
});

describe.runIf(readersHere)('an Excel report, printed by LibreOffice', () => {
  test.each(PRINTED)('shows its head and every sum: %s', async (scene) => {
    const pages = await pagesOf(path.join(desk.folder, `${scene}.pdf`));
    // LibreOffice writes numbers the English way here; the digits are what counts.
    const flat = (text: string) => text.replace(/\s+/g, '').replace(/(\d)[.,](?=\d)/g, '$1|');
    const whole = flat(pages.join(''));
    const { head } = desk.models[scene];
    for (const text of [head.placeAndDate, 'Độc lập - Tự do - Hạnh phúc', ...sumsOf(desk.models[scene])]) {
      expect(whole).toContain(flat(text));
    }
  });

  test.each(PRINTED)('keeps the signature whole, below the text: %s', async (scene) => {
    const pages = await pagesOf(path.join(desk.folder, `${scene}.pdf`));
    const signed = pages.find((page) => page.includes('Nơi nhận:')) ?? '';
    expect(signed).toContain('./.');
    expect(signed).toContain(desk.models[scene].signature.post);
    expect(signed).toContain(desk.models[scene].signature.name);
  });

  test('cuts off no word where figures are missing', async () => {
    const pages = (await pagesOf(path.join(desk.folder, 'du-hai-nguon.pdf'))).join(' ');
    expect(pages.match(/báo cáo/g)?.length).toBeGreaterThan(20);
    expect(pages).not.toMatch(/(?<![Cc])hưa/);
  });

  test('fits each sheet on the width of its paper', async () => {
    expect(await pagesOf(path.join(desk.folder, 'lien-doan.pdf'))).toHaveLength(5);
  });
});

describe('an Excel report made twice', () => {
  test('is the same to the byte, on another day and another clock', async () => {
    const first = await writeXlsx(modelOf('luyen-tap'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-05T03:04:05Z') });
    const second = await writeXlsx(modelOf('luyen-tap'));
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
