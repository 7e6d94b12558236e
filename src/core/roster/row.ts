import { type Day, readDay } from '../base/day.ts';
import { CODE_MAX, NAME_MAX, WORKFORCE_MAX } from '../base/limits.ts';
import { searchKey, UNPRINTABLE } from '../base/text.ts';
import { type RosterColumn, type RosterColumns, rosterColumns } from './columns.ts';
import { type Union, type UnionLevel, unionLevels } from './union.ts';

/** One cell as a file held it; writing it down as text happens here, once for CSV and Excel. */
export type RosterCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula' };

export interface RosterRow {
  /** Row number as the person sees it in the file, from 1. */
  readonly row: number;
  readonly cells: readonly RosterCell[];
}

export const rowFaults = [
  'code-missing',
  'code-bad',
  'code-duplicate',
  'name-missing',
  'name-bad',
  'level-unknown',
  'parent-self',
  'parent-missing',
  'parent-refused',
  'parent-cycle',
  'too-deep',
  'province-unknown',
  'number-bad',
  'part-above-whole',
  'date-bad',
  'dates-reversed',
  'end-missing',
  'successor-missing',
  'successor-refused',
  'owner-missing',
  'owner-refused',
  'formula',
  'broken-text',
] as const;
export type RowFault = (typeof rowFaults)[number];

type Detail = Readonly<Record<string, string | number>>;

export interface RejectedRow {
  readonly row: number;
  readonly fault: RowFault;
  readonly detail: Detail;
}

/** A row that is right by itself; whether its parent is there and its level is known shows only among the others. */
export interface RosterDraft {
  readonly row: number;
  readonly union: Omit<Union, 'level'>;
  readonly level: UnionLevel | null;
}

type Read<T> = { readonly ok: T } | { readonly fault: RowFault; readonly detail?: Detail };

/** Reads one row. Fails with what is wrong first, from left to right. */
export function readRow(
  { row, cells }: RosterRow,
  at: RosterColumns,
  provinces: ReadonlySet<string>,
): Read<RosterDraft> {
  const cell = (column: RosterColumn): RosterCell => cells[at[column] ?? -1] ?? { kind: 'text', text: '' };
  for (const column of rosterColumns) {
    const fault = cellFault(cell(column), numeric.has(column));
    if (fault !== null) return { fault, detail: { column } };
  }
  const code = textOf(cell('ma'));
  if (code === '') return { fault: 'code-missing' };
  if (isBadCode(code)) return { fault: 'code-bad', detail: { code: code.slice(0, 40) } };
  const name = textOf(cell('ten')).replace(/\s+/g, ' ');
  if (name === '') return { fault: 'name-missing', detail: { code } };
  if (name.length > NAME_MAX) return { fault: 'name-bad', detail: { code, max: NAME_MAX } };
  const level = readLevel(textOf(cell('cap')));
  if (level === 'unknown') return { fault: 'level-unknown', detail: { code } };
  const parent = textOf(cell('ma_cap_tren')) || null;
  const province = readProvince(textOf(cell('ma_tinh')));
  if (province !== null && !provinces.has(province)) return { fault: 'province-unknown', detail: { code, province } };
  const people = readPeople(code, cell);
  if ('fault' in people) return people;
  const life = readLife(code, cell);
  if ('fault' in life) return life;
  const line = readCooperation(textOf(cell('bao_cao_phoi_hop')));
  return {
    ok: { row, level, union: { code, name, parent, province, ...people.ok, ...given({ ...life.ok, ...line }) } },
  };
}

/** What most unions do not have is left out, so that an event is as small as what it says. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== false),
  ) as Partial<T>;

/** The code that a row was meant for, even where the rest of it cannot be read. */
export const codeOf = ({ cells }: RosterRow, at: RosterColumns): string =>
  textOf(cells[at.ma ?? -1] ?? { kind: 'text', text: '' });

/** `*` stands for everything; blanks, quotes, slashes and bars break file names and tables. */
const isBadCode = (code: string): boolean => code.length > CODE_MAX || /[\s/\\"'<>*|]/.test(code);

const numeric: ReadonlySet<RosterColumn> = new Set(['cap', 'tong_lao_dong', 'doan_vien', 'co_smartphone']);

/** A text that Excel would take for a formula in the next file (=, +, -, @) does not come in; numbers say so themselves. */
function cellFault(cell: RosterCell, isNumeric: boolean): RowFault | null {
  if (cell.kind === 'formula') return 'formula';
  if (cell.kind === 'number') return null;
  if ((isNumeric ? /^\s*=/ : /^\s*[=+@-]/).test(cell.text)) return 'formula';
  return UNPRINTABLE.test(cell.text.trim()) ? 'broken-text' : null;
}

const textOf = (cell: RosterCell): string => {
  if (cell.kind === 'formula') return '';
  return (cell.kind === 'number' ? String(cell.value) : cell.text).normalize('NFC').trim();
};

const levelWords: Readonly<Record<string, UnionLevel>> = {
  'trung uong': 1,
  tw: 1,
  tld: 1,
  tinh: 2,
  'tinh thanh pho': 2,
  'nganh trung uong': 2,
  'nganh tw': 2,
  'tren co so': 3,
  'cap tren co so': 3,
  'cap tren truc tiep co so': 3,
  cdcttt: 3,
  cdctttcs: 3,
  'co so': 4,
  cdcs: 4,
  ndcs: 4,
  'cong doan co so': 4,
  'nghiep doan': 4,
  'bo phan': 5,
  'thanh vien': 5,
  'to cong doan': 5,
};

function readLevel(text: string): UnionLevel | null | 'unknown' {
  if (text === '') return null;
  const level = unionLevels.find((candidate) => String(candidate) === text) ?? levelWords[searchKey(text)];
  return level ?? 'unknown';
}

/** Excel turns the text "01" into the number 1; both mean Hà Nội. */
const readProvince = (text: string): string | null => (text === '' ? null : /^\d$/.test(text) ? `0${text}` : text);

type CellOf = (column: RosterColumn) => RosterCell;

function readPeople(code: string, cell: CellOf): Read<Pick<Union, 'workers' | 'members' | 'smartphones'>> {
  const numbers: (number | null)[] = [];
  for (const column of ['tong_lao_dong', 'doan_vien', 'co_smartphone'] as const) {
    const value = readCount(cell(column));
    if (value === 'bad') return { fault: 'number-bad', detail: { code, column } };
    numbers.push(value);
  }
  const [workers = null, members = null, smartphones = null] = numbers;
  return { ok: { workers, members, smartphones } };
}

/** A whole number of people; dots, commas and spaces may group thousands. Empty is "not given", not zero. */
function readCount(cell: RosterCell): number | null | 'bad' {
  const text = textOf(cell);
  if (text === '') return null;
  const plain = /^\d{1,3}(?:[.,\s]\d{3})+$/.test(text) && cell.kind === 'text' ? text.replace(/[.,\s]/g, '') : text;
  if (!/^\d{1,9}$/.test(plain)) return 'bad';
  const value = Number(plain);
  return value <= WORKFORCE_MAX ? value : 'bad';
}

/** From, to, and who took the union over. */
function readLife(code: string, cell: CellOf): Read<Pick<Union, 'from' | 'to' | 'successor'>> {
  const days: (Day | null)[] = [];
  for (const column of ['tu_ngay', 'den_ngay'] as const) {
    const day = readDay(textOf(cell(column)));
    if (day === 'bad') return { fault: 'date-bad', detail: { code, column } };
    days.push(day);
  }
  const [from = null, to = null] = days;
  return { ok: { from, to, successor: textOf(cell('ma_tiep_nhan')) || null } };
}

/** What a row says against itself, whether a file or a person wrote it; `null` when nothing. */
export function faultWithin(union: Omit<Union, 'level'>): Pick<RejectedRow, 'fault' | 'detail'> | null {
  const { code, parent, workers, from, to, successor, owner } = union;
  if (parent === code) return { fault: 'parent-self', detail: { code } };
  // Members and smartphone owners are some of the workers: a part above its whole is a slip in one of the two.
  for (const [column, part] of [['doan_vien', union.members] as const, ['co_smartphone', union.smartphones] as const]) {
    if (workers !== null && part !== null && part > workers) {
      return { fault: 'part-above-whole', detail: { code, column, part, whole: workers } };
    }
  }
  if (from && to && from > to) return { fault: 'dates-reversed', detail: { code } };
  // Without a last day, two unions would count the same people.
  if (successor && !to) return { fault: 'end-missing', detail: { code, successor } };
  if (successor === code) return { fault: 'successor-missing', detail: { code, successor } };
  return owner === code ? { fault: 'owner-missing', detail: { code, owner } } : null;
}

const YES = new Set(['x', 'co', 'yes', '1', 'true', 'phoi hop']);
const NO = new Set(['', 'khong', 'no', '0', 'false']);

/** Yes, no, or the code of the one union that the numbers belong to. */
function readCooperation(text: string): Pick<Union, 'coordinated' | 'owner'> {
  const key = searchKey(text);
  if (NO.has(key)) return { coordinated: false, owner: null };
  return { coordinated: true, owner: YES.has(key) ? null : text };
}
