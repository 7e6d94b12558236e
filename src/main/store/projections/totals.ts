import type { Day } from '../../../core/base/day.ts';
import type { ReadableDb, WritableDb } from '../db.ts';

/** Rows of a union's whole subtree, hours summed up; `own` is the part that its own events made. */
export interface TotalRow {
  readonly day: Day;
  readonly subject: 'tally' | 'check';
  readonly code: string;
  readonly detail: string;
  readonly own: number;
  readonly tree: number;
}

/** A change of one total, for its union and everyone above. */
export interface Addition extends Omit<TotalRow, 'own' | 'tree'> {
  readonly union: string | null;
  readonly hour: number;
  readonly amount: number;
}

export interface Totals {
  /** Adds one change to its union and to every union above. */
  add(change: Addition): void;
  /** Takes a subtree's totals out of the unions above it, before they change. */
  leaveParent(code: string): void;
  /** Puts them under the unions that are above it now. */
  joinParent(code: string): void;
}

/** Stands for all unions together, also those that no roster knows yet. No code of a union may look like this. */
export const EVERYTHING = '*';

/** A union and everyone above it, each once: `rolls_to` has no circles, and UNION would end one all the same. */
const UPWARDS = `up (code) AS (
  VALUES (@union) UNION SELECT unit.rolls_to FROM up JOIN unit USING (code) WHERE unit.rolls_to IS NOT NULL
)`;

const PUT = `INSERT INTO total (union_code, day, subject, code, detail, hour, own, tree)`;
const OR_ADD = `ON CONFLICT DO UPDATE SET own = own + excluded.own, tree = tree + excluded.tree`;

interface HourRow extends TotalRow {
  readonly hour: number;
}

/**
 * Every total of every level is kept with each event: a tally touches its union and the few above it, and any
 * total is then one look-up however old the log grows.
 */
export function writeTotals(db: WritableDb): Totals {
  const one = db.prepare<[string, string, string, string, string, number, number]>(
    `${PUT} VALUES (?, ?, ?, ?, ?, ?, 0, ?) ${OR_ADD}`,
  );
  // The union, everyone above it, and EVERYTHING, in one step.
  const upwards = db.prepare<Addition & { union: string }>(
    `WITH RECURSIVE ${UPWARDS}
     ${PUT} SELECT code, @day, @subject, @code, @detail, @hour, iif(code = @union, @amount, 0), @amount
     FROM (SELECT code FROM up UNION ALL VALUES ('${EVERYTHING}')) WHERE TRUE ${OR_ADD}`,
  );
  const rows = db.prepare<[string], HourRow>(
    'SELECT day, subject, code, detail, hour, own, tree FROM total WHERE union_code = ? AND tree <> 0',
  );
  const note = noteCounted(db);
  const above = ancestors(db);
  const shift = (code: string, sign: 1 | -1) => {
    const subtree = rows.all(code);
    if (subtree.length === 0) return;
    for (const upper of above(code)) {
      for (const row of subtree) {
        one.run(upper, row.day, row.subject, row.code, row.detail, row.hour, sign * row.tree);
      }
    }
  };
  return {
    add: (change) => {
      upwards.run({ ...change, union: change.union ?? '' });
      if (change.subject === 'tally' && change.union !== null) note(change.union, change.amount);
    },
    leaveParent: (code) => shift(code, -1),
    joinParent: (code) => shift(code, 1),
  };
}

/** Keeps the list of unions that have counted anyone: what comes on top cannot take one off it. */
function noteCounted(db: WritableDb): (union: string, amount: number) => void {
  const put = db.prepare('INSERT INTO counted (union_code) VALUES (?) ON CONFLICT DO NOTHING');
  const remove = db.prepare('DELETE FROM counted WHERE union_code = ?');
  const counts = db.prepare<[string], 1>(
    `SELECT 1 FROM total WHERE union_code = ? AND subject = 'tally' GROUP BY day, code, detail HAVING sum(own) > 0 LIMIT 1`,
  );
  const listed = db.prepare<[string], 1>('SELECT 1 FROM counted WHERE union_code = ?');
  return (union, amount) => {
    if (amount > 0 && listed.get(union) !== undefined) return;
    if (counts.get(union) === undefined) remove.run(union);
    else put.run(union);
  };
}

/** Codes of the unions that a union's numbers roll up to, nearest first. */
export function ancestors(db: ReadableDb): (code: string) => string[] {
  const above = db
    .prepare<{ union: string }, string>(`WITH RECURSIVE ${UPWARDS} SELECT code FROM up WHERE code <> @union`)
    .pluck();
  return (union) => above.all({ union });
}

export interface TotalsReader {
  /** All lines of a union's subtree, or of `EVERYTHING`. */
  of(code: string): TotalRow[];
  /** Tallies of one day of a union's subtree by hour and outcome; hour -1 is for what has none. */
  hours(code: string, day: Day): { hour: number; code: string; amount: number }[];
  /** Whether anything stands for a union's subtree: counted or checked, and not taken back again. */
  any(code: string): boolean;
  /** What a union's own events made of one outcome and reason on one day. */
  own(union: string, day: Day, outcome: string, reason: string): number;
}

export function readTotals(db: ReadableDb): TotalsReader {
  const of = db.prepare<[string], TotalRow>(
    `SELECT day, subject, code, detail, sum(own) AS own, sum(tree) AS tree FROM total
     WHERE union_code = ? GROUP BY day, subject, code, detail`,
  );
  const hours = db.prepare<[string, Day], { hour: number; code: string; amount: number }>(
    `SELECT hour, code, sum(tree) AS amount FROM total
     WHERE union_code = ? AND day = ? AND subject = 'tally' GROUP BY hour, code HAVING amount <> 0`,
  );
  const any = db.prepare<[string], 1>(
    'SELECT 1 FROM total WHERE union_code = ? GROUP BY day, subject, code, detail HAVING sum(tree) <> 0 LIMIT 1',
  );
  const own = db
    .prepare<[string, Day, string, string], number>(
      `SELECT ifnull(sum(own), 0) FROM total
       WHERE union_code = ? AND day = ? AND subject = 'tally' AND code = ? AND detail = ?`,
    )
    .pluck();
  return {
    of: (code) => of.all(code),
    hours: (code, day) => hours.all(code, day),
    any: (code) => any.get(code) !== undefined,
    own: (...key) => own.get(...key) ?? 0,
  };
}
