import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TreeNode, TreeSums } from '../../../src/core/roster/roll-up.ts';

const node = (code: string, rollsTo: string | null, more: Partial<TreeNode> = {}): TreeNode => ({
  code,
  rollsTo,
  level: 4,
  grassroots: true,
  takenOver: false,
  ...more,
});

const tree = new TreeSums([
  node('TLD', null, { level: 1, grassroots: false }),
  node('P', 'TLD', { level: 2, grassroots: false }),
  node('A', 'P'),
  node('B', 'P'),
  node('W', 'A', { level: 5, grassroots: false }),
  node('OLD', 'P', { takenOver: true, grassroots: false }),
]);

const resolve = (own: Map<string, number>, isSize = true) => tree.resolve(tree.row(own), isSize);

describe('a number that unions give for themselves', () => {
  test('is the sum of those below where nothing is said above', () => {
    const sums = resolve(
      new Map([
        ['A', 600],
        ['B', 400],
      ]),
      true,
    );
    expect(sums.of('TLD')).toEqual({ value: 1_000, from: 'sum', given: 1, asked: 1 });
    expect(sums.of('P')).toEqual({ value: 1_000, from: 'sum', given: 2, asked: 2 });
  });

  test('is the union’s own word where it gives one, and those below are not added to it', () => {
    const sums = resolve(
      new Map([
        ['P', 900],
        ['A', 600],
        ['B', 400],
      ]),
      true,
    );
    expect(sums.of('P')).toMatchObject({ value: 900, from: 'own' });
    expect(sums.of('TLD')).toMatchObject({ value: 900, from: 'sum' });
  });

  test('that nobody gave is unknown, and zero is not', () => {
    expect(resolve(new Map(), true).of('TLD')).toEqual({ value: null, from: 'none', given: 0, asked: 1 });
    expect(resolve(new Map([['A', 0]]), true).of('TLD')).toMatchObject({ value: 0, from: 'sum' });
  });

  test('says how many below have given it', () => {
    expect(resolve(new Map([['A', 5]]), true).of('P')).toMatchObject({ given: 1, asked: 2 });
  });

  test('of a union that was taken over: its people count with its successor, its results stay', () => {
    const own = new Map([['OLD', 50]]);
    expect(resolve(own, true).of('P').value).toBeNull();
    expect(resolve(own, false).of('P').value).toBe(50);
  });

  test('of a union that nobody knows is unknown', () => {
    expect(resolve(new Map(), true).of('NOBODY').value).toBeNull();
  });
});

test('grassroots unions count once, and are active when anybody inside them was counted', () => {
  const sums = tree.grassroots(new Set(['W', 'P']));
  expect(sums.of('TLD')).toEqual({ total: 2, active: 1 });
  expect(sums.of('A')).toEqual({ total: 1, active: 1 });
  expect(sums.of('B')).toEqual({ total: 1, active: 0 });
});

test('sums agree with the plain definition, however the tree is listed', () => {
  const anyTree = fc
    .array(fc.tuple(fc.nat(), fc.option(fc.nat(99), { nil: null })), { maxLength: 25 })
    .map((lines) => lines.map(([up, value], at) => ({ ...node(`U${at}`, at === 0 ? null : `U${up % at}`), value })));
  fc.assert(
    fc.property(
      anyTree.chain((nodes) => fc.shuffledSubarray(nodes, { minLength: nodes.length })),
      (nodes) => {
        const own = new Map(nodes.flatMap(({ code, value }) => (value === null ? [] : [[code, value] as const])));
        const plain = (code: string): number | null => {
          const mine = own.get(code);
          if (mine !== undefined) return mine;
          const below = nodes.filter(({ rollsTo }) => rollsTo === code).flatMap((one) => plain(one.code) ?? []);
          return below.length === 0 ? null : below.reduce((sum, value) => sum + value, 0);
        };
        const made = new TreeSums(nodes);
        const sums = made.resolve(made.row(own), false);
        for (const { code } of nodes) expect(sums.of(code).value).toBe(plain(code));
      },
    ),
  );
});
