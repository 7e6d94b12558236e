import { describe, expect, test } from 'vitest';
import { searchKey } from '../../../src/core/base/text.ts';
import { readColumns } from '../../../src/core/roster/columns.ts';
import { planRoster } from '../../../src/core/roster/import-plan.ts';
import type { RosterCell, RosterRow } from '../../../src/core/roster/row.ts';
import type { Union } from '../../../src/core/roster/union.ts';

const HEADING = [
  ...['ma', 'ten', 'cap', 'ma_cap_tren', 'ma_tinh', 'tong_lao_dong', 'doan_vien', 'co_smartphone'],
  ...['tu_ngay', 'den_ngay', 'ma_tiep_nhan', 'bao_cao_phoi_hop'],
];
/** Columns from the first day on. */
const life = (...cells: string[]): string[] => ['', '', '', '', ...cells];
const provinces = new Set(['01', '74']);
const top: Union = {
  code: 'TLD',
  name: 'TLĐ',
  level: 1,
  parent: null,
  province: null,
  workers: null,
  members: null,
  smartphones: null,
};
const existing = (code: string): Union | null => (code === 'TLD' ? top : null);

const rowsOf = (...lines: (string | RosterCell)[][]): RosterRow[] =>
  lines.map((line, index) => ({
    row: index + 2,
    cells: line.map((cell) => (typeof cell === 'string' ? { kind: 'text', text: cell } : cell)),
  }));

function plan(...lines: (string | RosterCell)[][]) {
  const columns = readColumns(HEADING);
  if (!columns.ok) throw new Error('no columns');
  return planRoster(rowsOf(...lines), columns.value, existing, provinces);
}

const faults = (...lines: (string | RosterCell)[][]) =>
  plan(...lines).rejected.map(({ row, fault }) => `${row} ${fault}`);

describe('a roster', () => {
  test('takes good rows and names the bad ones with their row', () => {
    const result = plan(
      ['A', 'Đơn vị A', '2', 'TLD', '01', '1.200', '1000', ''],
      ['', 'không mã', '4', 'A', '', '', '', ''],
    );
    expect(result.added).toEqual([
      {
        code: 'A',
        name: 'Đơn vị A',
        level: 2,
        parent: 'TLD',
        province: '01',
        workers: 1200,
        members: 1000,
        smartphones: null,
      },
    ]);
    expect(result.rejected).toMatchObject([{ row: 3, fault: 'code-missing' }]);
  });

  test('refuses a parent that is nowhere, and those below it', () => {
    expect(faults(['B', 'B', '3', 'NOWHERE'], ['C', 'C', '4', 'B'])).toEqual(['2 parent-missing', '3 parent-refused']);
  });

  test('refuses every row on a circle, and takes the rest', () => {
    const result = plan(['A', 'A', '3', 'C'], ['B', 'B', '3', 'A'], ['C', 'C', '3', 'B'], ['D', 'D', '2', 'TLD']);
    expect(result.rejected.map(({ fault }) => fault)).toEqual(['parent-cycle', 'parent-cycle', 'parent-cycle']);
    expect(result.added.map(({ code }) => code)).toEqual(['D']);
  });

  test('refuses rows below a circle too: their way up leads nowhere', () => {
    expect(faults(['A', 'A', '3', 'B'], ['B', 'B', '3', 'A'], ['E', 'E', '4', 'A'])).toEqual([
      '2 parent-cycle',
      '3 parent-cycle',
      '4 parent-refused',
    ]);
  });

  test.each([
    [
      'a code that stands twice',
      [
        ['A', 'A', '2', 'TLD'],
        ['A', 'A lần hai', '2', 'TLD'],
      ],
      ['3 code-duplicate'],
    ],
    ['a union above itself', [['A', 'A', '2', 'A']], ['2 parent-self']],
    ['a province that does not exist', [['A', 'A', '2', 'TLD', '99']], ['2 province-unknown']],
    ['a number with a letter', [['A', 'A', '2', 'TLD', '', '1O']], ['2 number-bad']],
    ['a negative number', [['A', 'A', '2', 'TLD', '', '-1']], ['2 number-bad']],
    ['a formula', [['A', '=HYPERLINK("x")', '2', 'TLD']], ['2 formula']],
    ['a formula cell of Excel', [['A', { kind: 'formula' as const }, '2', 'TLD']], ['2 formula']],
    ['a letter that was lost', [['A', 'C\ufffdng đoàn', '2', 'TLD']], ['2 broken-text']],
    ['a mark that turns the line around', [['A', 'Công đoàn \u202e', '2', 'TLD']], ['2 broken-text']],
    ['a name without end', [['A', 'x'.repeat(201), '2', 'TLD']], ['2 name-bad']],
    ['a level that nobody knows', [['A', 'A', '9', 'TLD']], ['2 level-unknown']],
  ])('refuses %s', (_, lines, expected) => expect(faults(...lines)).toEqual(expected));

  test('accepts the headings that offices write', () => {
    expect(readColumns(['STT', 'Mã đơn vị', 'TÊN CÔNG ĐOÀN', 'Cấp trên', 'Mã tỉnh', 'Tổng số lao động'])).toEqual({
      ok: true,
      value: { ma: 1, ten: 2, ma_cap_tren: 3, ma_tinh: 4, tong_lao_dong: 5 },
    });
    expect(readColumns(['Tên'])).toMatchObject({
      ok: false,
      error: { code: 'roster-columns', detail: { columns: 'ma' } },
    });
  });

  test('keeps codes as text and mends what Excel did to a province', () => {
    const [union] = plan(['0012', 'A', '2', 'TLD', { kind: 'number', value: 1 }]).added;
    expect(union).toMatchObject({ code: '0012', province: '01' });
  });

  test('writes names in one Unicode form, however they were typed', () => {
    const [union] = plan(['A', 'Công đoàn Hoà Bình'.normalize('NFD'), '2', 'TLD']).added;
    expect(union?.name).toBe('Công đoàn Hoà Bình'.normalize('NFC'));
  });

  test('works out a missing level from the parent', () => {
    expect(plan(['A', 'A', '', 'TLD'], ['B', 'B', '', 'A']).added.map(({ level }) => level)).toEqual([2, 3]);
  });

  test('does not follow a chain of ten thousand made-up levels', () => {
    const chain = Array.from({ length: 10_000 }, (_, n) => [`N${n}`, 'x', '', n === 9_999 ? 'TLD' : `N${n + 1}`]);
    const result = plan(...chain);
    expect(result.added.length + result.rejected.length).toBe(10_000);
    expect(result.rejected.length).toBeGreaterThan(9_000);
  });
});

describe('a union’s life in a roster', () => {
  test('has a first and a last day, a successor, and an owner of its numbers', () => {
    const { added, rejected } = plan(
      ['A', 'A', '2', 'TLD', ...life('1/1/2019', '2020-08-20', 'B', '')],
      ['B', 'B', '2', 'TLD', ...life('', '', '', 'x')],
      ['C', 'C', '4', 'B', ...life('', '', '', 'A')],
    );
    expect(rejected).toEqual([]);
    expect(added).toMatchObject([
      { code: 'A', from: '2019-01-01', to: '2020-08-20', successor: 'B' },
      { code: 'B', coordinated: true },
      { code: 'C', coordinated: true, owner: 'A' },
    ]);
    expect(added[1]).not.toHaveProperty('owner');
  });

  test.each([
    ['a day that is none', life('31/2/2020'), 'date-bad'],
    ['an end before the beginning', life('2020-08-20', '2020-08-19'), 'dates-reversed'],
    ['a successor without an end', life('', '', 'TLD'), 'end-missing'],
    ['a successor that is nowhere', life('', '2020-08-20', 'NOWHERE'), 'successor-missing'],
    ['itself as successor', life('', '2020-08-20', 'A'), 'successor-missing'],
    ['an owner that is nowhere', life('', '', '', 'NOWHERE'), 'owner-missing'],
    ['more members than workers', ['', '100', '101'], 'part-above-whole'],
    ['more smartphones than workers', ['', '100', '', '101'], 'part-above-whole'],
  ])('with %s is refused', (_, cells, fault) =>
    expect(faults(['A', 'A', '2', 'TLD', ...cells])).toEqual([`2 ${fault}`]),
  );

  test('is refused where numbers would go in a circle', () => {
    expect(faults(['A', 'A', '3', 'TLD', ...life('', '', '', 'B')], ['B', 'B', '3', 'A'])).toEqual([
      '2 parent-cycle',
      '3 parent-cycle',
    ]);
  });

  test('is refused deeper than anybody’s is, and those below it with it', () => {
    const chain = Array.from({ length: 40 }, (_, n) => [`N${n}`, 'x', '5', n === 0 ? 'TLD' : `N${n - 1}`]);
    const result = plan(...chain);
    expect(result.added).toHaveLength(32);
    expect(result.rejected.map(({ fault }) => fault)).toEqual(Array(8).fill('too-deep'));
  });

  test.each(['=1+1', '+84 cổ phần', '-Công đoàn', '@sum'])('is refused with a name like %s', (name) =>
    expect(faults(['A', name, '2', 'TLD'])).toEqual(['2 formula']),
  );
});

describe('a row that leans on a refused row', () => {
  test('is told which row that was, and so is the row below it', () => {
    const { rejected } = plan(
      ['A', 'Công đoàn A', '3', 'TLD', '', 'nhiều'],
      ['B', 'CĐCS B', '4', 'A'],
      ['C', 'CĐ bộ phận C', '5', 'B'],
      ['D', 'CĐCS D', '4', 'NOWHERE'],
    );
    expect(rejected).toMatchObject([
      { row: 2, fault: 'number-bad' },
      { row: 3, fault: 'parent-refused', detail: { parent: 'A', other: 2 } },
      { row: 4, fault: 'parent-refused', detail: { parent: 'B', other: 3 } },
      { row: 5, fault: 'parent-missing' },
    ]);
  });

  test('hears of the successor and of the owner of its numbers alike', () => {
    expect(
      faults(
        ['A', '=1+1', '2', 'TLD'],
        ['B', 'B', '2', 'TLD', ...life('', '2020-08-20', 'A')],
        ['C', 'C', '2', 'TLD', ...life('', '', '', 'A')],
      ),
    ).toEqual(['2 formula', '3 successor-refused', '4 owner-refused']);
  });
});

test('says of a new code that only capital letters tell from another one, in the roster and in the file', () => {
  const columns = readColumns(HEADING);
  if (!columns.ok) throw new Error('no columns');
  const rows = rowsOf(
    ['tld', 'A', '2', 'TLD'],
    ['Abc', 'B', '2', 'TLD'],
    ['ABC', 'C', '2', 'TLD'],
    ['E', 'E', '2', 'TLD'],
  );
  const { added, twins } = planRoster(rows, columns.value, existing, provinces, undefined, () => ['TLD']);
  expect(twins).toEqual([
    { row: 2, code: 'tld', like: 'TLD' },
    { row: 4, code: 'ABC', like: 'Abc' },
  ]);
  expect(added).toHaveLength(4);
});

test('finds a union without accents, in old and new tone placement', () => {
  expect(searchKey('LĐLĐ tỉnh Hoà Bình')).toBe(searchKey('ldld TINH hòa bình'));
});
