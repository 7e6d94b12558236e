import path from 'node:path';
import Database from 'better-sqlite3';

/** What the kit's tally is held against: the same row, put on disk by better-sqlite3 alone, with the same pragmas. */
export interface Bare {
  insert(body: object): void;
  close(): void;
}

/** A bare log in a folder: no chain, no totals, no trigger, one table. */
export function openBare(folder: string): Bare {
  const db = new Database(path.join(folder, 'bare.sqlite'));
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = MEMORY');
  db.exec(`CREATE TABLE event (id INTEGER PRIMARY KEY, stamp TEXT, kind TEXT, version INTEGER, union_code TEXT,
    body TEXT, hash BLOB) STRICT`);
  const insert = db.prepare(`INSERT INTO event VALUES (?, ?, 'tally', 1, 'C1', ?, ?)`);
  const hash = Buffer.alloc(32, 7);
  let id = 0;
  return {
    insert: (body) => void insert.run(++id, `${new Date().toISOString()}-0000`, JSON.stringify(body), hash),
    close: () => db.close(),
  };
}
