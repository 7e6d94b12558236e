import type { Migration } from './migration.ts';

/** Totals by hour, and which unions have counted anyone. */
export const hours: Migration = {
  version: 2,
  refold: true,
  sql: `
    DROP TABLE total;
    -- own: of the union's own events; tree: of its whole subtree, kept with every event, so that any total is one look-up.
    -- union_code is '' for what belongs to nobody. The hour stands last in the key: all hours of a day share a page,
    -- so a tally still touches no more pages. hour is -1 for what was not counted as it happened.
    CREATE TABLE total (
      union_code TEXT NOT NULL,
      day TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (subject IN ('tally', 'check')),
      code TEXT NOT NULL,
      detail TEXT NOT NULL,
      hour INTEGER NOT NULL CHECK (hour BETWEEN -1 AND 23),
      own INTEGER NOT NULL,
      tree INTEGER NOT NULL,
      PRIMARY KEY (union_code, day, subject, code, detail, hour)
    ) STRICT, WITHOUT ROWID;

    -- Unions whose own tallies come to more than nothing.
    CREATE TABLE counted (
      union_code TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
  `,
};
