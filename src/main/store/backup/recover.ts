import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { twoDigits, vnTime } from '../../../core/base/day.ts';
import type { EventRef } from '../../../core/log/event.ts';
import type { Union } from '../../../core/roster/union.ts';
import type { ReadableDb, WritableDb } from '../db.ts';
import { DATABASE, KEY } from '../files.ts';
import { adoptLines } from '../log/adopt.ts';
import { type EventRow, isLine, layoutOf, readLastSeq } from '../log/lines.ts';
import { machineName } from '../log/machine-key.ts';
import { projector } from '../projections/projector.ts';
import { layRoster } from '../projections/rebuild.ts';
import { backupFolderOf, listBackups, proveBackup } from './backup.ts';

/** Events that were acknowledged, or may have been, and are not in the log any more. */
export interface Gap {
  readonly machine: string;
  readonly from: number;
  /** `null`: nobody can say how far it reached. */
  readonly to: number | null;
}

export interface Recovery {
  /** Where the damaged files lie now, untouched. */
  readonly setAside: string;
  /** The backup that the log was opened from; `null` when there was none that proved itself. */
  readonly backup: string | null;
  /** Events that came from the damaged file itself, beyond the backup. */
  readonly salvaged: number;
  readonly gaps: readonly Gap[];
}

/** `damaged-2020-08-18-063000` in the data folder; a number more when there is one already. */
export function setAsideFolder(folder: string, now: number): string {
  const { year, month, day, hour, minute } = vnTime(now);
  const name = `damaged-${year}-${twoDigits(month)}-${twoDigits(day)}-${twoDigits(hour)}${twoDigits(minute)}`;
  for (let n = 1; ; n++) {
    const aside = path.join(folder, n === 1 ? name : `${name}-${n}`);
    if (existsSync(aside)) continue;
    mkdirSync(aside);
    return aside;
  }
}

/**
 * Moves the damaged database out of the way, with its key: what was lost may live on in bundles under the old
 * machine's numbers, so this laptop goes on under a new name. Puts the last backup that proves itself in place.
 */
export function layBackup(folder: string, aside: string): string | null {
  // The write-ahead log goes first: SQLite throws one away that it finds beside no database.
  for (const name of readdirSync(folder).sort().reverse()) {
    if (name.startsWith(DATABASE) || name === KEY) renameSync(path.join(folder, name), path.join(aside, name));
  }
  const backup = listBackups(backupFolderOf(folder)).find((file) => proveBackup(file).ok) ?? null;
  if (backup === null) return null;
  const fresh = path.join(folder, `${DATABASE}.new`);
  copyFileSync(backup, fresh);
  const handle = openSync(fresh, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(fresh, path.join(folder, DATABASE));
  return backup;
}

/**
 * Reads what can still be read of a damaged database, and of every backup, into the log that stands now. Every
 * line must prove itself by its hash, so nothing wrong comes in; what cannot be reached is a gap.
 */
export function salvage(
  db: WritableDb,
  folder: string,
  startingRoster: readonly Union[],
  head: EventRef | null | 'damaged',
): Omit<Recovery, 'setAside' | 'backup'> {
  let salvaged = 0;
  const torn = new Set<string>();
  const known = new Map<string, Buffer>();
  let rows = 0;
  for (const source of sources(folder)) {
    withReadable(source, (from) => {
      const machines = machinesOf(from);
      const merge = db.transaction(() => {
        if (db.prepare('SELECT 1 FROM unit LIMIT 1').get() === undefined) layRoster(db, startingRoster);
        rows = Math.max(rows, machines.length);
        // A row whose name is not its key's is damaged; what it wrote cannot be proved under it.
        for (const machine of machines.filter(isMachine)) {
          known.set(machine.name, machine.publicKey);
          const adopted = adoptLines(
            db,
            machine,
            linesOf(from, machine.id, () => torn.add(machine.name)),
            projector(db),
          );
          salvaged += adopted.added;
          if (adopted.stopped !== null) torn.add(machine.name);
        }
      });
      try {
        merge.immediate();
      } catch (error) {
        // A full disk may not pass for a file that held nothing: what is set aside is read at the next opening.
        throw new NotWritten(error);
      }
    });
  }
  const gaps = gapsOf(db, [...known.keys()], torn, head);
  // More machines wrote than can be named now: at least that is said.
  return { salvaged, gaps: rows > known.size ? [...gaps, { machine: '?', from: 1, to: null }] : gaps };
}

function gapsOf(
  db: ReadableDb,
  machines: readonly string[],
  torn: ReadonlySet<string>,
  head: EventRef | null | 'damaged',
): Gap[] {
  const lastOf = readLastSeq(db);
  const gaps: Gap[] = [];
  const own = head === null || head === 'damaged' ? null : head;
  if (own !== null) {
    const last = lastOf(own.machine);
    if (last < own.seq) gaps.push({ machine: own.machine, from: last + 1, to: own.seq });
  }
  for (const machine of machines) {
    // Without a trustworthy head nobody can say that the end of a damaged log was its end.
    const unsure = torn.has(machine) || own === null;
    if (unsure && machine !== own?.machine) gaps.push({ machine, from: lastOf(machine) + 1, to: null });
  }
  return gaps;
}

/** Marks a file set aside whose lines have all come over, as far as they could be proved. */
const READ_BACK = 'READ-BACK';

/** Folders of recoveries that have not come to their end yet: this one, and any that was cut off before it. */
const unread = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('damaged-') && !existsSync(path.join(folder, name, READ_BACK)))
    .map((name) => path.join(folder, name))
    .filter((aside) => existsSync(path.join(aside, DATABASE)));

/** Whether a recovery was cut off: what it has set aside must still be read. */
export const isRecoveryCutOff = (folder: string): boolean => unread(folder).length > 0;

/** Says that a recovery came to its end; what it has set aside is not read again. */
export function closeRecovery(folder: string): void {
  for (const aside of unread(folder)) writeFileSync(path.join(aside, READ_BACK), '');
}

const sources = (folder: string): string[] => [
  ...unread(folder).map((aside) => path.join(aside, DATABASE)),
  ...listBackups(backupFolderOf(folder)),
];

/** The folder refused what was read, which is no fault of the file that it was read from. */
export class NotWritten extends Error {
  constructor(cause: unknown) {
    super('not written', { cause });
  }
}

/**
 * Opens a copy, so that the evidence stays as it was found; what SQLite cannot open is passed over. Throws what is
 * inside a `NotWritten`.
 */
export function withReadable(file: string, read: (db: ReadableDb) => void): void {
  const room = mkdtempSync(path.join(tmpdir(), 'tram-salvage-'));
  try {
    const copy = path.join(room, DATABASE);
    for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    const db = new Database(copy);
    try {
      read(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof NotWritten) throw error.cause;
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

interface MachineRow {
  readonly id: number;
  readonly name: string;
  readonly publicKey: Buffer;
}

const isMachine = ({ name, publicKey }: MachineRow): boolean =>
  Buffer.isBuffer(publicKey) && machineName(publicKey) === name;

export function machinesOf(db: ReadableDb): MachineRow[] {
  return db.prepare<[], MachineRow>('SELECT id, name, public_key AS publicKey FROM machine').all();
}

type Line = Omit<EventRow, 'machine'>;

/** Lines of one machine as far as they can be read. */
export function* linesOf(db: ReadableDb, machine: number, onTorn: () => void): Generator<Line> {
  try {
    const { ofMachine, order } = layoutOf(db);
    const rows = db
      .prepare<{ id: number }, Line>(
        `SELECT seq, stamp, kind, version, union_code AS "union", body, hash FROM event e
         WHERE ${ofMachine} ORDER BY ${order}`,
      )
      .iterate({ id: machine });
    for (const row of rows) {
      if (!isLine(row)) {
        onTorn();
        return;
      }
      yield row;
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    onTorn();
  }
}
