import type { Migration } from './migration.ts';

/** Extracts of the log by topic. Lines are added with their event and never changed; the latest stamp stands. */
export const topics: Migration = {
  version: 4,
  refold: true,
  sql: `
    -- What unions declare of themselves, every version. value and text both NULL: taken back, not reported.
    CREATE TABLE declared (
      topic TEXT NOT NULL CHECK (topic IN ('figure', 'quantity', 'people', 'text')),
      key TEXT NOT NULL,
      union_code TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      seq INTEGER NOT NULL,
      value INTEGER,
      text TEXT,
      note TEXT,
      operator TEXT,
      PRIMARY KEY (topic, key, union_code, stamp, machine)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX declared_union ON declared (union_code);

    -- Warnings that somebody took upon themselves, with the reason.
    CREATE TABLE accepted (
      union_code TEXT NOT NULL,
      rule TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      facts TEXT NOT NULL,
      why TEXT NOT NULL,
      operator TEXT,
      PRIMARY KEY (union_code, rule, stamp, machine)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE booth (
      code TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      name TEXT NOT NULL,
      place TEXT NOT NULL,
      union_code TEXT NOT NULL,
      PRIMARY KEY (code, stamp, machine)
    ) STRICT, WITHOUT ROWID;

    -- Openings and closings of a booth's day, with the count of the kit and the count by hand.
    CREATE TABLE shift (
      booth TEXT NOT NULL,
      day TEXT NOT NULL,
      machine TEXT NOT NULL,
      seq INTEGER NOT NULL,
      phase TEXT NOT NULL CHECK (phase IN ('open', 'close')),
      stamp TEXT NOT NULL,
      kit INTEGER NOT NULL,
      hand INTEGER,
      note TEXT,
      operators TEXT NOT NULL,
      operator TEXT,
      PRIMARY KEY (booth, day, machine, seq)
    ) STRICT, WITHOUT ROWID;

    -- Which tally stands on which radio check.
    CREATE TABLE attached (
      check_machine TEXT NOT NULL,
      check_seq INTEGER NOT NULL,
      machine TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (check_machine, check_seq, machine, seq)
    ) STRICT, WITHOUT ROWID;
  `,
};
