/**
 * Days of the campaign are days in Asia/Ho_Chi_Minh, which has been UTC+07:00 without daylight saving
 * since 1975. A day is `YYYY-MM-DD`, an instant is milliseconds since the Unix epoch.
 */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export type Day = string;

/** The Vietnamese calendar day of an instant. */
export const dayOf = (ms: number): Day => new Date(ms + OFFSET_MS).toISOString().slice(0, 10);

/** Latest hour at which a working day may begin: later than noon is no night shift. */
export const DAY_START_MAX = 12;

/**
 * The working day of an instant: a night shift that begins its day at 6 still counts 03:00 to the evening before.
 * @param startHour 0 to `DAY_START_MAX`, Vietnamese time.
 */
export const workingDay = (ms: number, startHour: number): Day => dayOf(ms - startHour * 3_600_000);

/** The first instant of a working day, in milliseconds since the epoch. */
export const startOfDay = (day: Day, startHour: number): number => Date.parse(day) - OFFSET_MS + startHour * 3_600_000;

/** The Vietnamese hour of an instant, 0 to 23. */
export const hourOf = (ms: number): number => Math.floor((ms + OFFSET_MS) / 3_600_000) % 24;

/** Every day from the first to the last, both included: 18/8–25/8 is eight days. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysUntil = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export interface VnTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** The Vietnamese wall clock of an instant. */
export function vnTime(ms: number): VnTime {
  const date = new Date(ms + OFFSET_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** Day and month as people write them: `28/8/2020`. */
export function shortDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}/${month}/${year}`;
}

/** Two digits, as clock times and the dates of Decree 30 want them. */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `2020-08-20` or `20/8/2020`, a day that exists. */
export function readDay(text: string): Day | null | 'bad' {
  if (text === '') return null;
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = local === null ? text : [local[3], local[2], local[1]].map((part) => part?.padStart(2, '0')).join('-');
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? 'bad' : day;
}
