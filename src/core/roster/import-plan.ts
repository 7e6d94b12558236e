import { type CaseTwin, caseTwins } from './case-twins.ts';
import { changesBetween } from './changes.ts';
import type { RosterColumn, RosterColumns } from './columns.ts';
import { codeOf, faultWithin, type RejectedRow, type RosterDraft, type RosterRow, readRow } from './row.ts';
import { remembering } from './tree.ts';
import { type Existing, type Refused, type Reject, rejectOrphans, rejectWaysUp } from './tree-faults.ts';
import { type Union, type UnionLevel, unionLevels } from './union.ts';

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
  rejectWaysUp(drafts, existing, reject, refused);
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
  rejectWaysUp(drafts, existing, reject);
  return rejected[0] ?? null;
}
