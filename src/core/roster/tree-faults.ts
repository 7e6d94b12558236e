import type { RejectedRow, RosterDraft, RowFault } from './row.ts';
import { sendsTo } from './tree.ts';
import { DEPTH_MAX, type Union } from './union.ts';

export type Existing = (code: string) => Union | null;
/** Rows that were refused, by the code that they were meant for: what leans on them must hear which row that was. */
export type Refused = Map<string, number>;
export type Reject = (row: number, fault: RowFault, detail?: RejectedRow['detail']) => void;

const leans = [
  { field: 'parent', nowhere: 'parent-missing', refused: 'parent-refused' },
  { field: 'successor', nowhere: 'successor-missing', refused: 'successor-refused' },
  { field: 'owner', nowhere: 'owner-missing', refused: 'owner-refused' },
] as const;

/** Takes out rows that name a union which is nowhere, and then the rows that lean on those. */
export function rejectOrphans(
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
export function rejectWaysUp(
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
