import { type Day, dayOf, readDay, shortDate } from '../../core/base/day.ts';
import { NOTE_MAX } from '../../core/base/limits.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { UNPRINTABLE } from '../../core/base/text.ts';
import { type Context, todayOf } from './context.ts';

export const todayIn = (context: Context): Day => dayOf(context.clock.wall());

/** A day that has come, as somebody typed it. Fails with `day-impossible` or `report-day-bad`. */
export function pastDay(context: Context, typed: string, from: Day): Result<Day> {
  const day = readDay(typed.trim());
  if (day === 'bad' || day === null) return failed('day-impossible', { day: typed.slice(0, 20) });
  const today = todayIn(context);
  if (day >= from && day <= today) return done(day);
  return failed('report-day-bad', { day: shortDate(day), from: shortDate(from), today: shortDate(today) });
}

/** A typed day: never in the future, not before the letter. The clock's own day is taken as it is (law 9). */
export function dayFor(context: Context, typed: string): Result<string> {
  const day = readDay(typed.trim());
  if (day === 'bad' || day === null) return failed('day-impossible', { day: typed });
  const today = todayOf(context);
  if (day > today) return failed('day-future', { day, today });
  const first = context.world().campaign.letter.date;
  return day < first ? failed('day-too-early', { day, first }) : done(day);
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
