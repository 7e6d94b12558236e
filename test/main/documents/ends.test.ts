import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReport, type ReportInput } from '../../../src/core/report/build.ts';
import { writeDocx } from '../../../src/main/documents/docx/document.ts';
import { writePdf } from '../../../src/main/documents/pdf/document.ts';
import { above, busy, federation, unionNamed } from '../../kit/figures.ts';
import { convert, pagesOf } from '../../kit/office.ts';
import { readersHere } from '../../kit/tools.ts';
import { ISSUED } from './scenes.ts';

/** Lengths of a table around the ends of its first and second page: somewhere among them its sum falls on a new page. */
const ROWS = [...Array.from({ length: 7 }, (_, at) => 16 + at), ...Array.from({ length: 8 }, (_, at) => 41 + at)];
/** So many lines before the signature that it is pushed over the end of a page. */
const LINES = Array.from({ length: 8 }, (_, at) => 2 * at);
const SIGNED = 'Nơi nhận:';

let folder: string;
const printed: Record<'pdf' | 'docx', Map<string, string[]>> = { pdf: new Map(), docx: new Map() };

const words = ISSUED.template?.words ?? {};
const longList = Array.from(
  { length: 30 },
  (_, at) => `Công đoàn ngành trung ương thứ ${at + 1} và các đơn vị (để b/c)`,
);
const inputs: Readonly<Record<string, () => ReportInput>> = {
  ...Object.fromEntries(ROWS.map((rows) => [`rows-${rows}`, () => federation(rows, ISSUED)])),
  ...Object.fromEntries(
    LINES.map((lines) => [
      `lines-${lines}`,
      () => federation(3, { ...ISSUED, texts: { proposals: Array.from({ length: lines }, () => 'Đề nghị hỗ trợ.') } }),
    ]),
  ),
  'thirty-recipients': () => federation(3, { ...ISSUED, template: { words: { ...words, recipients: longList } } }),
  'broad-names': () => {
    const units = ['A', 'B', 'C'].map((mark, at) =>
      busy(
        unionNamed(`${mark} ${'W'.repeat(198)}`, { code: mark, level: 4, workers: 90_000, smartphones: 80_000 }),
        at,
      ),
    );
    return federation(0, { ...ISSUED, union: above(unionNamed('Công đoàn ngành', { code: 'N' }), units), rows: units });
  },
};

beforeAll(async () => {
  if (!readersHere) return;
  folder = await mkdtemp(path.join(tmpdir(), 'ends-'));
  const word: string[] = [];
  for (const [name, input] of Object.entries(inputs)) {
    const model = buildReport(input());
    const pdf = path.join(folder, `${name}.pdf`);
    await writeFile(pdf, await writePdf(model));
    printed.pdf.set(name, await pagesOf(pdf));
    word.push(path.join(folder, `${name}.docx`));
    await writeFile(path.join(folder, `${name}.docx`), await writeDocx(model));
  }
  await convert(word, 'pdf', path.join(folder, 'word'));
  for (const name of Object.keys(inputs)) {
    printed.docx.set(name, await pagesOf(path.join(folder, 'word', `${name}.pdf`)));
  }
});
afterAll(() => readersHere && rm(folder, { recursive: true, force: true }));

const pagesFor = (kind: 'pdf' | 'docx', name: string): string[] => {
  const pages = printed[kind].get(name);
  if (pages === undefined) throw new Error(`${name} was not printed`);
  return pages;
};
/** The page of the annex by unit that its sum stands on. */
const sumPage = (kind: 'pdf' | 'docx', rows: number): string => {
  const pages = pagesFor(kind, `rows-${rows}`).filter((page) => page.includes('Đếm tại bàn (lượt)'));
  expect(pages.length).toBeGreaterThan(0);
  return pages.find((page) => page.includes('TỔNG CỘNG')) ?? '';
};
const unitsOn = (page: string): number => page.match(/ \d+ Công đoàn cơ sở Công ty/g)?.length ?? 0;

describe.runIf(readersHere)('the end of a long table', () => {
  test.each(['pdf', 'docx'] as const)('never parts its sum from the last two units: %s', (kind) => {
    expect(ROWS.map((rows) => [rows, unitsOn(sumPage(kind, rows))])).toEqual(
      ROWS.map((rows) => [rows, expect.toSatisfy((units: number) => units >= 2)]),
    );
    // Among so many lengths some are moved by it, and some not.
    expect(ROWS.some((rows) => unitsOn(sumPage(kind, rows)) === 2)).toBe(true);
    expect(ROWS.some((rows) => unitsOn(sumPage(kind, rows)) > 10)).toBe(true);
  });

  test('keeps its notes and the mark of its end with the sum, in the PDF', () => {
    for (const rows of ROWS) expect([rows, sumPage('pdf', rows)]).toEqual([rows, expect.stringContaining('./.')]);
  });

  test.each(['pdf', 'docx'] as const)('is there, however broad the names of the units are: %s', (kind) => {
    const pages = pagesFor(kind, 'broad-names').join(' ');
    expect(pages.match(/W/g)?.length).toBeGreaterThanOrEqual(3 * 198);
    expect(pages).toContain('Đếm tại bàn (lượt)');
  });
});

describe.runIf(readersHere)('the signature', () => {
  test.each(['pdf', 'docx'] as const)('stands below the last sentence, however long the text is: %s', (kind) => {
    const places = new Set<number>();
    for (const lines of LINES) {
      const pages = pagesFor(kind, `lines-${lines}`);
      const at = pages.findIndex((page) => page.includes(SIGNED));
      places.add(at);
      for (const text of ['Trên đây là báo cáo', './.', 'CHỦ TỊCH', 'Nguyễn Văn A']) expect(pages[at]).toContain(text);
    }
    expect(places.size).toBeGreaterThan(1);
  });

  test.each(['pdf', 'docx'] as const)('stands there too when the list of recipients fills pages: %s', (kind) => {
    const pages = pagesFor(kind, 'thirty-recipients');
    const signed = pages.find((page) => page.includes(SIGNED));
    for (const text of ['Trên đây là báo cáo', 'CHỦ TỊCH', 'Nguyễn Văn A']) expect(signed).toContain(text);
    for (const [at] of longList.entries()) expect(pages.join(' ')).toContain(`trung ương thứ ${at + 1} `);
  });
});
