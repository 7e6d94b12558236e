import type { RosterColumn, RosterColumns } from './roster-columns.ts';
import {
  codeOf,
  faultWithin,
  type RejectedRow,
  type RosterDraft,
  type RosterRow,
  type RowFault,
  readRow,
} from './roster-row.ts';
import { type CaseTwin, caseTwins } from './roster-twins.ts';
import { remembering, sendsTo } from './tree.ts';
import { DEPTH_MAX, type Union, type UnionLevel, unionLevels } from './union.ts';

export interface ChangedRow {
  readonly row: number;
  readonly before: Union;
  readonly after: Union;
}

export interface RosterPlan {
  readonly added: readonly Union[];
  readonly changed: readonly ChangedRow[];
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** New codes that differ from another one by capital letters only. They go in; a person should look. */
  readonly twins: readonly CaseTwin[];
}

type Existing = (code: string) => Union | null;
/** Rows that were refused, by the code that they were meant for: what leans on them must hear which row that was. */
type Refused = Map<string, number>;
type Reject = (row: number, fault: RowFault, detail?: RejectedRow['detail']) => void;

/**
 * Sorts the rows of a file into added, changed, unchanged and rejected. Good rows go in even when others
 * cannot. `lookUp` answers for unions already in the roster; `provinces` holds the two-digit codes; `homeOf`
 * answers where a union belongs whose superior the file leaves open; `codes` lists every code of the roster.
 */
export function planRoster(
  rows: readonly RosterRow[],
  at: RosterColumns,
  lookUp: Existing,
  provinces: ReadonlySet<string>,
  homeOf: HomeOf = () => null,
  codes: () => Iterable<string> = () => [],
): RosterPlan {
  const existing = remembering(lookUp);
  const rejected: RejectedRow[] = [];
  const drafts = new Map<string, RosterDraft>();
  const refused: Refused = new Map();
  const reject: Reject = (row, fault, detail = {}) => rejected.push({ row, fault, detail });

  for (const row of rows) {
    const draft = readRow(row, at, provinces);
    if ('fault' in draft) {
      reject(row.row, draft.fault, draft.detail);
      refused.set(codeOf(row, at), row.row);
      continue;
    }
    const { code } = draft.ok.union;
    const merged = atHome(keepKnown(draft.ok, existing(code), at), homeOf);
    const within = faultWithin(merged.union);
    const first = drafts.get(code);
    if (within !== null) {
      reject(row.row, within.fault, within.detail);
      refused.set(code, row.row);
    } else if (first !== undefined) reject(row.row, 'code-duplicate', { code, first: first.row });
    else drafts.set(code, merged);
  }
  rejectOrphans(drafts, existing, reject, refused);
  rejectWays(drafts, existing, reject, refused);
  // A row that went out may leave others without a parent, an owner or a successor.
  rejectOrphans(drafts, existing, reject, refused);

  const added: Union[] = [];
  const fresh: { row: number; code: string }[] = [];
  const changed: ChangedRow[] = [];
  let unchanged = 0;
  for (const draft of drafts.values()) {
    const level = levelOf(draft, drafts, existing);
    if (level === null) {
      reject(draft.row, 'level-unknown', { code: draft.union.code });
      continue;
    }
    const before = existing(draft.union.code);
    const after: Union = { ...draft.union, level };
    if (before === null) {
      added.push(after);
      fresh.push({ row: draft.row, code: after.code });
    } else if (changesBetween(before, after).length === 0) unchanged++;
    else changed.push({ row: draft.row, before, after });
  }
  rejected.sort((a, b) => a.row - b.row);
  return { added, changed, unchanged, rejected, twins: caseTwins(fresh, codes) };
}

type HomeOf = (union: Pick<Union, 'code' | 'province'> & { readonly level: UnionLevel | null }) => string | null;

function atHome(draft: RosterDraft, homeOf: HomeOf): RosterDraft {
  if (draft.union.parent !== null) return draft;
  const { code, province } = draft.union;
  return { ...draft, union: { ...draft.union, parent: homeOf({ code, province, level: draft.level }) } };
}

const fieldsOf: Readonly<Partial<Record<RosterColumn, readonly (keyof Union)[]>>> = {
  ma_cap_tren: ['parent'],
  ma_tinh: ['province'],
  tong_lao_dong: ['workers'],
  doan_vien: ['members'],
  co_smartphone: ['smartphones'],
  tu_ngay: ['from'],
  den_ngay: ['to'],
  ma_tiep_nhan: ['successor'],
  bao_cao_phoi_hop: ['coordinated', 'owner'],
};

/** A file without a column says nothing about it: what the roster already knew stays. */
function keepKnown(draft: RosterDraft, before: Union | null, at: RosterColumns): RosterDraft {
  if (before === null) return draft;
  const silent = Object.entries(fieldsOf)
    .filter(([column]) => at[column as RosterColumn] === undefined)
    .flatMap(([, fields]) => fields)
    .filter((field) => before[field] !== undefined);
  return {
    ...draft,
    level: draft.level ?? before.level,
    union: { ...draft.union, ...Object.fromEntries(silent.map((field) => [field, before[field]])) },
  };
}

const unionFields = [
  'name',
  'level',
  'parent',
  'province',
  'workers',
  'members',
  'smartphones',
  'from',
  'to',
  'successor',
  'coordinated',
  'owner',
] as const;
export type UnionField = (typeof unionFields)[number];

export interface FieldChange {
  readonly field: UnionField;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** What differs between two rows of one union. */
export function changesBetween(before: Union, after: Union): FieldChange[] {
  const plain = (value: string | number | boolean | null | undefined) =>
    value === undefined || value === false ? null : value === true ? 1 : value;
  return unionFields
    .map((field) => ({ field, from: plain(before[field]), to: plain(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** The level as given, else one below the parent's. */
function levelOf(draft: RosterDraft, drafts: ReadonlyMap<string, RosterDraft>, existing: Existing): UnionLevel | null {
  if (draft.level !== null) return draft.level;
  const { parent } = draft.union;
  if (parent === null) return null;
  const above = drafts.get(parent);
  const parentLevel = above === undefined ? (existing(parent)?.level ?? null) : levelOf(above, drafts, existing);
  return parentLevel === null ? null : (unionLevels[Math.min(parentLevel, unionLevels.length - 1)] ?? null);
}

/** What speaks against one union as a person wants it, or `null`: the rules for a row of a file, for one row. */
export function rejectionOf(union: Union, existing: Existing): Pick<RejectedRow, 'fault' | 'detail'> | null {
  const within = faultWithin(union);
  if (within !== null) return within;
  const drafts = new Map([[union.code, { row: 0, union, level: union.level }]]);
  const rejected: RejectedRow[] = [];
  const reject: Reject = (row, fault, detail = {}) => rejected.push({ row, fault, detail });
  rejectOrphans(drafts, existing, reject);
  rejectWays(drafts, existing, reject);
  return rejected[0] ?? null;
}

const leans = [
  { field: 'parent', nowhere: 'parent-missing', refused: 'parent-refused' },
  { field: 'successor', nowhere: 'successor-missing', refused: 'successor-refused' },
  { field: 'owner', nowhere: 'owner-missing', refused: 'owner-refused' },
] as const;

/** Takes out rows that name a union which is nowhere, and then the rows that lean on those. */
function rejectOrphans(
  drafts: Map<string, RosterDraft>,
  existing: Existing,
  reject: Reject,
  refused: Refused = new Map(),
): void {
  const isNowhere = (code: string | null | undefined): code is string =>
    typeof code === 'string' && !drafts.has(code) && existing(code) === null;
  for (let again = true; again; ) {
    again = false;
    for (const [code, { row, union }] of drafts) {
      const lean = leans.find(({ field }) => isNowhere(union[field]));
      if (lean === undefined) continue;
      const other = String(union[lean.field]);
      const otherRow = refused.get(other);
      if (otherRow === undefined) reject(row, lean.nowhere, { code, [lean.field]: other });
      else reject(row, lean.refused, { code, [lean.field]: other, other: otherRow });
      refused.set(code, row);
      drafts.delete(code);
      again = true;
    }
  }
}

/** Takes out rows on a circle of parents or of reporting lines, and rows whose way up is longer than anybody's is. */
function rejectWays(
  drafts: Map<string, RosterDraft>,
  existing: Existing,
  reject: Reject,
  refused: Refused = new Map(),
): void {
  const rowOf = (code: string): Omit<Union, 'level'> | null => drafts.get(code)?.union ?? existing(code);
  const lines: ((union: Omit<Union, 'level'>) => string | null)[] = [
    ({ parent }) => parent,
    (union) => sendsTo({ ...union, level: 1 }),
  ];
  for (const upOf of lines) {
    const depths = new Map<string, number>();
    const onCircle = new Set<string>();
    for (const start of drafts.keys()) walkUp(start, (code) => mapped(rowOf(code), upOf), depths, onCircle);
    for (const [code, { row }] of [...drafts]) {
      if (onCircle.has(code)) reject(row, 'parent-cycle', { code });
      else if ((depths.get(code) ?? 0) > DEPTH_MAX) reject(row, 'too-deep', { code, max: DEPTH_MAX });
      else continue;
      refused.set(code, row);
      drafts.delete(code);
    }
  }
}

const mapped = <T, R>(value: T | null, map: (value: T) => R): R | null => (value === null ? null : map(value));

/** Notes for every union on the way up how many lie above it, or that it lies on a circle. */
function walkUp(
  start: string,
  upOf: (code: string) => string | null,
  depths: Map<string, number>,
  onCircle: Set<string>,
): void {
  const way: string[] = [];
  const seen = new Set<string>();
  let at: string | null = start;
  while (at !== null && !depths.has(at) && !seen.has(at)) {
    seen.add(at);
    way.push(at);
    at = upOf(at);
  }
  if (at !== null && seen.has(at)) for (const code of way.slice(way.indexOf(at))) onCircle.add(code);
  let depth = at === null ? -1 : (depths.get(at) ?? -1);
  for (const code of way.reverse()) depths.set(code, ++depth);
}
