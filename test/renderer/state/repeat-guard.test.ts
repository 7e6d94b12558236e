import { describe, expect, test } from 'vitest';
import { createRepeatGuard } from '../../../src/renderer/state/repeat-guard.ts';

describe('the repeat guard', () => {
  test('takes one press of a key that bounces', () => {
    const judge = createRepeatGuard();
    expect([judge('Numpad1', 0, false), judge('Numpad1', 40, false), judge('Numpad1', 299, false)]).toEqual([
      'fresh',
      'bounced',
      'bounced',
    ]);
  });

  test('takes the next person after 300 ms, measured from the press that was taken', () => {
    const judge = createRepeatGuard();
    judge('Numpad1', 0, false);
    judge('Numpad1', 250, false);
    expect(judge('Numpad1', 300, false)).toBe('fresh');
  });

  test('takes two different keys however close', () => {
    const judge = createRepeatGuard();
    expect([judge('Numpad1', 0, false), judge('Numpad2', 5, false)]).toEqual(['fresh', 'fresh']);
  });

  test('takes one press of a key that is held for ten seconds', () => {
    const judge = createRepeatGuard();
    const taken = Array.from({ length: 300 }, (_, tick) => judge('Numpad1', tick * 33, tick > 0));
    expect(taken.filter((judged) => judged === 'fresh')).toHaveLength(1);
  });
});
