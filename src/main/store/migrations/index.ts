import { firstStamp } from '../../../core/base/clock.ts';
import type { WritableDb } from '../db.ts';
import { rebuildProjections } from '../projections/rebuild.ts';
import { eachUnit } from '../projections/units.ts';
import { log } from './001-log.ts';
import { hours } from './002-hours.ts';
import { roster } from './003-roster.ts';
import { topics } from './004-topics.ts';
import { reports } from './005-reports.ts';
import { eventIds } from './006-event-id.ts';
import type { Migration } from './migration.ts';

const migrations: readonly Migration[] = [log, hours, roster, topics, reports, eventIds];

/** The version that this program writes; a file above it was made by a newer one. */
export const currentVersion: number = migrations.at(-1)?.version ?? 0;

export const versionOf = (db: WritableDb): number => Number(db.pragma('user_version', { simple: true }));

/** Stands in the settings while projections wait to be folded anew: a cut between steps forgets nothing. */
const REFOLD = 'refold';

/** Brings a file up to `upTo`, each step in a transaction of its own: a cut between steps leaves a whole version. */
export function migrate(db: WritableDb, upTo: number = currentVersion): void {
  for (const migration of migrations) {
    if (migration.version <= versionOf(db) || migration.version > upTo) continue;
    db.transaction(() => {
      db.exec(migration.sql);
      if (migration.refold) db.prepare('INSERT INTO setting VALUES (?, 1) ON CONFLICT DO NOTHING').run(REFOLD);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
  if (versionOf(db) === currentVersion) refoldIfAsked(db);
}

function refoldIfAsked(db: WritableDb): void {
  if (db.prepare('SELECT 1 FROM setting WHERE name = ?').get(REFOLD) === undefined) return;
  db.transaction(() => {
    // Rows of the starting roster come from no event; those that an event has set since, the log sets again.
    const start = [...eachUnit(db)].flatMap(({ union, stamp }) => (stamp === firstStamp ? [union] : []));
    rebuildProjections(db, start);
    db.prepare('DELETE FROM setting WHERE name = ?').run(REFOLD);
  }).immediate();
}
