import { firstStamp } from '../../core/clock.ts';
import { type Change, Replay } from '../../core/projection.ts';
import type { ReadableDb } from './db.ts';
import { chainHash } from './log.ts';
import { isLine, readLog } from './rows.ts';
import { ancestors, EVERYTHING } from './totals.ts';

export interface Verification {
  readonly ok: boolean;
  /** Whether at least the log itself is whole: then every total can be folded anew. */
  readonly chainsHold: boolean;
  readonly events: number;
  readonly machines: number;
  /** What does not agree, in short English sentences for the person who is called to help. At most 100. */
  readonly faults: readonly string[];
}

const FAULTS_MAX = 100;

/** Replays the whole log against every chain and every stored total, without changing anything. */
export function verifyLog(db: ReadableDb): Verification {
  const faults: string[] = [];
  const replay = new Replay();
  const events = verifyChains(db, replay, (fault) => faults.push(fault));
  const chainsHold = faults.length === 0;
  verifyTotals(db, replay, (fault) => faults.push(fault));
  const machines = db.prepare<[], { n: number }>('SELECT count(DISTINCT machine) AS n FROM event').get()?.n ?? 0;
  return { ok: faults.length === 0, chainsHold, events, machines, faults: faults.slice(0, FAULTS_MAX) };
}

type Report = (fault: string) => void;

function verifyChains(db: ReadableDb, replay: Replay, report: Report): number {
  const ends = new Map<string, { seq: number; stamp: string; hash: Buffer }>();
  let events = 0;
  for (const line of readLog(db)) {
    events++;
    const before = ends.get(line.machine) ?? { seq: 0, stamp: firstStamp, hash: Buffer.alloc(32) };
    if (line.seq !== before.seq + 1)
      report(`machine ${line.machine}: events ${before.seq + 1}–${line.seq - 1} are missing`);
    else if (!isLine(line) || !chainHash(line, before.hash).equals(line.hash))
      report(`machine ${line.machine}: event ${line.seq} was changed`);
    if (line.stamp <= before.stamp) report(`machine ${line.machine}: event ${line.seq} is out of order`);
    ends.set(line.machine, { seq: line.seq, stamp: line.stamp, hash: line.hash });
    if (line.event !== null) replay.take(line.event);
  }
  return events;
}

/** Asks once for each union: thousands of totals share the same way up. */
function remembered(ask: (code: string) => string[]): (code: string) => string[] {
  const answers = new Map<string, string[]>();
  return (code) => {
    const answer = answers.get(code) ?? ask(code);
    answers.set(code, answer);
    return answer;
  };
}

/** Compares own totals with the replay, and subtree totals with the own totals summed up the tree. */
function verifyTotals(db: ReadableDb, replay: Replay, report: Report): void {
  const key = (change: Omit<Change, 'amount'>) =>
    JSON.stringify([change.union ?? '', change.day, change.subject, change.code, change.detail]);
  const own = new Map<string, number>();
  const tree = new Map<string, number>();
  const above = remembered(ancestors(db));
  for (const change of replay.totals()) {
    own.set(key(change), change.amount);
    const unions = change.union === null ? ['', EVERYTHING] : [change.union, EVERYTHING, ...above(change.union)];
    for (const union of unions) {
      const at = key({ ...change, union });
      tree.set(at, (tree.get(at) ?? 0) + change.amount);
    }
  }
  type Row = {
    union: string;
    day: string;
    subject: Change['subject'];
    code: string;
    detail: string;
    own: number;
    tree: number;
  };
  const rows = db
    .prepare<[], Row>('SELECT union_code AS "union", day, subject, code, detail, own, tree FROM total')
    .iterate();
  for (const row of rows) {
    const at = key(row);
    if (row.own !== (own.get(at) ?? 0))
      report(`union ${row.union}, ${row.day}, ${row.code}: own total ${row.own}, the log says ${own.get(at) ?? 0}`);
    if (row.tree !== (tree.get(at) ?? 0))
      report(`union ${row.union}, ${row.day}, ${row.code}: total ${row.tree}, the log says ${tree.get(at) ?? 0}`);
    own.delete(at);
    tree.delete(at);
  }
  for (const [at, amount] of tree) if (amount !== 0) report(`total ${at} is missing; the log says ${amount}`);
}
