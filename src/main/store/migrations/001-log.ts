import type { Migration } from './migration.ts';

/** The log, the machines that wrote it, and the projections that are folded from it. */
export const log: Migration = {
  version: 1,
  sql: `
    -- One row a machine, by its public key.
    CREATE TABLE machine (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      public_key BLOB NOT NULL CHECK (length(public_key) = 32)
    ) STRICT;

    -- The truth. Rows are added, never changed, never removed. No index beside the key: every page that a tally
    -- touches is written and awaited, and the operator waits with it.
    CREATE TABLE event (
      machine INTEGER NOT NULL REFERENCES machine (id),
      seq INTEGER NOT NULL CHECK (seq >= 1),
      stamp TEXT NOT NULL,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL,
      union_code TEXT,
      body TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (machine, seq)
    ) STRICT, WITHOUT ROWID;

    -- Law 3, where nobody can forget it.
    CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is not edited'); END;
    CREATE TRIGGER event_never_leaves BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is not deleted'); END;

    -- Tallies taken back. The target may come later than its undo, so nothing refers to it.
    CREATE TABLE cancelled (
      machine TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (machine, seq)
    ) STRICT, WITHOUT ROWID;

    -- The roster. stamp and machine say which event set the row; the starting roster has the stamp of year 0.
    CREATE TABLE unit (
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      search TEXT NOT NULL,
      level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
      parent TEXT,
      province TEXT,
      workers INTEGER CHECK (workers >= 0),
      members INTEGER CHECK (members >= 0),
      smartphones INTEGER CHECK (smartphones >= 0),
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX unit_parent ON unit (parent);

    -- own: of the union's own events; tree: of its whole subtree, kept with every event, so that any total is one look-up.
    -- union_code is '' for what belongs to nobody.
    CREATE TABLE total (
      union_code TEXT NOT NULL,
      day TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (subject IN ('tally', 'check')),
      code TEXT NOT NULL,
      detail TEXT NOT NULL,
      own INTEGER NOT NULL,
      tree INTEGER NOT NULL,
      PRIMARY KEY (union_code, day, subject, code, detail)
    ) STRICT, WITHOUT ROWID;

    -- What this laptop remembers for itself: the chosen union, the latest ones. Not part of any count.
    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
