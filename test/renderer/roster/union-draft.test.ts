import { describe, expect, test } from 'vitest';
import type { UnionView } from '../../../src/preload/contract.ts';
import { requestOf, standing } from '../../../src/renderer/roster/union-draft.ts';

const union: UnionView = {
  code: 'C1',
  name: 'CĐCS Công ty Một',
  level: 4,
  parent: 'T1',
  province: '74',
  workers: 1_200,
  members: null,
  smartphones: 0,
  from: null,
  to: '2020-08-05',
  closed: true,
  successor: { code: 'C2', name: 'CĐCS Hai' },
  coordinated: true,
  owner: { code: 'CS', name: 'CĐ ngành' },
  rollsTo: 'CS',
  aliases: [],
  above: ['CĐ các KCN'],
};
const typed = standing(union);

describe('a change to a union', () => {
  test('starts from what stands, with days as people write them', () => {
    expect(typed).toMatchObject({ workers: '1200', members: '', smartphones: '0', to: '5/8/2020', successor: 'C2' });
  });

  test('carries only what differs', () => {
    expect(requestOf(union, 'rename', typed, 'x')).toBeNull();
    expect(requestOf(union, 'rename', { ...typed, name: ' CĐCS Mới ' }, 'x')).toEqual({
      union: 'C1',
      name: 'CĐCS Mới',
      why: 'x',
    });
    expect(requestOf(union, 'close', { ...typed, to: '20/8/2020' }, 'x')).toEqual({
      union: 'C1',
      to: '20/8/2020',
      why: 'x',
    });
  });

  test('opens a closed union again when its last day and its successor are emptied', () => {
    expect(requestOf(union, 'merge', { ...typed, to: '', successor: '' }, 'x')).toEqual({
      union: 'C1',
      to: null,
      successor: null,
      why: 'x',
    });
  });

  test('knows 0 from not given, and says which number cannot be read', () => {
    expect(requestOf(union, 'size', { ...typed, members: '0', smartphones: '' }, 'x')).toEqual({
      union: 'C1',
      members: 0,
      smartphones: null,
      why: 'x',
    });
    expect(requestOf(union, 'size', { ...typed, workers: '1.300' }, 'x')).toMatchObject({ workers: 1_300 });
    expect(requestOf(union, 'size', { ...typed, workers: '1O' }, 'x')).toEqual({ bad: 'workers' });
  });

  test('lets the owner of its numbers go with the cooperation', () => {
    expect(requestOf(union, 'line', { ...typed, coordinated: '' }, 'x')).toEqual({
      union: 'C1',
      coordinated: false,
      owner: null,
      why: 'x',
    });
  });
});
