import { eventId, LAST_SEQ, machineIn, seqIn } from '../log/event-id.ts';
import type { Migration } from './migration.ts';

/**
 * The log under one integer instead of a pair: a twelfth less space, and fewer pages to write and wait for. The
 * lines themselves, and so their chains, stay as they are. What the old table leaves empty in the file, new lines
 * fill; giving it back to the disk would take a VACUUM, which no transaction can hold.
 */
export const eventIds: Migration = {
  version: 6,
  sql: `
    DROP TRIGGER IF EXISTS event_never_changes;
    DROP TRIGGER IF EXISTS event_never_leaves;
    ALTER TABLE event RENAME TO event_by_pair;

    -- The truth, as before: rows are added, never changed, never removed. machine and seq take no space, they are read
    -- out of id. The reference costs nothing that could be measured beside an insert (the few machines share a page
    -- that is always in memory), and keeps lines from standing where no reader would meet them.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN ${eventId('1', '1')} AND ${Number.MAX_SAFE_INTEGER}),
      stamp TEXT NOT NULL,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL,
      union_code TEXT,
      body TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      machine INTEGER NOT NULL GENERATED ALWAYS AS (${machineIn('id')}) VIRTUAL REFERENCES machine (id),
      seq INTEGER NOT NULL GENERATED ALWAYS AS (${seqIn('id')}) VIRTUAL CHECK (seq >= 1)
    ) STRICT;
    -- A number that no program wrote may not pass for another machine's: 0 breaks the rule on id.
    INSERT INTO event (id, stamp, kind, version, union_code, body, hash)
      SELECT iif(machine >= 1 AND seq BETWEEN 1 AND ${LAST_SEQ}, ${eventId('machine', 'seq')}, 0),
        stamp, kind, version, union_code, body, hash
      FROM event_by_pair ORDER BY machine, seq;
    DROP TABLE event_by_pair;

    CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is not edited'); END;
    CREATE TRIGGER event_never_leaves BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is not deleted'); END;
  `,
};
