import type { Migration } from './migration.ts';

/** The roster through its life: validity, successors, cooperation, who set a row, former names, and a search index. */
export const roster: Migration = {
  version: 3,
  refold: true,
  sql: `
    ALTER TABLE unit ADD COLUMN valid_from TEXT;
    ALTER TABLE unit ADD COLUMN valid_to TEXT;
    ALTER TABLE unit ADD COLUMN successor TEXT;
    -- Listed for cooperation only; owner is the one union that its numbers roll up to.
    ALTER TABLE unit ADD COLUMN coordinated INTEGER NOT NULL DEFAULT 0 CHECK (coordinated IN (0, 1));
    ALTER TABLE unit ADD COLUMN owner TEXT;
    -- 1: set by a person here, not by a file. file_time: when that file was saved, seconds since the epoch.
    ALTER TABLE unit ADD COLUMN by_person INTEGER NOT NULL DEFAULT 0 CHECK (by_person IN (0, 1));
    ALTER TABLE unit ADD COLUMN file_time INTEGER;
    -- Where the numbers of this union roll up to, circles cut open. A function of the rows above, kept with them.
    ALTER TABLE unit ADD COLUMN rolls_to TEXT;
    -- Its document in unit_search: level, then order of arrival, so that the index answers in the order wanted.
    ALTER TABLE unit ADD COLUMN doc INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE unit DROP COLUMN search;
    CREATE INDEX unit_rolls_to ON unit (rolls_to);
    CREATE INDEX unit_owner ON unit (owner) WHERE owner IS NOT NULL;
    CREATE INDEX unit_successor ON unit (successor) WHERE successor IS NOT NULL;
    CREATE INDEX unit_level ON unit (level, code);
    CREATE INDEX unit_doc ON unit (doc);

    -- Every name that a union has had: old papers are still looked for by them.
    CREATE TABLE unit_alias (
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (code, name)
    ) STRICT, WITHOUT ROWID;

    -- Only an index: its content is made from unit and unit_alias, and can be made again.
    CREATE VIRTUAL TABLE unit_search USING fts5 (
      text, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
    );
  `,
};
