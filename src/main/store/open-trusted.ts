import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../../core/base/clock.ts';
import { done, type Result } from '../../core/base/result.ts';
import type { EventRef } from '../../core/log/event.ts';
import type { Union } from '../../core/roster/union.ts';
import { backupFolderOf, listBackups } from './backup/backup.ts';
import {
  closeRecovery,
  isRecoveryCutOff,
  layBackup,
  type Recovery,
  salvage,
  setAsideFolder,
} from './backup/recover.ts';
import type { WritableDb } from './db.ts';
import { DOUBT } from './files.ts';
import { openHead, readHeadFile } from './log/head-file.ts';
import { readLastSeq } from './log/lines.ts';
import { isDoubted, type OpenFolder, openFolder } from './open.ts';
import { rebuildProjections } from './projections/rebuild.ts';
import { verifyLog } from './verify/verify-log.ts';

/**
 * Logs up to this size are replayed at every opening, well within the second. Larger ones are replayed by the backup
 * that every start makes; when that does not prove itself, the folder is doubted, and the next opening replays it.
 */
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
): Result<SoundFolder> {
  const opened = openFolder(folder);
  if (!opened.ok) {
    const { code } = opened.error;
    // A header that is not ours, in a folder where our backups lie, is our file with its beginning torn.
    const torn = code === 'data-damaged' || (code === 'data-foreign' && listBackups(backupFolderOf(folder)).length > 0);
    return torn ? recover(folder, clock, startingRoster) : opened;
  }
  const { db } = opened.value;
  const state = stateOf(db, isDoubted(folder));
  if (state === 'damaged' || isRecoveryCutOff(folder) || endIsMissing(db, readHeadFile(folder))) {
    db.close();
    return recover(folder, clock, startingRoster);
  }
  if (state === 'totals') {
    rebuildProjections(db, startingRoster);
    if (stateOf(db, true) !== 'sound') {
      db.close();
      return recover(folder, clock, startingRoster);
    }
    believe(folder);
    return done({ ...opened.value, recovery: 'rebuilt' });
  }
  believe(folder);
  return done({ ...opened.value, recovery: null });
}

/** Whether log and totals hold together; a file that cannot be read to its end is damaged. */
function stateOf(db: WritableDb, doubted: boolean): 'sound' | 'totals' | 'damaged' {
  try {
    if (!doubted && eventsOf(db) > REPLAYED_AT_ONCE) return 'sound';
    const { logHolds, chainsHold } = verifyLog(db);
    return logHolds ? 'sound' : chainsHold ? 'totals' : 'damaged';
  } catch (error) {
    if (error instanceof Database.SqliteError) return 'damaged';
    throw error;
  }
}

/** Numbers run without gaps, so the last of each machine says how many there are: nothing grows with the log. */
function eventsOf(db: WritableDb): number {
  const lastSeq = readLastSeq(db);
  const machines = db.prepare<[], string>('SELECT name FROM machine').pluck().all();
  return machines.reduce((sum, machine) => sum + lastSeq(machine), 0);
}

/** The mark goes once the folder has been looked at as a whole, or was set aside. */
const believe = (folder: string): void => rmSync(path.join(folder, DOUBT), { force: true });

/**
 * Whether the log ends before what was acknowledged, or nobody can say: SQLite drops the unreadable end of a
 * write-ahead log without a word, and only the head file knows.
 */
function endIsMissing(db: WritableDb, head: EventRef | null | 'damaged'): boolean {
  if (head !== null && head !== 'damaged') return head.seq > readLastSeq(db)(head.machine);
  return head === 'damaged' || db.prepare('SELECT 1 FROM event LIMIT 1').get() !== undefined;
}

function recover(folder: string, clock: Pick<Clock, 'wall'>, startingRoster: readonly Union[]): Result<SoundFolder> {
  const head = readHeadFile(folder);
  const setAside = setAsideFolder(folder, clock.wall());
  const backup = layBackup(folder, setAside);
  const opened = openFolder(folder);
  if (!opened.ok) return opened;
  const { db } = opened.value;
  const { salvaged, gaps } = salvage(db, folder, startingRoster, head);
  // The events proved themselves one by one; the totals are folded from them anew.
  rebuildProjections(db, startingRoster);
  const file = openHead(folder);
  file.note({ machine: opened.value.machine.name, seq: 0 });
  file.close();
  closeRecovery(folder);
  believe(folder);
  return done({ ...opened.value, recovery: { setAside, backup, salvaged, gaps } });
}
