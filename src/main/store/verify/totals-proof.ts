import type { Replay } from '../../../core/log/totals.ts';
import type { ReadableDb } from '../db.ts';
import { type Addition, ancestors, EVERYTHING, type TotalRow } from '../projections/totals.ts';
import type { OnFault } from './proof.ts';

type Key = Omit<Addition, 'amount'>;

const keyOf = ({ union, day, subject, code, detail, hour }: Key): string =>
  JSON.stringify([union ?? '', day, subject, code, detail, hour]);

/** Compares own totals with the replay, and subtree totals with the own totals summed up the tree. */
export function verifyTotals(db: ReadableDb, replay: Replay, onFault: OnFault): void {
  const own = new Map<string, number>();
  const tree = new Map<string, number>();
  const above = ancestors(db);
  const add = (change: Addition): void => {
    own.set(keyOf(change), change.amount);
    const unions = change.union === null ? ['', EVERYTHING] : [change.union, EVERYTHING, ...above(change.union)];
    for (const union of unions) {
      const at = keyOf({ ...change, union });
      tree.set(at, (tree.get(at) ?? 0) + change.amount);
    }
  };
  for (const change of replay.totals()) add(change);
  compare(db, own, tree, onFault);
  verifyCounted(db, replay, onFault);
}

/** Which unions have counted anyone, hours put together. */
function verifyCounted(db: ReadableDb, replay: Replay, onFault: OnFault): void {
  const sums = new Map<string, number>();
  for (const { union, subject, day, code, detail, amount } of replay.totals()) {
    if (union === null || subject !== 'tally') continue;
    const key = JSON.stringify([union, day, code, detail]);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  const counted = new Set([...sums].flatMap(([key, sum]) => (sum > 0 ? [(JSON.parse(key) as [string])[0]] : [])));
  const stored = db.prepare<[], string>('SELECT union_code FROM counted').pluck().all();
  for (const union of stored) if (!counted.delete(union)) onFault(`union ${union} is listed as counting`);
  for (const union of counted) onFault(`union ${union} is not listed as counting`);
}

function compare(db: ReadableDb, own: Map<string, number>, tree: Map<string, number>, onFault: OnFault): void {
  const rows = db
    .prepare<[], TotalRow & { union: string; hour: number }>(
      'SELECT union_code AS "union", day, subject, code, detail, hour, own, tree FROM total',
    )
    .iterate();
  for (const row of rows) {
    const at = keyOf(row);
    if (row.own !== (own.get(at) ?? 0))
      onFault(`union ${row.union}, ${row.day}, ${row.code}: own total ${row.own}, the log says ${own.get(at) ?? 0}`);
    if (row.tree !== (tree.get(at) ?? 0))
      onFault(`union ${row.union}, ${row.day}, ${row.code}: total ${row.tree}, the log says ${tree.get(at) ?? 0}`);
    own.delete(at);
    tree.delete(at);
  }
  for (const [at, amount] of tree) if (amount !== 0) onFault(`total ${at} is missing; the log says ${amount}`);
}
