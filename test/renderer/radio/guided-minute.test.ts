import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../src/renderer/radio/pieces.ts';

describe('the ring of the guided minute', () => {
  test('has a piece for each step, filled as far as the minute has gone', () => {
    expect(piecesOf(30).map(({ heard }) => heard)).toEqual([1, 0.5, 0]);
    expect(piecesOf(60).at(-1)).toMatchObject({ to: 1, heard: 1 });
  });
});
