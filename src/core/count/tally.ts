import { COUNT_MAX } from '../base/limits.ts';
import { done, failed, type Result } from '../base/result.ts';

/** Reads a number of people: a whole number from 1 to 10,000, as a number or as typed digits. */
export function countOf(typed: number | string): Result<number> {
  const text = String(typed).trim();
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isInteger(value) && value >= 1 && value <= COUNT_MAX) return done(value);
  return failed('count-impossible', { count: text.slice(0, 20), max: COUNT_MAX });
}
