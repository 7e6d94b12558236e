import { describe, expect, test } from 'vitest';
import { circleHead, isGrassroots, rollsTo, type TreeFacts } from '../../../src/core/roster/tree.ts';

type Row = Partial<TreeFacts> & { successor?: string };
const treeOf = (rows: Readonly<Record<string, Row>>) => (code: string) => {
  const row = rows[code];
  return row === undefined ? null : { level: 4 as const, parent: null, ...row };
};

describe('the way of a number', () => {
  test('goes to the parent, and to nobody from the top', () => {
    const tree = treeOf({ TLD: { level: 1 }, P: { level: 2, parent: 'TLD' }, A: { parent: 'P' } });
    expect(['A', 'P', 'TLD'].map((code) => rollsTo(code, tree))).toEqual(['P', 'TLD', null]);
  });

  test('of a union listed for cooperation goes to its one owner, never to both lines', () => {
    const tree = treeOf({ P: {}, CAOSU: {}, A: { parent: 'P', coordinated: true, owner: 'CAOSU' } });
    expect(rollsTo('A', tree)).toBe('CAOSU');
  });

  test('of a second listing without an owner goes nowhere: it stands in the first', () => {
    expect(rollsTo('A', treeOf({ P: {}, A: { parent: 'P', coordinated: true } }))).toBeNull();
  });

  test('leads out of a circle at its highest union, and then at the first by code', () => {
    const tree = treeOf({
      A: { parent: 'B' },
      B: { level: 3, parent: 'C' },
      C: { level: 3, parent: 'A' },
      D: { parent: 'A' },
    });
    expect(['A', 'B', 'C', 'D'].map((code) => rollsTo(code, tree))).toEqual(['B', null, 'A', 'A']);
    expect(circleHead('D', tree)).toBeNull();
  });

  test('of a union above itself ends there', () => {
    expect(rollsTo('A', treeOf({ A: { parent: 'A' } }))).toBeNull();
  });

  test('goes to a parent that no roster has named yet', () => {
    expect(rollsTo('A', treeOf({ A: { parent: 'LATER' } }))).toBe('LATER');
  });
});

test.each<[string, Row, boolean]>([
  ['a grassroots union counts as one', {}, true],
  ['a workshop inside one does not', { level: 5 }, false],
  ['one that was taken over does not', { successor: 'B' }, false],
  ['a second listing does not', { coordinated: true }, false],
  ['a second listing of a grassroots union does not', { coordinated: true, owner: 'B' }, false],
  ['one that reports through another line does', { coordinated: true, owner: 'SECTOR' }, true],
])('%s', (_, row, counts) => {
  const tree = treeOf({ SECTOR: { level: 2 }, B: {} });
  expect(isGrassroots({ level: 4, parent: 'P', ...row }, tree)).toBe(counts);
});
