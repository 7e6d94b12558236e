import { describe, expect, test } from 'vitest';
import { halvesOf } from '../../../src/renderer/check/ring.ts';

describe('the ring of the check', () => {
  test('shows the halves of the Android rhythm, filled as far as the laptop has listened', () => {
    expect(halvesOf(18, 45).map(({ number, part, heard }) => [number, part, heard])).toEqual([
      [1, 1, 1],
      [2, 2, 0.2],
      [1, 3, 0],
    ]);
  });

  test('closes the circle for every length of listening', () => {
    for (const timeout of [1, 15, 20, 45, 120]) {
      const halves = halvesOf(timeout, timeout);
      expect(halves.at(-1)?.to).toBe(1);
      expect(halves.every(({ heard }) => heard === 1)).toBe(true);
    }
  });
});
