import Database from 'better-sqlite3';
import type { Clock } from '../../core/clock.ts';
import type { EventRef } from '../../core/event.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { Union } from '../../core/union.ts';
import { backupFolderOf, listBackups } from './backup.ts';
import type { WritableDb } from './db.ts';
import { openHead, readHeadFile } from './head.ts';
import { type OpenFolder, openFolder } from './open.ts';
import { rebuildProjections } from './rebuild.ts';
import { layBackup, type Recovery, salvage, setAsideFolder } from './recover.ts';
import { verifyLog } from './verify.ts';

/** Logs up to this size are replayed at every opening, well within the second; larger ones with their next backup. */
const REPLAYED_AT_ONCE = 30_000;

export interface SoundFolder extends OpenFolder {
  /** What had to be done before this folder could be trusted; `null` when nothing. */
  readonly recovery: Recovery | 'rebuilt' | null;
}

/**
 * Opens the data folder in a state that can be trusted: exact, or with every gap named. A damaged database is set
 * aside, the last proven backup laid in its place, and all that can still be proved is read back into it.
 */
export function openSound(
  folder: string,
  clock: Pick<Clock, 'wall'>,
  startingRoster: readonly Union[],
): Outcome<SoundFolder> {
  const opened = openFolder(folder);
  if (!opened.ok) {
    const { code } = opened.error;
    // A header that is not ours, in a folder where our backups lie, is our file with its beginning torn.
    const torn = code === 'data-damaged' || (code === 'data-foreign' && listBackups(backupFolderOf(folder)).length > 0);
    return torn ? recover(folder, clock, startingRoster) : opened;
  }
  const { db } = opened.value;
  const state = stateOf(db);
  if (state === 'damaged' || endIsMissing(db, readHeadFile(folder))) {
    db.close();
    return recover(folder, clock, startingRoster);
  }
  if (state === 'totals') {
    rebuildProjections(db, startingRoster);
    if (stateOf(db) !== 'sound') {
      db.close();
      return recover(folder, clock, startingRoster);
    }
    return done({ ...opened.value, recovery: 'rebuilt' });
  }
  return done({ ...opened.value, recovery: null });
}

/** Whether log and totals hold together; a file that cannot be read to its end is damaged. */
function stateOf(db: WritableDb): 'sound' | 'totals' | 'damaged' {
  try {
    const events = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
    if (events > REPLAYED_AT_ONCE) return 'sound';
    const { logHolds, chainsHold } = verifyLog(db);
    return logHolds ? 'sound' : chainsHold ? 'totals' : 'damaged';
  } catch (error) {
    if (error instanceof Database.SqliteError) return 'damaged';
    throw error;
  }
}

/**
 * Whether the log ends before what was acknowledged, or nobody can say: SQLite drops the unreadable end of a
 * write-ahead log without a word, and only the head file knows.
 */
function endIsMissing(db: WritableDb, head: EventRef | null | 'damaged'): boolean {
  if (head !== null && head !== 'damaged') return head.seq > lastSeq(db, head.machine);
  return head === 'damaged' || db.prepare('SELECT 1 FROM event LIMIT 1').get() !== undefined;
}

const lastSeq = (db: WritableDb, machine: string): number =>
  db
    .prepare<[string], number>(
      'SELECT ifnull(max(seq), 0) FROM event WHERE machine = (SELECT id FROM machine WHERE name = ?)',
    )
    .pluck()
    .get(machine) ?? 0;

function recover(folder: string, clock: Pick<Clock, 'wall'>, startingRoster: readonly Union[]): Outcome<SoundFolder> {
  const head = readHeadFile(folder);
  const setAside = setAsideFolder(folder, clock.wall());
  const backup = layBackup(folder, setAside);
  const opened = openFolder(folder);
  if (!opened.ok) return opened;
  const { db } = opened.value;
  const { salvaged, gaps } = salvage(db, folder, setAside, startingRoster, head);
  // The events proved themselves one by one; the totals are folded from them anew.
  rebuildProjections(db, startingRoster);
  const file = openHead(folder);
  file.note({ machine: opened.value.machine.name, seq: 0 });
  file.close();
  return done({ ...opened.value, recovery: { setAside, backup, salvaged, gaps } });
}
