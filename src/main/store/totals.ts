import type { Day } from '../../core/day.ts';
import type { Change } from '../../core/projection.ts';
import type { ReadableDb, WritableDb } from './db.ts';

/** Rows of a union's whole subtree; `own` is the part that its own events made. */
export interface TotalRow {
  readonly day: Day;
  readonly subject: Change['subject'];
  readonly code: string;
  readonly detail: string;
  readonly own: number;
  readonly tree: number;
}

export interface Totals {
  /** Adds one change to its union and to every union above. */
  add(change: Change): void;
  /** Takes a subtree's totals out of the unions above it, before its parent changes. */
  leaveParent(code: string): void;
  /** Puts them under the unions that are above it now. */
  joinParent(code: string): void;
}

/** Stands for all unions together, also those that no roster knows yet. No code of a union may look like this. */
export const EVERYTHING = '*';

/** A union and everyone above it, each once: UNION ends a circle that two machines' rosters may make together. */
const UPWARDS = `up (code) AS (
  VALUES (@union) UNION SELECT unit.parent FROM up JOIN unit USING (code) WHERE unit.parent IS NOT NULL
)`;

const PUT = `INSERT INTO total (union_code, day, subject, code, detail, own, tree)`;
const OR_ADD = `ON CONFLICT DO UPDATE SET own = own + excluded.own, tree = tree + excluded.tree`;

/**
 * Every total of every level is kept with each event: a tally touches its union and the few above it, and any
 * total is then one look-up however old the log grows.
 */
export function writeTotals(db: WritableDb): Totals {
  const one = db.prepare<[string, string, string, string, string, number, number]>(
    `${PUT} VALUES (?, ?, ?, ?, ?, ?, ?) ${OR_ADD}`,
  );
  // The union, everyone above it, and EVERYTHING, in one step.
  const upwards = db.prepare<{
    union: string;
    day: string;
    subject: string;
    code: string;
    detail: string;
    amount: number;
  }>(
    `WITH RECURSIVE ${UPWARDS}
     ${PUT} SELECT code, @day, @subject, @code, @detail, iif(code = @union, @amount, 0), @amount
     FROM (SELECT code FROM up UNION ALL VALUES ('${EVERYTHING}')) WHERE TRUE ${OR_ADD}`,
  );
  const rows = db.prepare<[string], TotalRow>(
    'SELECT day, subject, code, detail, own, tree FROM total WHERE union_code = ? AND tree <> 0',
  );
  const above = ancestors(db);
  const shift = (code: string, sign: 1 | -1) => {
    const subtree = rows.all(code);
    if (subtree.length === 0) return;
    for (const upper of above(code)) {
      for (const row of subtree) one.run(upper, row.day, row.subject, row.code, row.detail, 0, sign * row.tree);
    }
  };
  return {
    add: (change) => void upwards.run({ ...change, union: change.union ?? '' }),
    leaveParent: (code) => shift(code, -1),
    joinParent: (code) => shift(code, 1),
  };
}

/** Codes above a union, nearest first. */
export function ancestors(db: ReadableDb): (code: string) => string[] {
  const above = db
    .prepare<{ union: string }, string>(`WITH RECURSIVE ${UPWARDS} SELECT code FROM up WHERE code <> @union`)
    .pluck();
  return (union) => above.all({ union });
}

export interface TotalsReader {
  /** All lines of a union's subtree, or of `EVERYTHING`. */
  of(code: string): TotalRow[];
}

export function readTotals(db: ReadableDb): TotalsReader {
  const of = db.prepare<[string], TotalRow>(
    'SELECT day, subject, code, detail, own, tree FROM total WHERE union_code = ? ORDER BY day',
  );
  return { of: (code) => of.all(code) };
}
