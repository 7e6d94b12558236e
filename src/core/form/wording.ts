import { clean } from '../base/text.ts';
import type { Union, UnionLevel } from '../roster/union.ts';
import { over, type ReportTemplate, type ReportWords } from './template.ts';

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

/** What a campaign says of the letters that its reports are; `campaign.report` is one. */
export interface LetterWording {
  /** What the report is about, as the heading says it. */
  readonly abstract: string;
  /** Whom a report of the second level goes to; the first with its department in brackets. */
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly template?: ReportTemplate | undefined;
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

/** Ways of signing (annex I, II.7.b): for the body, in place of the head, by order. An office picks one or writes its own. */
export function signingForms(level: UnionLevel): readonly { readonly authority: string; readonly post: string }[] {
  const body = AUTHORITY[level];
  return [
    { authority: body, post: 'CHỦ TỊCH' },
    { authority: body, post: 'PHÓ CHỦ TỊCH' },
    { authority: 'KT. CHỦ TỊCH', post: 'PHÓ CHỦ TỊCH' },
    ...(level <= 2
      ? [
          { authority: body.replace(/^TM\./, 'TL.'), post: 'CHÁNH VĂN PHÒNG' },
          { authority: body.replace(/^TM\./, 'TL.'), post: 'TRƯỞNG BAN TUYÊN GIÁO' },
        ]
      : []),
  ];
}

/**
 * The words of a union's documents: what its office has set, and defaults that fit its level for the rest.
 * @param superior full name of the union directly above, `null` at the top.
 */
export function wordsOf(
  union: Union,
  superior: string | null,
  letter: LetterWording,
  set: ReportTemplate['words'] = {},
): ReportWords {
  const usual = defaultForm(union, superior, letter, set.department);
  const { headings, annexes, ...plain } = set;
  const words: ReportWords = {
    ...over(usual, plain),
    headings: over(usual.headings, headings),
    annexes: over(usual.annexes, annexes),
  };
  return cleaned(words) as ReportWords;
}

/** Every text in one form of Unicode, without hidden marks, however deep it stands. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]));
}

/**
 * The words of a union whose office has set nothing.
 * @param department that receives the report above, where the office has named one.
 */
export function defaultForm(
  union: Union,
  superior: string | null,
  letter: LetterWording,
  department?: string,
): ReportWords {
  const name = clean(union.name);
  return {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    superior: superior === null ? null : upper(shortName(superior)),
    // Alone at the top, a short name would look like a slip.
    issuer: upper(superior === null ? name : shortName(name)),
    name,
    place: placeOf(union.level, name),
    typeCode: 'BC',
    symbol: symbolOf(union.level, name),
    typeName: 'BÁO CÁO',
    abstract: letter.abstract,
    authority: AUTHORITY[union.level],
    post: 'CHỦ TỊCH',
    signer: '',
    receiver: '',
    ...lettersOf(union.level, superior, letter, department),
    opening:
      'Thực hiện Công văn số {letter} {letterDate} của {letterIssuer} về việc {subject}, {name} báo cáo kết quả như sau:',
    closing: 'Trên đây là báo cáo {abstract} của {name}./.',
    headings: HEADINGS,
    annexes: {
      units: union.level >= 4 ? 'KẾT QUẢ THEO BỘ PHẬN' : 'KẾT QUẢ THEO ĐƠN VỊ TRỰC THUỘC',
      grassroots: union.level >= 4 ? 'KẾT QUẢ THEO TỔ CÔNG ĐOÀN' : 'KẾT QUẢ THEO CÔNG ĐOÀN CƠ SỞ',
      outreach: 'HÌNH THỨC TUYÊN TRUYỀN',
      reasons: 'LÝ DO CHƯA CÀI ĐẶT ĐƯỢC, TỪ CHỐI',
      days: 'TIẾN ĐỘ THEO NGÀY',
    },
  };
}

const HEADINGS: ReportWords['headings'] = {
  direction: 'I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI',
  outreach: 'II. CÔNG TÁC TUYÊN TRUYỀN',
  results: 'III. KẾT QUẢ',
  difficulties: 'IV. KHÓ KHĂN, VƯỚNG MẮC',
  proposals: 'V. KIẾN NGHỊ, ĐỀ XUẤT',
};

function lettersOf(
  level: UnionLevel,
  superior: string | null,
  letter: LetterWording,
  set: string | undefined,
): Pick<ReportWords, 'addressees' | 'recipients' | 'department'> {
  const file = letter.recipients.filter((entry) => entry.startsWith('Lưu'));
  // The department that the letter names exists at a province's federation, but not in a district's.
  const named = level <= 3 ? (/\(qua ([^)]+)\)$/.exec(letter.addressees[0] ?? '')?.[1] ?? '') : '';
  const department = set ?? named;
  const through = (name: string): string =>
    `${name.replace(/\s*\(qua [^)]+\)$/, '')} ${department === '' ? '' : `(qua ${department})`}`.trim();
  if (superior === null) {
    return { department, addressees: [], recipients: ['Thường trực Đoàn Chủ tịch (để b/c)', ...file] };
  }
  if (level <= 2) {
    const [first = superior, ...others] = letter.addressees;
    return { department, addressees: [through(first), ...others], recipients: [...letter.recipients] };
  }
  return { department, addressees: [through(clean(superior))], recipients: ['Như trên', 'Lưu: VT'] };
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
