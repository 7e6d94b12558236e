import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { twoDigits, vnTime } from '../../../core/base/day.ts';
import { done, failed, type Result } from '../../../core/base/result.ts';
import { makeFolder } from '../../files/folder.ts';
import type { WritableDb } from '../db.ts';
import { guarded } from '../errors.ts';
import { verifyLog } from '../verify/verify-log.ts';

/** Kept besides one a day: half a working day of hourly ones. */
const NEWEST_KEPT = 6;
const DAYS_KEPT = 60;
const NAME = /^tram-(\d{4}-\d\d-\d\d)-\d{6}\.sqlite$/;

export const backupFolderOf = (folder: string): string => path.join(folder, 'backups');

/** `tram-2020-08-18-063000.sqlite`, in Vietnamese time, so that names sort as they were made. */
function backupName(now: number): string {
  const { year, month, day, hour, minute } = vnTime(now);
  const second = twoDigits(Math.floor(now / 1_000) % 60);
  return `tram-${year}-${twoDigits(month)}-${twoDigits(day)}-${twoDigits(hour)}${twoDigits(minute)}${second}.sqlite`;
}

/** Proves a backup, here or in a worker thread. */
export type Prove = (file: string) => Promise<Result<{ events: number }>>;

/**
 * Writes the whole database into one new file and calls it a backup only after it was reopened, checked, and its
 * log replayed against its totals. A file that does not prove itself is not kept. Fails with `backup-unproven`
 * or what the folder refuses.
 */
export async function writeBackup(
  db: WritableDb,
  file: string,
  prove: Prove = async (unproven) => proveBackup(unproven),
): Promise<Result<{ file: string; events: number }>> {
  const folder = path.dirname(file);
  const unproven = `${file}.unproven`;
  const written = guarded(folder, () => {
    makeFolder(folder);
    rmSync(unproven, { force: true });
    db.prepare('VACUUM INTO ?').run(unproven);
    return done(undefined);
  });
  try {
    if (!written.ok) return written;
    const proof = await prove(unproven);
    if (!proof.ok) return failed('backup-unproven', { file });
    return guarded(folder, () => {
      const handle = openSync(unproven, 'r+');
      fsyncSync(handle);
      closeSync(handle);
      renameSync(unproven, file);
      return done({ file, events: proof.value.events });
    });
  } finally {
    rmSync(unproven, { force: true });
  }
}

/** Proves in a worker thread, where the host has one to offer. */
export const proveInWorker =
  (worker: string): Prove =>
  (file) =>
    new Promise((resolve) => {
      const thread = new Worker(worker, { workerData: file });
      thread.once('message', resolve);
      thread.once('error', () => resolve(failed('backup-unproven', { file })));
      thread.once('exit', () => resolve(failed('backup-unproven', { file })));
    });

/** Opens a backup for reading, checks every page, and replays its log. */
export function proveBackup(file: string): Result<{ events: number }> {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const [integrity] = db.pragma('integrity_check(1)') as { integrity_check: string }[];
      if (integrity?.integrity_check !== 'ok') return failed('backup-unproven', { file });
      const { logHolds, events } = verifyLog(db);
      return logHolds ? done({ events }) : failed('backup-unproven', { file });
    } finally {
      db.close();
    }
  } catch {
    // Whatever SQLite makes of a damaged file, it is no backup.
    return failed('backup-unproven', { file });
  }
}

/** Makes a backup in the rotation of a data folder, and on a second place when there is one. */
export async function rotateBackup(
  db: WritableDb,
  folder: string,
  now: number,
  secondPlace: string | null,
  prove?: Prove,
): Promise<Result<{ file: string; events: number }>> {
  const name = backupName(now);
  const written = await writeBackup(db, path.join(backupFolderOf(folder), name), prove);
  if (!written.ok) return written;
  thinOut(backupFolderOf(folder));
  if (secondPlace !== null) {
    const second = await writeBackup(db, path.join(secondPlace, name), prove);
    if (!second.ok) return second;
    thinOut(secondPlace);
  }
  return written;
}

/** Backups of a folder, newest first. */
export function listBackups(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/**
 * Keeps the newest, and the last of each of sixty days; only files of the rotation's own name are ever removed, and
 * what a backup that was cut off left behind.
 */
function thinOut(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.sqlite.unproven')) rmSync(path.join(folder, name), { force: true });
  }
  const days = new Set<string>();
  listBackups(folder).forEach((file, index) => {
    const day = NAME.exec(path.basename(file))?.[1] ?? '';
    const lastOfDay = !days.has(day) && days.size < DAYS_KEPT;
    days.add(day);
    if (index >= NEWEST_KEPT && !lastOfDay) rmSync(file, { force: true });
  });
}
