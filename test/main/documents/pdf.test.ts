import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { writePdf } from '../../../src/main/documents/pdf/document.ts';
import { filledTo, fontsOf, greyShares, infoOf, pagesOf, wordsOf } from '../../kit/office.ts';
import { readersHere } from '../../kit/tools.ts';
import { type Desk, deskOf, modelOf, type Scene, scenes, sumsOf } from './scenes.ts';

const ALL = Object.keys(scenes) as Scene[];
const MM = 72 / 25.4;
const flat = (text: string): string => text.replace(/\s+/g, '');

let desk: Desk;
/** Poppler reads a hundred pages in seconds: once is enough. */
const once = <T>(read: (file: string) => Promise<T>): ((scene: Scene) => Promise<T>) => {
  const held = new Map<Scene, Promise<T>>();
  return (scene) => {
    const reading = held.get(scene) ?? read(desk.files[scene]);
    held.set(scene, reading);
    return reading;
  };
};
const wordsIn = once(wordsOf);
const pagesIn = once(pagesOf);

beforeAll(async () => {
  if (readersHere) desk = await deskOf('pdf', writePdf);
});
afterAll(() => desk?.clear());
afterEach(() => vi.useRealTimers());

describe.runIf(readersHere)('a PDF report, read by poppler', () => {
  test.each(ALL)('shows its head and every sum: %s', async (scene) => {
    const pages = await pagesIn(scene);
    const { head, abstract, typeName } = desk.models[scene];
    for (const text of [head.state, head.motto, typeName, abstract]) expect(pages[0]).toContain(text);
    const numbered = `Số: ${head.symbol.replace(/^Số:\s+/, '')} ${head.placeAndDate}`;
    expect(flat(pages[0] ?? '')).toContain(flat(numbered));
    const whole = flat(pages.join(''));
    for (const sum of sumsOf(desk.models[scene])) expect(whole).toContain(flat(sum));
  });

  test.each(ALL)('keeps every word inside the edges and off the others: %s', async (scene) => {
    const { words, widths, heights } = await wordsIn(scene);
    expect(words.length).toBeGreaterThan(100);
    // The letters of the mark lie across the page and are no words of the text.
    const lying = words.filter(({ top, bottom }) => bottom - top < 30);
    const outside = lying.filter(
      ({ left, right, page }) => left < 29 * MM || right > (widths[page - 1] ?? 0) - 19 * MM,
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    const below = lying.filter(({ bottom, page }) => bottom > (heights[page - 1] ?? 0) - 19 * MM);
    expect(below.map(({ text, page }) => `${page}: ${text}`)).toEqual([]);
    const crossing = lying.filter((word, at) =>
      lying
        .slice(at + 1, at + 80)
        .some(
          (other) =>
            other.page === word.page &&
            Math.min(word.right, other.right) - Math.max(word.left, other.left) > 1 &&
            Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top) > 6,
        ),
    );
    expect(crossing.map(({ text }) => text)).toEqual([]);
  });

  test.each(ALL)('leaves no page empty, nor the foot of one before its text goes on: %s', async (scene) => {
    // The last rows of a table go over with their sum and notes: a fifth of a wide page.
    for (const share of await filledTo(desk.files[scene], /^(TLĐ|LĐLĐ|CĐ|Phụ lục)/)) expect(share).toBeGreaterThan(0.7);
  });

  test('sets no room after the stroke of a number, as the decree has it', async () => {
    expect((await pagesIn('lien-doan'))[0]).toContain('Thực hiện Công văn số 850/TLĐ ngày 17 tháng 8 năm 2020');
  });

  test('carries Tinos whole enough for every letter, and no other typeface', async () => {
    for (const scene of ALL) {
      const fonts = await fontsOf(desk.files[scene]);
      expect(fonts.length).toBeGreaterThan(2);
      for (const { name, embedded } of fonts) expect([name.startsWith('Tinos'), embedded]).toEqual([true, true]);
    }
    const read = new Set((await wordsIn('ten-kho')).words.map(({ text }) => text));
    const hard = 'Ắ ằ Ẳ ẵ Ặ Ữ ự Ợ ỡ Ỹ ỵ đ Đ Trường Tiểu học Nguyễn Thị Minh Khai'.split(' ');
    for (const word of hard) expect(read).toContain(word);
  });

  test('names title, language and the standard for archives, and no person', async () => {
    const info = await infoOf(desk.files['lien-doan']);
    expect(info.Title).toContain('BÁO CÁO Kết quả vận động đoàn viên');
    expect(info.Title).not.toContain('DỰ THẢO');
    expect(info.Author).toBeUndefined();
    expect(info['Page size']).toContain('A4');
    const raw = Buffer.from(await writePdf(modelOf('lien-doan'))).toString('latin1');
    expect(raw).toMatch(/\/Lang \(vi-VN\)/);
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('/OutputIntents');
  });

  test('numbers no first page, and starts every annex anew', async () => {
    const pages = await pagesIn('ten-kho');
    const starts = pages.flatMap((page, at) => (/^(TLĐ|CĐCS|Phụ lục)/.test(page) ? [at] : []));
    const numbers = pages.map((page) => /^(\d+) /.exec(page)?.[1] ?? null);
    expect(starts).toHaveLength(4);
    for (const [at, number] of numbers.entries()) {
      const start = starts.findLast((page) => page <= at) ?? 0;
      expect(number).toBe(at === start ? null : String(at - start + 1));
    }
  });

  test('turns the paper for a wide annex, and repeats its heads on every page', async () => {
    const { widths } = await wordsIn('hai-nghin');
    const pages = await pagesIn('hai-nghin');
    const first = pages.findIndex((page) => page.startsWith('Phụ lục I '));
    const next = pages.findIndex((page) => page.startsWith('Phụ lục II '));
    expect(next - first).toBeGreaterThan(30);
    for (const page of pages.slice(first, next - 1)) expect(page).toContain('Đếm tại bàn (lượt)');
    for (const width of widths.slice(first, next)) expect(Math.round(width / MM)).toBe(297);
    expect(Math.round((widths[0] ?? 0) / MM)).toBe(210);
  });

  test('marks every page of practice and of drafts, and no issued one', async () => {
    const real = await greyShares(desk.files['lien-doan']);
    for (const scene of ['luyen-tap', 'du-thao'] as const) {
      const shares = await greyShares(desk.files[scene]);
      expect(shares).toHaveLength(real.length);
      for (const [page, share] of shares.entries()) expect(share - (real[page] ?? 0)).toBeGreaterThan(0.005);
    }
  });
});

describe('a PDF report made twice', () => {
  test('is the same to the byte, on another day and another clock', async () => {
    const first = await writePdf(modelOf('luyen-tap'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-05T03:04:05Z') });
    const second = await writePdf(modelOf('luyen-tap'));
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
