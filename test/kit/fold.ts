import Database from 'better-sqlite3';
import type { LogEvent } from '../../src/core/log/event.ts';
import { logTables, tableNames } from '../../src/core/log/tables.ts';
import { Replay } from '../../src/core/log/totals.ts';
import type { Union } from '../../src/core/roster/union.ts';
import { INSERT_EVENT } from '../../src/main/store/log/lines.ts';
import { migrate } from '../../src/main/store/migrations/index.ts';
import { projector } from '../../src/main/store/projections/projector.ts';
import { layRoster } from '../../src/main/store/projections/rebuild.ts';
import { RosterProof } from '../../src/main/store/verify/roster-proof.ts';
import { TableProof } from '../../src/main/store/verify/table-proof.ts';
import { verifyTotals } from '../../src/main/store/verify/totals-proof.ts';

export interface Folded {
  /** Everything that the projections say, as comparable text. */
  readonly says: Readonly<Record<string, readonly string[]>>;
  /** What an independent replay of the same events does not agree with. */
  readonly faults: readonly string[];
}

/** Folds events into the stored projections, in exactly this order: as exchange between machines brings them. */
export function foldInOrder(events: readonly LogEvent[], start: readonly Union[]): Folded {
  const db = new Database(':memory:');
  migrate(db);
  layRoster(db, start);
  const machines = [...new Set(events.map(({ machine }) => machine))].sort();
  for (const name of machines) db.prepare('INSERT INTO machine (name, public_key) VALUES (?, zeroblob(32))').run(name);
  const idOf = db.prepare('SELECT id FROM machine WHERE name = ?').pluck();
  const insert = db.prepare(INSERT_EVENT);
  const project = projector(db);
  const replay = new Replay();
  const roster = new RosterProof();
  const tableProof = new TableProof();
  db.transaction(() => {
    for (const event of events) {
      const { machine, seq, stamp, kind, version, union, body } = event;
      insert.run(idOf.get(machine), seq, stamp, kind, version, union, JSON.stringify(body), Buffer.alloc(32));
      project(event);
      replay.take(event);
      roster.take(event);
      tableProof.take(event);
    }
  })();
  const faults: string[] = [];
  const report = (fault: string): void => void faults.push(fault);
  verifyTotals(db, replay, report);
  roster.compare(db, report);
  tableProof.compare(db, report);
  const rows = (sql: string): string[] =>
    db
      .prepare(sql)
      .raw()
      .all()
      .map((row) => JSON.stringify(row))
      .sort();
  const says = {
    totals: rows('SELECT * FROM total WHERE own <> 0 OR tree <> 0'),
    counted: rows('SELECT * FROM counted'),
    roster: rows(
      `SELECT code, name, level, parent, workers, valid_to, successor, coordinated, owner, rolls_to, stamp, machine FROM unit`,
    ),
    names: rows('SELECT a.code, a.name FROM unit_alias a JOIN unit u USING (code) WHERE a.name <> u.name'),
    ...Object.fromEntries(
      tableNames.map((table) => [table, rows(`SELECT ${logTables[table].join(', ')} FROM ${table}`)]),
    ),
  };
  db.close();
  return { says, faults };
}
