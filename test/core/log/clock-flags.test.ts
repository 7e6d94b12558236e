import { describe, expect, test } from 'vitest';
import { hourOf, startOfDay, workingDay } from '../../../src/core/base/day.ts';
import { doubtfulClocks, flagsOf, hasMovedBack } from '../../../src/core/log/clock-flags.ts';
import type { LogEvent } from '../../../src/core/log/event.ts';

const LETTER = '2020-08-17';
const counted = (stamp: string, day: string, source?: 'paper'): LogEvent => ({
  ...{ kind: 'tally', union: 'A', machine: 'm', seq: 1, version: 1, stamp: `${stamp}-0000` },
  body: { campaign: 'c', outcome: 'installed', reason: null, count: 1, day, ...(source ? { source } : {}) },
});

describe('a stamp', () => {
  const quiet = { letter: LETTER, others: null };

  test('of a working day is not flagged', () => {
    expect(flagsOf(counted('2020-08-18T02:00:00.000Z', '2020-08-18'), quiet)).toEqual([]);
    expect(flagsOf(counted('2020-08-18T18:00:00.000Z', '2020-08-18'), quiet)).toEqual([]);
  });

  test('from before the letter is flagged', () => {
    expect(flagsOf(counted('2019-01-01T00:00:00.000Z', '2019-01-01'), quiet)).toEqual(['before-letter']);
  });

  test('more than a day ahead of every other machine is flagged', () => {
    const others = Date.parse('2020-08-18T10:00:00Z');
    const context = { letter: LETTER, others };
    expect(flagsOf(counted('2020-08-20T10:00:00.000Z', '2020-08-20'), context)).toEqual(['ahead']);
    expect(flagsOf(counted('2020-08-19T09:00:00.000Z', '2020-08-19'), context)).toEqual([]);
  });

  test('that a clock left behind when it jumped ahead and was put right is flagged by the day counted for', () => {
    expect(flagsOf(counted('2021-01-01T00:00:00.000Z', '2020-08-19'), quiet)).toEqual(['day-differs']);
    expect(flagsOf(counted('2020-08-24T00:00:00.000Z', '2020-08-19', 'paper'), quiet)).toEqual([]);
  });
});

test('a machine whose clock cannot be right is named', () => {
  const span = (machine: string, first: string, last: string) => ({
    ...{ machine, first: `${first}T00:00:00.000Z-0000`, last: `${last}T00:00:00.000Z-0000` },
  });
  expect(
    doubtfulClocks(
      [
        span('a', '2020-08-18', '2020-08-19'),
        span('b', '2019-01-01', '2020-08-19'),
        span('c', '2020-08-18', '2030-01-01'),
      ],
      LETTER,
    ),
  ).toEqual([
    { machine: 'b', flag: 'before-letter' },
    { machine: 'c', flag: 'ahead' },
  ]);
});

test('a clock a minute behind is nobody’s concern, one that was moved back is', () => {
  const last = '2020-08-18T10:00:00.000Z-0003';
  expect(hasMovedBack(Date.parse('2020-08-18T09:59:00Z'), last)).toBe(false);
  expect(hasMovedBack(Date.parse('2020-08-18T09:00:00Z'), last)).toBe(true);
});

describe('a working day', () => {
  const at = (time: string) => Date.parse(`${time}+07:00`);

  test('begins at midnight in Vietnam, whatever the laptop thinks its zone is', () => {
    expect(workingDay(at('2020-08-18T00:00:00'), 0)).toBe('2020-08-18');
    expect(workingDay(at('2020-08-17T23:59:59'), 0)).toBe('2020-08-17');
  });

  test('of a night shift ends when the next one begins', () => {
    expect(workingDay(at('2020-08-19T05:59:00'), 6)).toBe('2020-08-18');
    expect(workingDay(at('2020-08-19T06:00:00'), 6)).toBe('2020-08-19');
    expect(startOfDay('2020-08-19', 6)).toBe(at('2020-08-19T06:00:00'));
  });

  test('has Vietnamese hours', () => {
    expect(hourOf(at('2020-08-18T06:31:00'))).toBe(6);
    expect(hourOf(at('2020-08-18T00:10:00'))).toBe(0);
    expect(hourOf(at('2020-08-18T23:59:00'))).toBe(23);
  });
});
