import type { Migration } from './migration.ts';

/** Extracts of the log for reports and their life. Lines are added with their event and never changed. */
export const reports: Migration = {
  version: 5,
  refold: true,
  sql: `
    -- Reports with their numbers. The frozen model lies in the event itself, where chain and backup reach it.
    CREATE TABLE issued (
      machine TEXT NOT NULL,
      seq INTEGER NOT NULL,
      union_code TEXT NOT NULL,
      stamp TEXT NOT NULL,
      campaign TEXT NOT NULL,
      year TEXT NOT NULL,
      number TEXT NOT NULL,
      symbol TEXT NOT NULL,
      issued_on TEXT NOT NULL,
      signer TEXT NOT NULL,
      as_of INTEGER NOT NULL,
      made_at INTEGER NOT NULL,
      replaces_machine TEXT,
      replaces_seq INTEGER,
      facts TEXT NOT NULL,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      operator TEXT,
      PRIMARY KEY (machine, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX issued_union ON issued (union_code, year);

    CREATE TABLE moved (
      report_machine TEXT NOT NULL,
      report_seq INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sent', 'approved', 'locked')),
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      day TEXT NOT NULL,
      note TEXT,
      operator TEXT,
      PRIMARY KEY (report_machine, report_seq, state, stamp, machine)
    ) STRICT, WITHOUT ROWID;

    -- Reports that came in by another way, most of all on paper. day NULL: the note was taken back.
    CREATE TABLE received (
      union_code TEXT NOT NULL,
      campaign TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      day TEXT,
      symbol TEXT,
      note TEXT,
      facts TEXT NOT NULL,
      operator TEXT,
      PRIMARY KEY (union_code, campaign, stamp, machine)
    ) STRICT, WITHOUT ROWID;

    -- What offices set for their documents, part by part, as JSON. value NULL: back to the default.
    CREATE TABLE form (
      union_code TEXT NOT NULL,
      part TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      value TEXT,
      operator TEXT,
      PRIMARY KEY (union_code, part, stamp, machine)
    ) STRICT, WITHOUT ROWID;

    -- Which of two numbers the signer lets stand.
    CREATE TABLE chosen (
      union_code TEXT NOT NULL,
      campaign TEXT NOT NULL,
      figure TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      source TEXT CHECK (source IN ('counted', 'declared')),
      operator TEXT,
      PRIMARY KEY (union_code, campaign, figure, stamp, machine)
    ) STRICT, WITHOUT ROWID;

    -- Deadlines that a union was given for itself. day NULL: that of its level again.
    CREATE TABLE due (
      union_code TEXT NOT NULL,
      campaign TEXT NOT NULL,
      stamp TEXT NOT NULL,
      machine TEXT NOT NULL,
      day TEXT,
      operator TEXT,
      PRIMARY KEY (union_code, campaign, stamp, machine)
    ) STRICT, WITHOUT ROWID;
  `,
};
