import Database from 'better-sqlite3';
import { migrate } from '../../src/main/store/migrations/index.ts';

/** Turns a database file into what version 5 would have written for the same log: lines by machine and sequence. */
export function asVersion5(file: string): void {
  const db = new Database(file);
  const before = new Database(':memory:');
  migrate(before, 5);
  const [table, ...triggers] = before
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE tbl_name = 'event' AND sql IS NOT NULL ORDER BY type`)
    .pluck()
    .all();
  before.close();
  db.transaction(() => {
    db.exec(`DROP TRIGGER event_never_changes; DROP TRIGGER event_never_leaves;
      ALTER TABLE event RENAME TO event_by_id; ${table};
      INSERT INTO event SELECT machine, seq, stamp, kind, version, union_code, body, hash FROM event_by_id;
      DROP TABLE event_by_id; ${triggers.join(';')}`);
    db.pragma('user_version = 5');
  })();
  db.exec('VACUUM');
  db.close();
}
