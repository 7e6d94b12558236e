import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitJson } from '../../kit/cli.ts';
import { pagesOf, wordsOf } from '../../kit/office.ts';
import { type DocxRead, readDocx, readXlsx, type XlsxRead } from '../../kit/python.ts';
import { readersHere } from '../../kit/tools.ts';
import { type LogSums, sumsFromLog } from './log-sums.ts';

/** A figure, a share of two figures, a text, or nothing reported. */
type Cell = number | readonly [part: number, whole: number] | string | null;
/** Rows from the unit's code and name on; the bottom row last. */
type Rows = readonly (readonly Cell[])[];

const UNION = 'LDLD74';
const NOW = '2020-08-28T17:00:00+07:00';
const OUTCOMES = ['installed', 'already', 'reactivated', 'unable', 'declined', 'reached'];
const WORKING = ['installed', 'already', 'reactivated'];
const SILENT = 'chưa báo cáo';
const TOTAL = 'TỔNG CỘNG';

const sum = (totals: Readonly<Record<string, number>>, keys = OUTCOMES): number =>
  keys.reduce((all, key) => all + (totals[key] ?? 0), 0);
const workingOf = ({ outcomes }: LogSums): number => sum(outcomes, WORKING);

let folder: string;
let log: Map<string, LogSums>;
let top: LogSums;
let tables: { units: Rows; grassroots: Rows; outcomes: Rows; reasons: Rows; days: Rows };
let status: { counted: Record<string, number>; reasons: Record<string, number>; byDay: Record<string, object> };
const files: Record<string, string[]> = {};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'federation-'));
  const data = ['--data', path.join(folder, 'data'), '--now', NOW];
  await kitJson('demo', '--unions', '2000', '--events', '20000', '--seed', '74', ...data);
  status = await kitJson('status', '--union', UNION, ...data);
  const formats = ['--formats', 'docx,xlsx,pdf,csv,json', '--out', path.join(folder, 'out')];
  const made = await kitJson<{ files: { format: string; path: string }[] }>(
    'report',
    '--union',
    UNION,
    ...formats,
    ...data,
  );
  for (const { format, path: file } of made.files) files[format] = [...(files[format] ?? []), file];
  log = sumsFromLog(path.join(folder, 'data', 'tram.sqlite'), UNION);
  top = of(UNION);
  const level = (wanted: number) => [...log.values()].filter((sums) => sums.level === wanted);
  tables = {
    units: [...level(3).map((sums) => [sums.code, sums.name, ...ofUpper(sums)]), ['', TOTAL, ...ofUpper(top)]],
    grassroots: [...level(4).map((sums) => [sums.code, sums.name, ...ofUnit(sums)]), ['', TOTAL, ...ofUnit(top)]],
    outcomes: outcomes(),
    reasons: reasons(),
    days: days(),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function of(code: string): LogSums {
  const sums = log.get(code);
  if (sums === undefined) throw new Error(`no ${code} in the log`);
  return sums;
}

function ofUnit(sums: LogSums): Cell[] {
  const { workers, smartphones, lines } = sums;
  if (lines === 0) return [workers, smartphones, ...Array<null>(OUTCOMES.length + 4).fill(null)];
  const working = workingOf(sums);
  const counted = OUTCOMES.map((outcome) => sums.outcomes[outcome] ?? 0);
  const rates: Cell[] = [
    [working, workers],
    [working, smartphones],
  ];
  return [workers, smartphones, ...counted, sum(sums.outcomes), working, ...rates];
}

const ofUpper = (sums: LogSums): Cell[] => [
  sums.grassroots,
  sums.active,
  [sums.active, sums.grassroots],
  ...ofUnit(sums),
];

function outcomes(): Rows {
  const all = sum(top.outcomes);
  const rows = OUTCOMES.map((outcome): Cell[] => [top.outcomes[outcome] ?? 0, [top.outcomes[outcome] ?? 0, all]]);
  return [...rows, [all, [all, all]]];
}

/** Most frequent first; then refusals, which carry no reason. */
function reasons(): Rows {
  const all = sum(top.outcomes, ['unable', 'declined']);
  const given = Object.entries(top.reasons).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const silent = all - given.reduce((count, [, more]) => count + more, 0);
  const rows = [...given, ['', silent] as const].map(([code, count]): Cell[] => [code, count, [count, all]]);
  return [...rows, ['', all, [all, all]]];
}

function days(): Rows {
  let running = 0;
  const line = (totals: Record<string, number>): number[] => [
    ...OUTCOMES.map((outcome) => totals[outcome] ?? 0),
    sum(totals),
    sum(totals, WORKING),
  ];
  const rows = Object.entries(top.days)
    .sort()
    .map(([day, totals]): Cell[] => {
      running += sum(totals, WORKING);
      return [`${Number(day.slice(8))}/${Number(day.slice(5, 7))}/2020`, ...line(totals), running];
    });
  return [...rows, [TOTAL, ...line(top.outcomes), '']];
}

const dotted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');
const tenth = ([part, whole]: readonly [number, number]): number => Math.round((part * 1000) / whole) / 10;

/** A cell as it is printed: `1.234`, `82,1%`. */
function paper(cell: Cell): string {
  if (cell === null) return SILENT;
  if (typeof cell === 'number') return dotted(cell);
  return typeof cell === 'string' ? cell : `${tenth(cell).toFixed(1).replace('.', ',')}%`;
}

/** A row as it is printed: neighbours that are silent share one cell, codes take no room. */
const printed = (row: readonly Cell[]): string[] =>
  row.map(paper).filter((text, at, all) => text !== SILENT || all[at - 1] !== SILENT);

const only = (format: string): string => files[format]?.[0] ?? '';

describe('a federation of 30 upper unions and 2,000 grassroots unions', () => {
  test('is counted in its log, line by line, as its status says', () => {
    expect([tables.units.length - 1, tables.grassroots.length - 1, sum(top.outcomes)]).toEqual([30, 2000, 20_000]);
    expect(tables.grassroots.filter((row) => row.includes(null)).length).toBeGreaterThan(100);
    expect(status.counted).toEqual(top.outcomes);
    expect(status.reasons).toEqual(top.reasons);
    expect(status.byDay).toEqual(top.days);
    expect(Object.keys(top.days)).toHaveLength(8);
  });

  test('has every figure of its log in json', () => {
    const report = JSON.parse(readFileSync(only('json'), 'utf8'));
    const cell = (read: Cell | { part: number; whole: number; percent: number }): Cell => {
      if (typeof read !== 'object' || read === null || !('part' in read)) return read as Cell;
      expect(read.percent).toBe(tenth([read.part, read.whole]));
      return [read.part, read.whole];
    };
    const rows = (table: { rows: Cell[][]; total: Cell[] }): Cell[][] =>
      [...table.rows, table.total].map((row) => row.slice(1).map(cell));
    const annex = (key: string) => rows(report.annexes.find((one: { key: string }) => one.key === key).table);
    const [outcome] = report.sections.flatMap(({ blocks }: { blocks: { kind: string }[] }) =>
      blocks.filter(({ kind }) => kind === 'table'),
    );
    expect(annex('units')).toEqual(tables.units);
    expect(annex('grassroots')).toEqual(tables.grassroots);
    expect(annex('reasons').map(([code, , count, share]) => [code, count, share])).toEqual(tables.reasons);
    expect(annex('days')).toEqual(tables.days);
    expect(rows(outcome.table).map((row) => row.slice(1))).toEqual(tables.outcomes);
  });

  test('has every figure of its log in csv', () => {
    const bare = (cell: Cell): string =>
      typeof cell === 'number' || typeof cell === 'string' || cell === null
        ? String(cell ?? SILENT)
        : tenth(cell).toFixed(1);
    const rows = (name: string): string[][] => {
      const file = files.csv?.find((candidate) => candidate.endsWith(`${name}.csv`)) ?? '';
      return (parse(readFileSync(file), { bom: true }) as string[][]).slice(1).map((row) => row.slice(1, -2));
    };
    const expected = (table: Rows) => table.map((row) => row.map(bare));
    expect(rows('don-vi')).toEqual(expected(tables.units));
    expect(rows('co-so')).toEqual(expected(tables.grassroots));
    expect(rows('ly-do').map(([code, , count, share]) => [code, count, share])).toEqual(expected(tables.reasons));
    expect(rows('theo-ngay')).toEqual(expected(tables.days));
    expect(rows('bang-1').map((row) => row.slice(1))).toEqual(expected(tables.outcomes));
  });
});

describe.runIf(readersHere)('the documents of such a federation', () => {
  let word: DocxRead;
  let book: XlsxRead;
  let pages: string[];
  beforeAll(async () => {
    [word, book, pages] = await Promise.all([readDocx(only('docx')), readXlsx(only('xlsx')), pagesOf(only('pdf'))]);
  });

  test('have every figure of the log in Excel, the bottom rows as formulas with the same results', () => {
    const close = (cell: Cell): Cell => (Array.isArray(cell) ? Number((cell[0] / cell[1]).toPrecision(12)) : cell);
    const want = (table: Rows) => table.map((row) => row.map((cell) => close(cell) ?? SILENT));
    const read = (value: string | number | null) =>
      typeof value === 'number' ? Number(value.toPrecision(12)) : (value ?? '');
    const body = (number: string) => {
      const { filter = '', rows = [] } = book.sheets.find(({ name }) => name === `Phụ lục ${number}`) ?? {};
      const [, heads = 0, last = 0] = /^A(\d+):[A-Z]+(\d+)$/.exec(filter) ?? [];
      return rows.slice(Number(heads), Number(last) + 1);
    };
    const values = (number: string) => body(number).map((row) => row.slice(1).map(({ value }) => read(value)));
    expect(values('I')).toEqual(want(tables.units));
    expect(values('II')).toEqual(want(tables.grassroots));
    expect(values('III').map(([code, , count, share]) => [code, count, share])).toEqual(want(tables.reasons));
    expect(values('IV')).toEqual(want(tables.days));
    for (const number of ['I', 'II']) {
      for (const { formula } of body(number).at(-1)?.slice(3) ?? []) expect(formula).toMatch(/^=/);
    }
  });

  test('have every figure of the log in Word', () => {
    const [outcome, units, grassroots, reason, day] = word.tables
      .filter(({ rows }) => rows.length > 4)
      .map(({ rows, headRows }) => rows.slice(headRows).map((row) => row.slice(1)));
    expect(outcome?.map((row) => row.slice(1))).toEqual(tables.outcomes.map(printed));
    expect(units).toEqual(tables.units.map((row) => printed(row.slice(1))));
    expect(grassroots).toEqual(tables.grassroots.map((row) => printed(row.slice(1))));
    expect(reason?.map((row) => row.slice(1, 3))).toEqual(tables.reasons.map((row) => printed(row.slice(1))));
    expect(day).toEqual(tables.days.map(printed));
  });

  test('have every figure of the log in the PDF, row by row', async () => {
    const lines = await linesOf(only('pdf'));
    for (const table of [tables.units, tables.grassroots]) {
      for (const [at, [, name, ...cells]] of table.entries()) {
        const start = name === TOTAL ? `${TOTAL} ` : `${dotted(at + 1)} `;
        const figures = ` ${printed(cells).join(' ')}`;
        const found = lines.some((line) => line.startsWith(start) && line.endsWith(figures));
        expect(found, `${start}… ${figures}`).toBe(true);
      }
    }
    const text = lines.join('\n');
    for (const row of tables.outcomes) expect(text).toContain(printed(row).join(' '));
    for (const row of tables.days) expect(text).toContain(printed(row).join(' ').trim());
    for (const row of tables.reasons) expect(text).toContain(printed(row.slice(1)).join(' '));
  });

  test('say the same sums in their sentences', () => {
    const working = workingOf(top);
    const refused = sum(top.outcomes, ['unable', 'declined']);
    const untold = refused - Object.values(top.reasons).reduce((all, count) => all + count, 0);
    const share = (part: number, whole: number) => `${dotted(part)}/${dotted(whole)}, bằng ${paper([part, whole])}`;
    const sentences = [
      `Số đơn vị trực thuộc đã có số liệu đếm tại bàn: 30/30`,
      share(top.active, 2000),
      `Tổng số lượt người đến bàn: ${dotted(20_000)}`,
      share(working, 20_000),
      share(working, top.workers),
      share(working, top.smartphones),
      `Không nêu rõ lý do: ${share(untold, refused)}`,
      `Số lượt chưa cài được hoặc từ chối: ${dotted(refused)}`,
    ];
    const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
    const written = {
      docx: word.paragraphs.map(({ text }) => text).join(' '),
      xlsx: book.sheets.flatMap(({ rows }) => rows.flat().map(({ value }) => value)).join(' '),
      pdf: pages.join(' '),
      json: readFileSync(only('json'), 'utf8'),
    };
    for (const [format, text] of Object.entries(written)) {
      for (const sentence of sentences) expect(flat(text), format).toContain(flat(sentence));
    }
  });
});

/** The printed lines of a PDF: words at one height from left to right, without the mark behind them. */
async function linesOf(pdf: string): Promise<string[]> {
  const { words } = await wordsOf(pdf);
  const rows = new Map<string, typeof words>();
  for (const word of words) {
    if (word.bottom - word.top > 30) continue;
    const key = `${word.page} ${Math.round((word.top + word.bottom) / 2)}`;
    rows.set(key, [...(rows.get(key) ?? []), word]);
  }
  return [...rows.values()].map((row) =>
    row
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text.normalize('NFC'))
      .join(' '),
  );
}
