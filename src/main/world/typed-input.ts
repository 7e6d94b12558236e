import { type Day, dayOf, readDay, shortDate } from '../../core/base/day.ts';
import { NOTE_MAX } from '../../core/base/limits.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { UNPRINTABLE } from '../../core/base/text.ts';
import { type Context, todayOf } from './context.ts';

export const todayIn = (context: Context): Day => dayOf(context.clock.wall());

/** A day as somebody typed it, in any of the usual ways. Fails with `day-impossible`. */
export function typedDay(typed: string): Result<Day> {
  const day = readDay(typed.trim());
  return day === 'bad' || day === null ? failed('day-impossible', { day: typed.slice(0, 20) }) : done(day);
}

/** A typed day that has come, not before `from`. Fails with `day-impossible` or `report-day-bad`. */
export function pastDay(context: Context, typed: string, from: Day): Result<Day> {
  const day = typedDay(typed);
  if (!day.ok) return day;
  const today = todayIn(context);
  if (day.value >= from && day.value <= today) return day;
  return failed('report-day-bad', { day: shortDate(day.value), from: shortDate(from), today: shortDate(today) });
}

/** A typed day of counting: never in the future, not before the letter. The clock's own day is taken as it is (law 9). */
export function countedDay(context: Context, typed: string): Result<Day> {
  const day = typedDay(typed);
  if (!day.ok) return day;
  const today = todayOf(context);
  if (day.value > today) return failed('day-future', { day: day.value, today });
  const first = context.world().campaign.letter.date;
  return day.value < first ? failed('day-too-early', { day: day.value, first }) : day;
}

/** Line breaks are part of a longer text; every other hidden character can turn a screen or a document around. */
const BREAKS = /[\r\n\t]+/g;

/** A text that a person wrote, in one Unicode form. Fails with `text-broken` when it is overlong or holds hidden characters. */
export function textOf(typed: string, where: string, max: number): Result<string> {
  const text = typed.normalize('NFC').trim();
  const broken = text.length > max || UNPRINTABLE.test(text.replace(BREAKS, ' '));
  return broken ? failed('text-broken', { where, max }) : done(text);
}

/** A reason: one short line that must not be empty. */
export function noteOf(typed: string, where: string): Result<string> {
  const text = textOf(typed.replace(BREAKS, ' '), where, NOTE_MAX);
  if (!text.ok) return text;
  return text.value === '' ? failed('why-missing', { max: NOTE_MAX }) : text;
}

/** A note that may stay empty; `null` is none. */
export const optionalNote = (typed: string | null): Result<string | null> =>
  typed === null || typed.trim() === '' ? done(null) : noteOf(typed, 'note');
