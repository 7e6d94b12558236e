import { shortDate } from '../../core/base/day.ts';
import { sumOf } from '../../core/figures/figures.ts';
import type { Live } from '../../preload/contract.ts';

type Totals = Readonly<Record<string, number>>;

/** People of all outcomes together. */
export const allOf = (totals: Totals): number => sumOf(totals, Object.keys(totals));

/** `18/8`: the year of a campaign of eight days says nothing. */
export const dayName = (day: string): string => shortDate(day).replace(/\/\d+$/, '');

/** The days of the campaign with what was counted on each; `null` for a day that has not come (law 7). */
export const dayValues = ({ campaignDays, byDay }: Live, today: string): { day: string; value: number | null }[] =>
  campaignDays.map((day) => ({ day, value: day > today && byDay[day] === undefined ? null : allOf(byDay[day] ?? {}) }));

/** Hours from the first to the last in which somebody was counted, those between included; without an hour: apart. */
export function hourValues({ byHour }: Live): { hours: { hour: number; value: number }[]; none: number } {
  const named = Object.keys(byHour).filter((name) => name !== 'none');
  const counted = named.filter((name) => allOf(byHour[name] ?? {}) !== 0).map(Number);
  const none = allOf(byHour.none ?? {});
  if (counted.length === 0) return { hours: [], none };
  const first = Math.min(...counted);
  const length = Math.max(...counted) - first + 1;
  const hours = Array.from({ length }, (_, at) => first + at);
  return { hours: hours.map((hour) => ({ hour, value: allOf(byHour[String(hour)] ?? {}) })), none };
}

/** Days that can be looked at: those of the campaign, any other on which somebody was counted, and today; newest last. */
export const daysOf = ({ campaignDays, byDay }: Live, today: string): string[] =>
  [...new Set([...campaignDays.filter((day) => day <= today), ...Object.keys(byDay), today])].sort();
