import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Result } from '../../core/base/result.ts';
import { makeFolder } from '../files/folder.ts';
import type { WritableDb } from './db.ts';
import { guarded } from './errors.ts';
import { DATABASE, DOUBT } from './files.ts';
import { type Machine, machineKey } from './log/machine-key.ts';
import { currentVersion, migrate, versionOf } from './migrations/index.ts';

export interface OpenFolder {
  readonly folder: string;
  readonly db: WritableDb;
  readonly machine: Machine;
}

/** "TBzK" in the file's header says that the file is ours (SQLite file format §1.3, offset 68). */
const APPLICATION_ID = 0x54427a4b;
/** How long another program, such as a virus scanner, may hold the file before it counts as in use. */
const BUSY_MS = 1_500;
/** Every page of a file up to this size, in bytes, is looked at while it is opened: about half a second on a slow disk. */
const LOOKED_AT_WHOLE = 48_000_000;

/**
 * Opens the data folder for this program alone, making it where there is none. Whatever it refuses (read-only,
 * full, newer, foreign, in use, damaged) it leaves as it was.
 */
export function openFolder(folder: string): Result<OpenFolder> {
  return guarded(folder, () => {
    makeFolder(folder);
    const file = path.join(folder, DATABASE);
    // SQLite would meet a write-protected file only half way through taking its lock, and name a disk error.
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
    const refused = refuseByHeader(file, folder);
    if (refused !== null) return refused;
    const isNew = !existsSync(file);
    const db = new Database(file, { timeout: BUSY_MS });
    try {
      const ready = prepare(db, folder, isNew);
      if (!ready.ok) {
        db.close();
        return ready;
      }
      const machine = machineKey(folder);
      enrol(db, machine);
      return done({ folder, db, machine });
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Reads the header without SQLite, so that a file we refuse is not touched by a single byte. */
function refuseByHeader(file: string, folder: string): Result<never> | null {
  if (!existsSync(file)) return null;
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, header, 0, 100, 0);
    // Empty: made by a start that was cut off before its first page; SQLite takes it as new.
    if (length === 0) return null;
    if (length < 100 || !header.toString('latin1', 0, 15).startsWith('SQLite format 3')) {
      return failed('data-foreign', { folder, file: DATABASE });
    }
  } finally {
    closeSync(handle);
  }
  const version = header.readUInt32BE(60);
  if (version > currentVersion) return failed('data-newer', { folder, version, known: currentVersion });
  const application = header.readUInt32BE(68);
  return application === APPLICATION_ID || (application === 0 && version === 0)
    ? null
    : failed('data-foreign', { folder, file: DATABASE });
}

function prepare(db: WritableDb, folder: string, isNew: boolean): Result<void> {
  // Exclusive: a second program meets "in use" at its first read, and the lock goes with the process however it ends.
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  // A tally that was acknowledged survives a pulled plug: every commit waits for the disk.
  db.pragma('synchronous = FULL');
  db.pragma('checkpoint_fullfsync = ON');
  // The copy of a page that a many-row statement keeps for itself has no business on a disk that may be full.
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  db.pragma('foreign_keys = ON');
  // Takes the lock now and finds out whether the folder can be written at all.
  db.exec('BEGIN IMMEDIATE; COMMIT');
  const version = versionOf(db);
  if (version > currentVersion) return failed('data-newer', { folder, version, known: currentVersion });
  if (version > 0 && (isDoubted(folder) || statSync(path.join(folder, DATABASE)).size <= LOOKED_AT_WHOLE)) {
    const [fault] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (fault?.quick_check !== 'ok') return failed('data-damaged', { folder });
  }
  if (isNew || version === 0) db.pragma(`application_id = ${APPLICATION_ID}`);
  return migrated(db) ? done(undefined) : failed('data-damaged', { folder });
}

/** Brings the file up to date; `false` where it holds what no program ever wrote, and was left as it was. */
function migrated(db: WritableDb): boolean {
  try {
    migrate(db);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && isAgainstRules(error.code)) return false;
    throw error;
  }
}

/** A large file is not looked at whole before its migration: a flipped bit may be met as a row that breaks a rule. */
const isAgainstRules = (code: string): boolean => /^SQLITE_(CONSTRAINT|MISMATCH)/.test(code);

/** A folder that could not be backed up: its backup did not prove itself. */
export const isDoubted = (folder: string): boolean => existsSync(path.join(folder, DOUBT));

/** Sees that this machine has its row; a new key begins a new chain. */
function enrol(db: WritableDb, machine: Machine): void {
  db.prepare('INSERT INTO machine (name, public_key) VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(
    machine.name,
    machine.publicKey,
  );
}
