import { done, failed, type Outcome } from './outcome.ts';
import {
  CODE_MAX,
  DEPTH_MAX,
  NAME_MAX,
  searchKey,
  UNPRINTABLE,
  type Union,
  type UnionLevel,
  unionLevels,
  WORKFORCE_MAX,
} from './union.ts';

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
  'parent-cycle',
  'province-unknown',
  'number-bad',
  'formula',
  'broken-text',
] as const;
export type RowFault = (typeof rowFaults)[number];

export interface RejectedRow {
  readonly row: number;
  readonly fault: RowFault;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface RosterPlan {
  readonly added: readonly Union[];
  readonly changed: readonly Union[];
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
}

const columns = ['ma', 'ten', 'cap', 'ma_cap_tren', 'ma_tinh', 'tong_lao_dong', 'doan_vien', 'co_smartphone'] as const;
type Column = (typeof columns)[number];

/** Headings that offices write for the same thing, as search keys. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  ma: ['ma', 'ma don vi', 'ma cong doan', 'ma cd', 'ma cdcs', 'ma so', 'code'],
  ten: ['ten', 'ten don vi', 'ten cong doan', 'ten cdcs', 'don vi', 'cong doan', 'name'],
  cap: ['cap', 'cap cong doan', 'level'],
  ma_cap_tren: ['ma cap tren', 'cap tren', 'ma don vi cap tren', 'ma cong doan cap tren', 'truc thuoc', 'parent'],
  ma_tinh: ['ma tinh', 'tinh', 'ma tinh thanh', 'ma tinh thanh pho', 'province'],
  tong_lao_dong: ['tong lao dong', 'tong so lao dong', 'so lao dong', 'lao dong', 'tong so nld', 'workers'],
  doan_vien: ['doan vien', 'so doan vien', 'tong so doan vien', 'tong doan vien', 'members'],
  co_smartphone: [
    'co smartphone',
    'so nguoi co smartphone',
    'co dien thoai thong minh',
    'so nguoi co dien thoai thong minh',
    'smartphone',
    'smartphones',
  ],
};

export type RosterColumns = Partial<Record<Column, number>>;

/** Finds the columns by their headings, in any order. Code and name must be there. */
export function readColumns(header: readonly string[]): Outcome<RosterColumns> {
  const found: RosterColumns = {};
  header.forEach((heading, index) => {
    const key = searchKey(heading);
    const column = columns.find((candidate) => headings[candidate].includes(key));
    if (column !== undefined) found[column] ??= index;
  });
  const missing = (['ma', 'ten'] as const).filter((column) => found[column] === undefined);
  return missing.length > 0 ? failed('roster-columns', { columns: missing.join(', ') }) : done(found);
}

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

type Read<T> = { readonly ok: T } | { readonly fault: RowFault; readonly detail?: RejectedRow['detail'] };

interface Draft {
  readonly row: number;
  readonly union: Omit<Union, 'level'>;
  readonly level: UnionLevel | null;
}

/**
 * Sorts the rows of a file into added, changed, unchanged and rejected. Good rows go in even when others
 * cannot. `existing` answers for unions already in the roster; `provinces` holds the two-digit codes.
 */
export function planRoster(
  rows: readonly RosterRow[],
  at: RosterColumns,
  existing: (code: string) => Union | null,
  provinces: ReadonlySet<string>,
): RosterPlan {
  const rejected: RejectedRow[] = [];
  const drafts = new Map<string, Draft>();
  const reject = (row: number, fault: RowFault, detail: RejectedRow['detail'] = {}) =>
    rejected.push({ row, fault, detail });

  for (const row of rows) {
    const draft = readRow(row, at, provinces);
    if ('fault' in draft) {
      reject(row.row, draft.fault, draft.detail);
      continue;
    }
    const first = drafts.get(draft.ok.union.code);
    if (first !== undefined) reject(row.row, 'code-duplicate', { code: draft.ok.union.code, first: first.row });
    else drafts.set(draft.ok.union.code, draft.ok);
  }
  rejectOrphans(drafts, existing, reject);
  rejectCycles(drafts, existing, reject);
  // A cycle that went out may leave children without a parent.
  rejectOrphans(drafts, existing, reject);

  const added: Union[] = [];
  const changed: Union[] = [];
  let unchanged = 0;
  for (const draft of drafts.values()) {
    const level = levelOf(draft, drafts, existing);
    if (level === null) {
      reject(draft.row, 'level-unknown', { code: draft.union.code });
      continue;
    }
    const before = existing(draft.union.code);
    const union: Union = keepKnown({ ...draft.union, level }, before, at);
    if (before === null) added.push(union);
    else if (sameUnion(before, union)) unchanged++;
    else changed.push(union);
  }
  rejected.sort((a, b) => a.row - b.row);
  return { added, changed, unchanged, rejected };
}

/** A file without a column says nothing about it: what the roster already knew stays. */
function keepKnown(union: Union, before: Union | null, at: RosterColumns): Union {
  if (before === null) return union;
  return {
    ...union,
    parent: at.ma_cap_tren === undefined ? before.parent : union.parent,
    province: at.ma_tinh === undefined ? before.province : union.province,
    workers: at.tong_lao_dong === undefined ? before.workers : union.workers,
    members: at.doan_vien === undefined ? before.members : union.members,
    smartphones: at.co_smartphone === undefined ? before.smartphones : union.smartphones,
  };
}

function sameUnion(a: Union, b: Union): boolean {
  return (
    a.name === b.name &&
    a.level === b.level &&
    a.parent === b.parent &&
    a.province === b.province &&
    a.workers === b.workers &&
    a.members === b.members &&
    a.smartphones === b.smartphones
  );
}

function readRow({ row, cells }: RosterRow, at: RosterColumns, provinces: ReadonlySet<string>): Read<Draft> {
  const cell = (column: Column): RosterCell => cells[at[column] ?? -1] ?? { kind: 'text', text: '' };
  for (const column of columns) {
    const fault = cellFault(cell(column));
    if (fault !== null) return { fault, detail: { column } };
  }
  const code = textOf(cell('ma'));
  if (code === '') return { fault: 'code-missing' };
  if (code.length > CODE_MAX || /[\s/\\"'<>*]/.test(code))
    return { fault: 'code-bad', detail: { code: code.slice(0, 40) } };
  const name = textOf(cell('ten')).replace(/\s+/g, ' ');
  if (name === '') return { fault: 'name-missing', detail: { code } };
  if (name.length > NAME_MAX) return { fault: 'name-bad', detail: { code, max: NAME_MAX } };
  const level = readLevel(textOf(cell('cap')));
  if (level === 'unknown') return { fault: 'level-unknown', detail: { code } };
  const parent = textOf(cell('ma_cap_tren')) || null;
  if (parent === code) return { fault: 'parent-self', detail: { code } };
  const province = readProvince(textOf(cell('ma_tinh')));
  if (province !== null && !provinces.has(province)) return { fault: 'province-unknown', detail: { code, province } };
  const numbers: (number | null)[] = [];
  for (const column of ['tong_lao_dong', 'doan_vien', 'co_smartphone'] as const) {
    const value = readCount(cell(column));
    if (value === 'bad') return { fault: 'number-bad', detail: { code, column } };
    numbers.push(value);
  }
  const [workers = null, members = null, smartphones = null] = numbers;
  return { ok: { row, level, union: { code, name, parent, province, workers, members, smartphones } } };
}

function cellFault(cell: RosterCell): RowFault | null {
  if (cell.kind === 'formula') return 'formula';
  if (cell.kind === 'number') return null;
  if (/^\s*=/.test(cell.text)) return 'formula';
  return UNPRINTABLE.test(cell.text.trim()) ? 'broken-text' : null;
}

const textOf = (cell: RosterCell): string => {
  if (cell.kind === 'formula') return '';
  return (cell.kind === 'number' ? String(cell.value) : cell.text).normalize('NFC').trim();
};

function readLevel(text: string): UnionLevel | null | 'unknown' {
  if (text === '') return null;
  const level = unionLevels.find((candidate) => String(candidate) === text) ?? levelWords[searchKey(text)];
  return level ?? 'unknown';
}

/** Excel turns the text "01" into the number 1; both mean Hà Nội. */
const readProvince = (text: string): string | null => (text === '' ? null : /^\d$/.test(text) ? `0${text}` : text);

/** A whole number of people; dots, commas and spaces may group thousands. Empty is "not given", not zero. */
function readCount(cell: RosterCell): number | null | 'bad' {
  const text = textOf(cell);
  if (text === '') return null;
  const plain = /^\d{1,3}(?:[.,\s]\d{3})+$/.test(text) && cell.kind === 'text' ? text.replace(/[.,\s]/g, '') : text;
  if (!/^\d{1,9}$/.test(plain)) return 'bad';
  const value = Number(plain);
  return value <= WORKFORCE_MAX ? value : 'bad';
}

/** The level as given, else one below the parent's, else as before. */
function levelOf(
  draft: Draft,
  drafts: ReadonlyMap<string, Draft>,
  existing: (code: string) => Union | null,
  depth = 0,
): UnionLevel | null {
  if (draft.level !== null) return draft.level;
  // Nobody's unions lie this deep; a made-up chain of blank levels may not exhaust the stack.
  if (depth > DEPTH_MAX) return null;
  const before = existing(draft.union.code);
  if (before !== null) return before.level;
  if (draft.union.parent === null) return null;
  const above = drafts.get(draft.union.parent);
  const parentLevel =
    above !== undefined ? levelOf(above, drafts, existing, depth + 1) : (existing(draft.union.parent)?.level ?? null);
  return parentLevel === null ? null : (unionLevels[Math.min(parentLevel, unionLevels.length - 1)] ?? null);
}

type Reject = (row: number, fault: RowFault, detail?: RejectedRow['detail']) => void;

/** Takes out rows whose parent is nowhere, and then the rows below them. */
function rejectOrphans(drafts: Map<string, Draft>, existing: (code: string) => Union | null, reject: Reject): void {
  for (let again = true; again; ) {
    again = false;
    for (const [code, draft] of drafts) {
      const { parent } = draft.union;
      if (parent === null || drafts.has(parent) || existing(parent) !== null) continue;
      reject(draft.row, 'parent-missing', { code, parent });
      drafts.delete(code);
      again = true;
    }
  }
}

/** Takes out every row that lies on a circle of parents, through the file or through the roster. */
function rejectCycles(drafts: Map<string, Draft>, existing: (code: string) => Union | null, reject: Reject): void {
  const parentOf = (code: string): string | null =>
    drafts.has(code) ? (drafts.get(code)?.union.parent ?? null) : (existing(code)?.parent ?? null);
  /** Codes whose way up is known to end at a root. */
  const rooted = new Set<string>();
  const onCircle = new Set<string>();
  for (const start of drafts.keys()) {
    const way: string[] = [];
    const seen = new Set<string>();
    let at: string | null = start;
    while (at !== null && !rooted.has(at) && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = parentOf(at);
    }
    if (at !== null && seen.has(at)) for (const code of way.slice(way.indexOf(at))) onCircle.add(code);
    else for (const code of way) rooted.add(code);
  }
  for (const code of onCircle) {
    const draft = drafts.get(code);
    if (draft === undefined) continue;
    reject(draft.row, 'parent-cycle', { code });
    drafts.delete(code);
  }
}
