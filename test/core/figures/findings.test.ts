import { describe, expect, test } from 'vitest';
import { type DeclaredVersion, declaredNow } from '../../../src/core/figures/declared-now.ts';
import {
  findingsOf,
  idOf,
  partAboveWhole,
  type RuleInput,
  severityOf,
  type Version,
} from '../../../src/core/figures/findings.ts';
import type { Known } from '../../../src/core/roster/roll-up.ts';

const known = (value: number | null): Known => ({ value, from: value === null ? 'none' : 'own', given: 0, asked: 0 });
const nobody = { workers: known(null), members: known(null), smartphones: known(null) };

const quiet: RuleInput = {
  declared: [],
  workforce: { ...nobody, workers: known(600), smartphones: known(450) },
  declaredSize: nobody,
  countedWorking: 100,
  belowZero: [],
  early: 0,
  coordinated: null,
  onCircle: false,
  outside: [],
};
const figure = (key: string, value: number | null, more: Partial<Version> = {}): Version => ({
  ...{ topic: 'figure', key, value, before: null, note: null },
  ...more,
});
const ids = (more: Partial<RuleInput>): string[] => findingsOf({ ...quiet, ...more }).map(idOf);

describe('a part', () => {
  test.each([
    ['members', 'workers'],
    ['smartphones', 'workers'],
    ['grassroots_active', 'grassroots_total'],
  ])('%s may not be larger than %s', (part, whole) => {
    expect(
      partAboveWhole(
        new Map([
          [part, 11],
          [whole, 10],
        ]),
      ),
    ).toMatchObject({ part, whole });
    expect(
      partAboveWhole(
        new Map([
          [part, 10],
          [whole, 10],
        ]),
      ),
    ).toBeNull();
    expect(
      partAboveWhole(
        new Map<string, number | null>([
          [part, 11],
          [whole, null],
        ]),
      ),
    ).toBeNull();
  });
});

describe('a warning', () => {
  test('is not raised where everything fits', () => expect(ids({})).toEqual([]));

  test('says that a running total fell without a note, and not when there is one', () => {
    expect(ids({ declared: [figure('installed', 90, { before: 100 })] })).toEqual(['fell:installed']);
    expect(ids({ declared: [figure('installed', 90, { before: 100, note: 'đếm trùng' })] })).toEqual([]);
    expect(ids({ declared: [figure('workers', 500, { before: 600 })] })).toEqual([]);
  });

  test('names every rate above one hundred percent with its denominator', () => {
    expect(ids({ countedWorking: 500 })).toEqual(['over-100:counted-smartphones']);
    expect(ids({ declared: [figure('installed_before', 400), figure('installed', 201)] })).toEqual([
      'over-100:declared-workers',
      'over-100:declared-smartphones',
    ]);
    expect(ids({ declared: [figure('reached', 601)] })).toEqual(['over-100:reached-workers']);
  });

  test('says that nobody knows how many people there are', () => {
    expect(ids({ workforce: nobody })).toEqual(['workforce-missing']);
    expect(ids({ workforce: nobody, declaredSize: { ...nobody, workers: known(5_000) } })).toEqual([]);
  });

  test('speaks of early days, of numbers that belong elsewhere, and of circles', () => {
    expect(ids({ early: 3, coordinated: { owner: null }, onCircle: true })).toEqual([
      'days-outside',
      'counted-elsewhere',
      'circle',
    ]);
  });

  test('comes back when its facts change', () => {
    const facts = (value: number) =>
      findingsOf({ ...quiet, declared: [figure('installed', value, { before: 100 })] })[0]?.facts;
    expect(facts(90)).not.toBe(facts(80));
  });
});

test('a total below zero blocks, like a part above its whole', () => {
  const found = findingsOf({ ...quiet, belowZero: [{ day: '2020-08-18', outcome: 'installed', count: -2 }] });
  expect(found.map(({ rule }) => severityOf(rule))).toEqual(['block']);
});

describe('what a union declares now', () => {
  const said = (stamp: string, value: number | null, note: string | null = null): DeclaredVersion => ({
    ...{ topic: 'figure', key: 'installed', stamp, value, text: null, note, operator: null },
  });

  test('is the latest word, with the one that it replaced', () => {
    expect(declaredNow([said('1', 100), said('2', 90)])).toMatchObject([{ value: 90, before: 100 }]);
  });

  test('can be taken back: not reported, which is not zero', () => {
    expect(declaredNow([said('1', 100), said('2', null)])).toMatchObject([{ value: null, before: 100 }]);
  });

  test('keeps its note and its fall when the same number is said again', () => {
    expect(declaredNow([said('1', 100), said('2', 90, 'trùng'), said('3', 90)])).toMatchObject([
      { value: 90, before: 100, note: 'trùng' },
    ]);
  });
});
