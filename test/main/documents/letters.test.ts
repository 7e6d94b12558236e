import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReport } from '../../../src/core/report/build.ts';
import { writeCsv } from '../../../src/main/documents/csv.ts';
import { writeDocx } from '../../../src/main/documents/docx/document.ts';
import { writeJson } from '../../../src/main/documents/json.ts';
import { writePdf } from '../../../src/main/documents/pdf/document.ts';
import { writeXlsx } from '../../../src/main/documents/xlsx/workbook.ts';
import { above, busy, federation, unionNamed } from '../../kit/figures.ts';
import { convert, fontsOf, wordsOf } from '../../kit/office.ts';
import { readersHere } from '../../kit/tools.ts';
import { ISSUED } from './scenes.ts';

/** No mark, then grave, hook, tilde, acute and dot below: the six tones. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => TONES.map((tone) => `${vowel}${tone}`.normalize('NFC')));
/** Every letter of Vietnamese that is not one of plain ASCII, in words of their own: 72 vowels with đ, small and large. */
const LETTERS = [...vowels, 'đ'].flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);
const words = LETTERS.map((letter) => `b${letter}c`);

const given = words.join(' ').normalize('NFD');
const units = ['một', 'hai', 'ba'].map((name, at) =>
  busy(
    unionNamed(`CĐCS ${words.slice(at * 24, at * 24 + 24).join(' ')} ${name}`.normalize('NFD'), {
      code: `0${at}`,
      level: 4,
      workers: 1_000,
    }),
    at + 1,
  ),
);
const model = buildReport(
  federation(0, {
    ...ISSUED,
    union: above(unionNamed('Liên đoàn Lao động tỉnh Đắk Lắk'.normalize('NFD'), { code: 'L', level: 2 }), units),
    rows: units,
    texts: { difficulties: given },
  }),
);

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'letters-'));
  await writeFile(at('a.pdf'), await writePdf(model));
  await writeFile(at('b.docx'), await writeDocx(model));
  await writeFile(at('c.xlsx'), await writeXlsx(model));
  if (readersHere) await convert([at('b.docx'), at('c.xlsx')], 'pdf', folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('every letter of Vietnamese, given as letters and marks apart', () => {
  test('is 146 letters, each told from the others', () => {
    expect(new Set(LETTERS).size).toBe(146);
    expect(given).not.toBe(given.normalize('NFC'));
  });

  test.runIf(readersHere).each(['a.pdf', 'b.pdf', 'c.pdf'])('is read from the pages one by one: %s', async (file) => {
    const { words: read } = await wordsOf(at(file));
    // The reader's own form of letters is not the writer's.
    const found = new Set(read.map(({ text }) => text.normalize('NFC')));
    expect(words.filter((word) => !found.has(word))).toEqual([]);
  });

  test.runIf(readersHere)('stands in the typeface that the file carries, and in no other', async () => {
    for (const { name, embedded } of await fontsOf(at('a.pdf')))
      expect([name.slice(0, 5), embedded]).toEqual(['Tinos', true]);
    for (const { name } of await fontsOf(at('b.pdf'))) expect(name).toMatch(/^(LiberationSerif|TimesNewRoman|Tinos)/);
  });

  test('stands whole, as one sign each, in what programs read', async () => {
    const json = new TextDecoder().decode(writeJson(model));
    expect(json).toContain(words.join(' '));
    const csv = (await writeCsv(model)).map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
    for (const { union } of units) expect(csv).toContain(union.name.normalize('NFC'));
  });
});
