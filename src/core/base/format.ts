import { type Day, dayOf, twoDigits, type VnTime, vnTime } from './day.ts';

/** Thousands with dots, as Vietnamese offices write them: `57.000`. */
export const countText = (value: number): string => String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** One decimal with a comma, thousands with dots: `87,0%`, `1.240,5%`. */
export function percentText(value: number): string {
  const [whole = '', decimal = ''] = value.toFixed(1).split('.');
  return `${countText(Number(whole))},${decimal}%`;
}

/** `ngày 05 tháng 01 năm 2020`: days below ten and January, February take a zero (Decree 30, annex I, ô 4). */
export function dateLine(time: Pick<VnTime, 'year' | 'month' | 'day'>): string {
  const day = String(time.day).padStart(2, '0');
  const month = time.month <= 2 ? `0${time.month}` : String(time.month);
  return `ngày ${day} tháng ${month} năm ${time.year}`;
}

/** `28/8/2020`, `05/9/2020`, `31/01/2020`: the zero rule of the decree for dates in figures. */
export function dayText(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

/** `17 giờ 00 ngày 28/8/2020`. */
export function momentText(ms: number): string {
  const { hour, minute } = vnTime(ms);
  return `${twoDigits(hour)} giờ ${twoDigits(minute)} ngày ${dayText(dayOf(ms))}`;
}

/** `Điện thoại cơ bản` → `điện thoại cơ bản`, but never the first letter of an abbreviation. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
