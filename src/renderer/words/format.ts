import { dayOf, shortDate, twoDigits, vnTime } from '../../core/base/day.ts';
import type { Language } from './index.ts';

const numbers = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
} as const satisfies Record<Language, Intl.NumberFormat>;

/** A whole number as people of the language write it: `1.234` or `1,234`. */
export const figure = (value: number, language: Language): string => numbers[language].format(value);

/** A level or a shift in dB with a true minus sign; with `plus`, what is above zero wears one too. */
export const signed = (value: number, plus = false): string =>
  `${value < 0 ? '−' : plus && value > 0 ? '+' : ''}${Math.abs(value)}`;

/** A percentage with one decimal: `87,0%` or `87.0%`. */
export const percentage = (value: number, language: Language): string =>
  `${value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;

/** Hours and minutes in Vietnam of an instant. */
export function clockTime(instant: string): string {
  const { hour, minute } = vnTime(Date.parse(instant));
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Time and day in Vietnam of an instant: `06:31, 19/8/2020`. */
export const moment = (instant: string): string => `${clockTime(instant)}, ${shortDate(dayOf(Date.parse(instant)))}`;
