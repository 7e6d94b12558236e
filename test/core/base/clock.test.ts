import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstStamp, isStamp, tick, wallOf } from '../../../src/core/base/clock.ts';
import { dayOf, daysBetween, daysUntil } from '../../../src/core/base/day.ts';

describe('the hybrid clock', () => {
  test('writes stamps that sort as things happened, whatever the laptop believes of the time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5_000, max: 4_102_444_800_000 }), { maxLength: 200 }), (walls) => {
        let last = firstStamp;
        for (const wall of walls) {
          const next = tick(last, wall);
          expect(next > last).toBe(true);
          expect(isStamp(next)).toBe(true);
          last = next;
        }
      }),
    );
  });

  test('shows the wall clock when that goes forward', () => {
    const stamp = tick(tick(firstStamp, Date.parse('2020-08-18T00:00:00Z')), Date.parse('2020-08-18T00:00:05Z'));
    expect(stamp).toBe('2020-08-18T00:00:05.000Z-0000');
    expect(wallOf(stamp)).toBe(Date.parse('2020-08-18T00:00:05Z'));
  });

  test('goes on in order when the laptop is set back by a year', () => {
    const before = tick(firstStamp, Date.parse('2020-08-18T06:30:00Z'));
    expect(tick(before, Date.parse('2019-08-18T06:30:00Z'))).toBe('2020-08-18T06:30:00.000Z-0001');
  });

  test('borrows a millisecond when its counter is full', () => {
    expect(tick('2020-08-18T00:00:00.000Z-ffff', 0)).toBe('2020-08-18T00:00:00.001Z-0000');
  });

  test.each(['', 'yesterday', '2020-08-18T00:00:00.000Z', '2020-13-40T00:00:00.000Z-0000'])(
    'does not take "%s" for a stamp',
    (text) => expect(isStamp(text)).toBe(false),
  );
});

describe('days', () => {
  test('begin at midnight in Vietnam', () => {
    expect(dayOf(Date.parse('2020-08-17T16:59:59Z'))).toBe('2020-08-17');
    expect(dayOf(Date.parse('2020-08-17T17:00:00Z'))).toBe('2020-08-18');
  });

  test('number eight from 18/8 to 25/8', () => {
    expect(daysBetween('2020-08-18', '2020-08-25')).toHaveLength(8);
  });

  test('count down to the last on-time day', () => {
    expect(daysUntil('2020-08-28', '2020-08-31')).toBe(3);
    expect(daysUntil('2020-09-01', '2020-08-31')).toBe(-1);
  });
});
