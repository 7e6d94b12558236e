import { expect, test } from 'vitest';
import type { Live } from '../../../src/preload/contract.ts';
import { daysOf, dayValues, hourValues } from '../../../src/renderer/figures/totals-values.ts';

const live = {
  campaignDays: ['2020-08-18', '2020-08-19', '2020-08-20'],
  byDay: { '2020-08-18': { installed: 5, declined: 1 }, '2020-08-27': { installed: 2 } },
  byHour: { '6': { installed: 4 }, '9': { installed: 1, declined: 1 }, '11': { installed: 0 }, none: { installed: 3 } },
} as unknown as Live;

test('a day that has not come is not a day with nobody', () => {
  expect(dayValues(live, '2020-08-19').map(({ value }) => value)).toEqual([6, 0, null]);
});

test('the hours run from the first to the last with people, and paper has no hour', () => {
  expect(hourValues(live)).toEqual({
    hours: [
      { hour: 6, value: 4 },
      { hour: 7, value: 0 },
      { hour: 8, value: 0 },
      { hour: 9, value: 2 },
    ],
    none: 3,
  });
  expect(hourValues({ ...live, byHour: {} })).toEqual({ hours: [], none: 0 });
});

test('the days to look at are those that have come, today, and any other on which somebody was counted', () => {
  expect(daysOf(live, '2020-08-19')).toEqual(['2020-08-18', '2020-08-19', '2020-08-27']);
});
