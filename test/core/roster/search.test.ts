import { expect, test } from 'vitest';
import { searchText, searchWords } from '../../../src/core/roster/search.ts';

/** As the index answers: every word that was typed begins a word of the text. */
const finds = (typed: string, code: string, ...names: string[]): boolean => {
  const words = searchText(code, names).split(/[ |]+/);
  return searchWords(typed).every((word) => words.some((one) => one.startsWith(word)));
};

const FEDERATION = 'Liên đoàn Lao động tỉnh Hòa Bình';
const COMPANY = 'CĐCS Công ty TNHH MTV Cao su Dầu Tiếng';
const PARKS = 'Công đoàn các khu công nghiệp tỉnh Bình Dương';

test.each([
  ['without accents', 'lien doan lao dong hoa binh', FEDERATION],
  ['with old tone placement', 'hoà bình', FEDERATION],
  ['with letters taken apart by a Mac', 'Hòa Bình'.normalize('NFD'), FEDERATION],
  ['by an abbreviation of a full name', 'LĐLĐ hòa bình', FEDERATION],
  ['in full where the roster abbreviates', 'công đoàn cơ sở công ty trách nhiệm hữu hạn một thành viên', COMPANY],
  ['by the abbreviations of the roster', 'cđcs tnhh mtv', COMPANY],
  ['by KCN for a name in full', 'CĐ KCN bình dương', PARKS],
  ['by a name in full as it is half typed', 'công đoàn các khu cong ng', PARKS],
  ['by the beginning of its code', 'kcn-bd', PARKS],
  ['by words in any order', 'dương bình kcn', PARKS],
])('a union is found %s', (_, typed, name) => expect(finds(typed, 'KCN-BD.01', name)).toBe(true));

test('a union is found by the name that it had', () => {
  expect(finds('may muoi', 'C1', 'CĐCS Công ty Việt Tiến', 'CĐCS May Mười')).toBe(true);
});

test('a word that stands nowhere finds nothing', () => {
  expect(finds('hòa bình thủy điện', 'LDLD17', FEDERATION)).toBe(false);
  expect(finds('oa binh', 'LDLD17', FEDERATION)).toBe(false);
});
