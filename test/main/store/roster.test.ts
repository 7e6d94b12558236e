import { describe, expect, test } from 'vitest';
import { figuresAt } from '../../../src/main/figures/figures-at.ts';
import { storyClock } from '../../kit/clock.ts';
import { got, moved, openedStore, tallied, totalOf, unionOf } from '../../kit/store.ts';

const codes = (unions: readonly { code: string }[]): string[] => unions.map(({ code }) => code);

describe('a search', () => {
  test('puts the exact code first, then names that hold the words as they stand, then higher levels', () => {
    const store = openedStore();
    got(
      store.append([
        moved(unionOf('X1', 'P1', { name: 'CĐCS May Bình Hòa', level: 4 })),
        moved(unionOf('X2', 'P1', { name: 'CĐCS Hòa Bình', level: 4 })),
        moved(unionOf('X3', 'TOP', { name: 'CĐ ngành Hòa và Bình', level: 2 })),
        moved(unionOf('HOA', 'P1', { name: 'Tổ Bình', level: 5 })),
      ]),
    );
    expect(codes(store.units.search('hoa binh', 9).unions)).toEqual(['X2', 'X3', 'X1', 'HOA']);
    expect(codes(store.units.search('HOA', 9).unions)).toEqual(['HOA', 'X3', 'X1', 'X2']);
  });

  test('finds a union by its present and its former names, and no longer by words of neither', () => {
    const store = openedStore();
    for (const name of ['CĐCS Việt Tiến', 'CĐCS An Phước', 'CĐCS Nhà Bè']) {
      got(store.append([moved(unionOf('A', 'P1', { name }))]));
    }
    for (const typed of ['viet tien', 'an phuoc', 'nha be'])
      expect(codes(store.units.search(typed, 9).unions)).toEqual(['A']);
    expect(store.units.aliases('A')).toEqual(['CĐCS An Phước', 'CĐCS Việt Tiến', 'Đơn vị A']);
  });

  test('counts matches up to a thousand, lists as many as asked, and takes any text', () => {
    const store = openedStore();
    got(store.append(Array.from({ length: 1_200 }, (_, n) => moved(unionOf(`N${n}`, 'P1', { name: `CĐCS số ${n}` })))));
    expect(store.units.search('cong doan co so', 20)).toMatchObject({ total: 1_000, unions: { length: 20 } });
    for (const typed of ['"', 'a AND b*', "'; DROP TABLE unit", '(', 'NEAR(a b)', '\u0000', '%', '🙂']) {
      expect(() => store.units.search(typed, 5)).not.toThrow();
    }
    expect(store.units.search('', 3).unions).toHaveLength(3);
  });
});

describe('circles that two rosters make together', () => {
  test('are cut open where the highest union stands, and keep every number', () => {
    const store = openedStore();
    got(store.append([tallied('A', 'installed', { count: 3 }), tallied('P1', 'installed', { count: 2 })]));
    got(store.append([moved(unionOf('P1', 'A', { level: 2 }))]));
    expect(store.units.rollsTo('P1')).toBeNull();
    expect(['A', 'P1', 'TOP', '*'].map((code) => totalOf(store, code))).toEqual([3, 5, 0, 5]);
    got(store.append([moved(unionOf('P1', 'TOP', { level: 2 }))]));
    expect(['A', 'P1', 'TOP'].map((code) => totalOf(store, code))).toEqual([3, 5, 5]);
    expect(store.verify()).toMatchObject({ ok: true });
  });
});

test('figures of a moment in the past know what was declared by then', () => {
  const clock = storyClock('2020-08-18T10:00:00+07:00');
  const store = openedStore(undefined, clock);
  const declare = (installed: number) =>
    got(
      store.append([
        { kind: 'declared', union: 'A', body: { campaign: 'c', figures: { installed }, outreach: {}, texts: {} } },
        {
          kind: 'declared',
          union: 'A',
          body: { campaign: 'c', figures: {}, outreach: {}, texts: { proposals: `${installed}` } },
        },
      ]),
    );
  declare(10);
  got(store.append([tallied('A')]));
  const then = clock.wall();
  clock.set('2020-08-19T10:00:00+07:00');
  declare(20);
  got(store.append([tallied('B')]));
  const top = store.units.get('TOP');
  if (top === null) throw new Error('the small roster has a top');
  const past = figuresAt(store, then)(top);
  const now = figuresAt(store, null)(top);
  expect([past.declared?.values, now.declared?.values]).toEqual([{ installed: 10 }, { installed: 20 }]);
  expect([past.grassroots, now.grassroots]).toEqual([
    { total: 3, active: 1 },
    { total: 3, active: 2 },
  ]);
  const union = store.units.get('A');
  expect(union && figuresAt(store, then)(union).declared?.texts).toEqual({ proposals: '10' });
});
