import type { Campaign } from './campaign.ts';
import { UNPRINTABLE, type Union, type UnionLevel } from './union.ts';

/** What an office may set for its own documents. Every part has a default that fits the union's level. */
export interface ReportForm {
  /** Direct superior as the head names it; `null` where there is none. */
  readonly superior: string | null;
  readonly issuer: string;
  /** Issuer in running text. */
  readonly name: string;
  /** Place of issue; `…` until somebody fills it in. */
  readonly place: string;
  /** After `Số:   /BC-`. */
  readonly symbol: string;
  readonly authority: string;
  readonly post: string;
  /** Signer; empty until the office fills it in. */
  readonly signer: string;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
}

const BREAKS = new RegExp(UNPRINTABLE.source, 'gu');
const HALF_PAIRS = /\p{Surrogate}/gu;

/** Text as a document may carry it: one form of every letter, no control or direction marks, no stray spaces. */
export const clean = (text: string): string =>
  text.normalize('NFC').replace(BREAKS, ' ').replace(HALF_PAIRS, '').replace(/\s+/g, ' ').trim();

/** Common phrases of organisation names that heads may shorten (union rules of 2005 and 2011). */
const SHORTER: readonly (readonly [phrase: string, short: string])[] = [
  ['tổng liên đoàn lao động', 'TLĐ'],
  ['liên đoàn lao động', 'LĐLĐ'],
  ['công đoàn cơ sở', 'CĐCS'],
  ['nghiệp đoàn cơ sở', 'NĐCS'],
  ['công đoàn', 'CĐ'],
  ['khu công nghiệp', 'KCN'],
  ['khu chế xuất', 'KCX'],
  ['khu kinh tế', 'KKT'],
  ['khu công nghệ cao', 'KCNC'],
  ['trách nhiệm hữu hạn', 'TNHH'],
  ['một thành viên', 'MTV'],
];

/** `Liên đoàn Lao động tỉnh Bình Dương` → `LĐLĐ tỉnh Bình Dương`. */
export function shortName(name: string): string {
  return SHORTER.reduce(
    (text, [phrase, short]) => text.replace(new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'giu'), short),
    clean(name),
  );
}

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Signing power by level. Only the first is seen in the letter; an office may set its own. */
const AUTHORITY: Record<UnionLevel, string> = {
  1: 'TM. ĐOÀN CHỦ TỊCH',
  2: 'TM. BAN THƯỜNG VỤ',
  3: 'TM. BAN THƯỜNG VỤ',
  4: 'TM. BAN CHẤP HÀNH',
  5: 'TM. BAN CHẤP HÀNH',
};

/**
 * The form of a union that has set nothing itself.
 * @param superior full name of the union directly above, `null` at the top.
 */
export function defaultForm(union: Union, superior: string | null, campaign: Campaign): ReportForm {
  const name = clean(union.name);
  return {
    superior: superior === null ? null : upper(shortName(superior)),
    // Alone at the top, a short name would look like a slip.
    issuer: upper(superior === null ? name : shortName(name)),
    name,
    place: placeOf(union.level, name),
    symbol: symbolOf(union.level, name),
    authority: AUTHORITY[union.level],
    post: 'CHỦ TỊCH',
    signer: '',
    ...lettersOf(union.level, superior, campaign),
  };
}

function lettersOf(
  level: UnionLevel,
  superior: string | null,
  { report }: Campaign,
): Pick<ReportForm, 'addressees' | 'recipients'> {
  const file = report.recipients.filter((entry) => entry.startsWith('Lưu'));
  if (superior === null) return { addressees: [], recipients: ['Thường trực Đoàn Chủ tịch (để b/c)', ...file] };
  if (level <= 2) return { addressees: report.addressees, recipients: report.recipients };
  // The department that the letter names exists at a province's federation, but not in a district's.
  const department = level === 3 ? (/\(qua [^)]+\)$/.exec(report.addressees[0] ?? '')?.[0] ?? '') : '';
  return { addressees: [`${clean(superior)} ${department}`.trim()], recipients: ['Như trên', 'Lưu: VT'] };
}

const AREA = /(?<!\p{L})(tỉnh|thành phố|huyện|quận|thị xã) (.+)$/iu;

/**
 * Place of issue where the name tells it. Decree 30 (annex I, II.4): places named after a person, by a number
 * or an event are written with what they are: `Thành phố Hồ Chí Minh`, `Quận 1`.
 */
function placeOf(level: UnionLevel, name: string): string {
  if (level === 1) return 'Hà Nội';
  const [, kind = '', place = ''] = AREA.exec(name) ?? [];
  if (level > 3 || place === '') return '…';
  const whole = /^\d/.test(place) || /^hồ chí minh$/iu.test(place);
  return whole ? `${upper(kind.slice(0, 1))}${kind.slice(1).toLocaleLowerCase('vi')} ${place}` : place;
}

/** `LĐLĐ`, `CĐKCN`, `CĐYT`, `CĐCS`: initials as seen in union documents. The office may set another. */
function symbolOf(level: UnionLevel, name: string): string {
  if (level === 1) return 'TLĐ';
  const short = shortName(name);
  const [first = ''] = short.split(' ');
  if (/^(LĐLĐ|CĐCS|NĐCS)$/.test(first)) return first;
  if (level >= 4) return 'CĐCS';
  const initials = short
    .replace(AREA, '')
    .replace(/việt nam$/iu, '')
    .split(/[\s,-]+/u)
    .filter((word) => word !== '' && !/^(các|và|của)$/iu.test(word))
    .map((word) => (word === upper(word) ? word : upper(word.slice(0, 1))))
    .join('');
  return initials.length <= 10 ? initials : 'CĐ';
}
