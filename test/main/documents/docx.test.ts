import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { cellText } from '../../../src/core/report/model.ts';
import { writeDocx } from '../../../src/main/documents/docx/document.ts';
import { convert, filledTo, fontsOf, greyShares, pagesOf, picturesOf, wordsOf } from '../../kit/office.ts';
import { type DocxParagraph, type DocxRead, readDocx } from '../../kit/python.ts';
import { readersHere } from '../../kit/tools.ts';
import { type Desk, deskOf, modelOf, paperRow, pictureFolder, type Scene, scenes, sumsOf, tablesOf } from './scenes.ts';

/** LibreOffice itself takes half a minute over 30,000 cells; python-docx reads that document. */
const PRINTED: Scene[] = ['lien-doan', 'luyen-tap', 'ten-kho', 'chua-co-gi', 'mot-don-vi', 'du-hai-nguon', 'ca-nuoc'];

let desk: Desk;
const pdf = (scene: Scene): string => path.join(desk.folder, `${scene}.pdf`);

beforeAll(async () => {
  if (!readersHere) return;
  desk = await deskOf('docx', writeDocx);
  await convert(
    PRINTED.map((scene) => desk.files[scene]),
    'pdf',
    desk.folder,
  );
  const folder = await pictureFolder();
  if (folder !== null) for (const scene of PRINTED) await picturesOf(pdf(scene), folder, `docx-${scene}`);
});
afterAll(() => desk?.clear());
afterEach(() => vi.useRealTimers());

describe.runIf(readersHere)('a Word report, read by python-docx', () => {
  let read: DocxRead;
  let all: DocxParagraph[];
  beforeAll(async () => {
    read = await readDocx(desk.files['lien-doan']);
    all = [...read.paragraphs, ...read.tables.flatMap(({ cells }) => cells.flat(2))];
  });
  const found = (text: string | RegExp): DocxParagraph => {
    const paragraph = all.find((candidate) =>
      typeof text === 'string' ? candidate.text === text : text.test(candidate.text),
    );
    if (paragraph === undefined) throw new Error(`no paragraph ${text}`);
    return paragraph;
  };

  test('stands on A4 with the edges of the decree, wide annexes turned', () => {
    const [body, units, reasons, days] = read.sections;
    for (const { marginsMm } of read.sections) expect(marginsMm).toEqual([20, 20, 20, 30]);
    expect([body?.widthMm, body?.heightMm, body?.landscape]).toEqual([210, 297, false]);
    expect([units?.widthMm, units?.heightMm, units?.landscape]).toEqual([297, 210, true]);
    expect([reasons?.landscape, days?.landscape, read.sections.length]).toEqual([false, false, 4]);
  });

  test('numbers pages from the second, in the middle above, each annex anew', () => {
    for (const section of read.sections) {
      expect(section).toMatchObject({
        firstPageApart: true,
        firstHeader: '',
        headerFields: ['PAGE'],
        headerAligned: 'CENTER',
        headerPt: 14,
        startsAt: 1,
      });
    }
  });

  test('names Times New Roman and Vietnamese, and no person or machine', () => {
    expect(read.fonts).toEqual(['Times New Roman']);
    expect(read.languages).toEqual(['vi-VN']);
    expect(read.title).toContain('BÁO CÁO Kết quả vận động đoàn viên, CNVCLĐ cài đặt ứng dụng Bluezone');
    expect([read.author, read.lastModifiedBy]).toEqual(['', '']);
    expect(read.created).toBe('2020-08-28T10:05:00');
  });

  test.each([
    ['ô 1', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, true, false, 'CENTER'],
    ['ô 1', 'Độc lập - Tự do - Hạnh phúc', 13, true, false, 'CENTER'],
    ['ô 2', 'TLĐ VIỆT NAM', 12, false, false, 'CENTER'],
    ['ô 2', 'LĐLĐ TỈNH BÌNH DƯƠNG', 12, true, false, 'CENTER'],
    ['ô 3', 'Số: 08/BC-LĐLĐ', 13, false, false, 'CENTER'],
    ['ô 4', 'Bình Dương, ngày 28 tháng 8 năm 2020', 13, false, true, 'CENTER'],
    ['ô 5a', 'BÁO CÁO', 14, true, false, 'CENTER'],
    ['ô 5a', 'Kết quả vận động đoàn viên, CNVCLĐ cài đặt ứng dụng Bluezone', 14, true, false, 'CENTER'],
    ['ô 6', /^Thực hiện Công văn số 850\/TLĐ ngày 17 tháng 8 năm 2020/, 14, false, false, 'JUSTIFY'],
    ['ô 6', 'III. KẾT QUẢ', 14, true, false, 'LEFT'],
    ['ô 6', '1. Phạm vi triển khai', 14, true, false, 'LEFT'],
    ['ô 7a', 'TM. BAN THƯỜNG VỤ', 14, true, false, 'CENTER'],
    ['ô 9a', /^Kính gửi: Tổng Liên đoàn/, 14, false, false, 'CENTER'],
    ['ô 9b', 'Nơi nhận:', 12, true, true, 'LEFT'],
    ['ô 9b', '- Như trên;', 11, false, false, 'LEFT'],
    ['ô 9b', '- Lưu: VT, TG.', 11, false, false, 'LEFT'],
    ['phụ lục', 'Phụ lục I', 14, true, false, 'CENTER'],
    ['phụ lục', 'KẾT QUẢ THEO ĐƠN VỊ TRỰC THUỘC', 14, true, false, 'CENTER'],
    ['phụ lục', /^\(Kèm theo Báo cáo số 08\/BC-LĐLĐ ngày 28 tháng 8 năm 2020 của/, 13, false, true, 'CENTER'],
  ] as const)('sets %s as the annex of the decree shows it: %s', (_, text, sizePt, bold, italic, align) => {
    expect(found(text)).toMatchObject({ sizePt, bold, italic, align });
  });

  test('sets its body 1.27 cm in, six points apart, and ends it with the mark', () => {
    const body = all.filter(({ style }) => style === 'Nội dung báo cáo');
    expect(body.length).toBeGreaterThan(8);
    for (const paragraph of body) {
      expect(paragraph).toMatchObject({ firstLineMm: 12.7, afterPt: 6, align: 'JUSTIFY', sizePt: 14 });
      expect(paragraph.lines).toBeGreaterThanOrEqual(1);
      expect(paragraph.lines).toBeLessThanOrEqual(1.5);
    }
    expect(body.at(-1)?.text.endsWith('./.')).toBe(true);
  });

  test('names several addressees one below the other, and its signer', async () => {
    const { paragraphs, tables } = await readDocx(desk.files['mot-don-vi']);
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.slice(texts.indexOf('Kính gửi:'))).toEqual(
      expect.arrayContaining([
        '- Liên đoàn Lao động tỉnh Bình Dương;',
        '- Ban Quản lý các khu công nghiệp Bình Dương.',
      ]),
    );
    const signed = tables.flatMap(({ cells }) => cells.flat(2)).find(({ text }) => text === 'Nguyễn Văn A');
    expect(signed).toMatchObject({ sizePt: 14, bold: true, italic: false, align: 'CENTER' });
  });

  test('repeats the heads of its tables and never splits a row', () => {
    const grids = read.tables.slice(2).filter(({ rows }) => rows.length > 1);
    expect(grids.map(({ headRows }) => headRows)).toEqual([1, 1, 3, 1, 1]);
    for (const { rowsThatSplit } of read.tables) expect(rowsThatSplit).toBe(0);
  });

  test.each(Object.keys(scenes) as Scene[])('holds every figure of the model: %s', async (scene) => {
    const { tables } = await readDocx(desk.files[scene]);
    const grids = tables.filter(({ rows }) => rows.length > 1);
    const expected = tablesOf(desk.models[scene]).map((table) =>
      [...table.rows, ...(table.total === null ? [] : [table.total])].map((row) => paperRow(table, row)),
    );
    expect(grids.map(({ rows, headRows }) => rows.slice(headRows))).toEqual(expected);
  });
});

describe.runIf(readersHere)('a Word report, printed by LibreOffice', () => {
  test.each(PRINTED)('shows its head and every sum: %s', async (scene) => {
    const pages = await pagesOf(pdf(scene));
    const { head, abstract, typeName } = desk.models[scene];
    const flat = (text: string) => text.replace(/\s+/g, '');
    for (const text of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', typeName, abstract]) {
      expect(pages[0]).toContain(text);
    }
    // Number and place-date stand on one line.
    expect(pages[0]).toContain(`Số: ${head.symbol.replace(/^Số:\s+/, '')} ${head.placeAndDate}`.replace(/\s+/g, ' '));
    const whole = flat(pages.join(''));
    for (const sum of sumsOf(desk.models[scene])) expect(whole).toContain(flat(sum));
  });

  test.each(PRINTED)('keeps every word inside the edges and off the others: %s', async (scene) => {
    const { words, widths, heights } = await wordsOf(pdf(scene));
    expect(words.length).toBeGreaterThan(100);
    const mm = 72 / 25.4;
    const outside = words.filter(
      ({ left, right, page }) => left < 29 * mm || right > (widths[page - 1] ?? 0) - 19 * mm,
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    const below = words.filter(({ bottom, page }) => bottom > (heights[page - 1] ?? 0) - 19 * mm);
    expect(below.map(({ text }) => text)).toEqual([]);
    const crossing = words.filter((word, at) =>
      words
        .slice(at + 1, at + 400)
        .some(
          (other) =>
            other.page === word.page &&
            Math.min(word.right, other.right) - Math.max(word.left, other.left) > 1 &&
            Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top) > 6,
        ),
    );
    expect(crossing.map(({ text }) => text)).toEqual([]);
  });

  test.each(PRINTED)('leaves no page empty, nor the foot of one before its text goes on: %s', async (scene) => {
    // The last sentence goes over with the signature, the last rows of a table with their sum.
    for (const share of await filledTo(pdf(scene), /^(TLĐ|LĐLĐ|CĐ|Phụ lục)/)) expect(share).toBeGreaterThan(0.7);
  });

  test('breaks no figure over two lines', async () => {
    const { words } = await wordsOf(pdf('ten-kho'));
    const texts = new Set(words.map(({ text }) => text));
    const units = desk.models['ten-kho'].annexes.find(({ key }) => key === 'units')?.table;
    const figures = (units?.total ?? []).map(cellText).filter((text) => /^\d/.test(text));
    expect(figures.length).toBeGreaterThan(10);
    for (const figure of figures) expect(texts).toContain(figure);
  });

  test('sets the lines of its text between single and one and a half', async () => {
    const { words } = await wordsOf(pdf('ten-kho'));
    const start = words.findIndex(({ text }) => text === 'Thực');
    const tops = [...new Set(words.slice(start, start + 60).map(({ top }) => Math.round(top * 10) / 10))].slice(0, 4);
    for (const [at, top] of tops.slice(1).entries()) {
      // Times sets single lines 1.15 times its size apart.
      expect(top - (tops[at] ?? 0)).toBeGreaterThanOrEqual(14 * 1.15);
      expect(top - (tops[at] ?? 0)).toBeLessThanOrEqual(14 * 1.15 * 1.5);
    }
  });

  test('numbers no first page, and starts every annex anew', async () => {
    const pages = await pagesOf(pdf('ten-kho'));
    const starts = pages.flatMap((page, at) => (/^(TLĐ|CĐCS|Phụ lục)/.test(page) ? [at] : []));
    const numbers = pages.map((page) => /^(\d+) /.exec(page)?.[1] ?? null);
    expect(starts).toHaveLength(4);
    for (const [at, number] of numbers.entries()) {
      const start = starts.findLast((page) => page <= at) ?? 0;
      expect(number).toBe(at === start ? null : String(at - start + 1));
    }
  });

  test('repeats the heads of a long table on each of its pages', async () => {
    const pages = await pagesOf(pdf('ten-kho'));
    const first = pages.findIndex((page) => page.startsWith('Phụ lục I '));
    const last = pages.findIndex((page) => page.startsWith('Phụ lục II '));
    expect(last - first).toBeGreaterThan(2);
    // The last page of the annex may hold notes alone.
    for (const page of pages.slice(first, last - 1)) expect(page).toContain('Đếm tại bàn (lượt)');
  });

  test('finds every letter in a typeface of the Times family, and carries it along', async () => {
    for (const scene of PRINTED) {
      const fonts = await fontsOf(pdf(scene));
      expect(fonts.length).toBeGreaterThan(0);
      for (const { name, embedded } of fonts) {
        expect(name, 'a twin of Times with Vietnamese letters, as in Debian’s fonts-liberation2').toMatch(
          /^(LiberationSerif|TimesNewRoman|Tinos)/,
        );
        expect(embedded).toBe(true);
      }
    }
  });

  test.each([
    ['luyen-tap', 'LUYỆN TẬP'],
    ['du-thao', 'BẢN DỰ THẢO'],
  ] as const)('marks every page of what is not to be sent: %s', async (scene, mark) => {
    const { sections } = await readDocx(desk.files[scene]);
    for (const { marks } of sections) expect(marks).toEqual([mark, mark]);
  });

  test('shows the mark behind every page, and none on an issued one', async () => {
    for (const { marks } of (await readDocx(desk.files['lien-doan'])).sections) expect(marks).toEqual([]);
    const [practice, real] = [await greyShares(pdf('luyen-tap')), await greyShares(pdf('lien-doan'))];
    expect(practice.length).toBe(real.length);
    // Letters have grey edges too: the mark is what a page has beyond its twin.
    for (const [page, share] of practice.entries()) expect(share - (real[page] ?? 0)).toBeGreaterThan(0.005);
  });
});

describe('a Word report made twice', () => {
  test('is the same to the byte, on another day and another clock', async () => {
    const first = await writeDocx(modelOf('luyen-tap'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-05T03:04:05Z') });
    const second = await writeDocx(modelOf('luyen-tap'));
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
