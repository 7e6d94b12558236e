import type { Union } from '../../../core/roster/union.ts';
import type { WritableDb } from '../db.ts';
import { readLog } from '../log/lines.ts';
import { projectionTables, projector } from './projector.ts';
import { writeTotals } from './totals.ts';
import { byStart } from './units.ts';
import { writeUnits } from './units-write.ts';

/** Lays the starting roster; rows of it give way to any event. */
export function layRoster(db: WritableDb, startingRoster: readonly Union[]): void {
  const put = writeUnits(db, writeTotals(db));
  for (const union of startingRoster) put(union, byStart);
}

/** Folds every projection anew from the log, in one transaction: either all of it stands, or what stood before. */
export function rebuildProjections(db: WritableDb, startingRoster: readonly Union[]): void {
  db.transaction(() => {
    for (const table of projectionTables) db.exec(`DELETE FROM ${table}`);
    layRoster(db, startingRoster);
    const project = projector(db);
    // Read out first: a statement may not write while it is still reading the same tables.
    for (const { event } of [...readLog(db)]) if (event !== null) project(event);
  }).immediate();
}
