import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Clock, firstStamp, type Stamp } from '../../core/base/clock.ts';
import type { Change } from '../../core/base/event-schema.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { EventDraft, EventRef, LogEvent } from '../../core/log/event.ts';
import { Replay } from '../../core/log/totals.ts';
import type { Union } from '../../core/roster/union.ts';
import { type Prove, rotateBackup, writeBackup } from './backup/backup.ts';
import type { Recovery } from './backup/recover.ts';
import { restoreFrom } from './backup/restore.ts';
import { guarded } from './errors.ts';
import { DOUBT } from './files.ts';
import { type HeadFile, openHead } from './log/head-file.ts';
import { readLog } from './log/lines.ts';
import { openLog } from './log/log.ts';
import { isDoubted } from './open.ts';
import { openSound, type SoundFolder } from './open-trusted.ts';
import { type Attachments, readAttachments } from './projections/attached-checks.ts';
import { type Booths, readBooths } from './projections/booths.ts';
import { type DeclaredReader, readDeclared } from './projections/declared.ts';
import { type History, readHistory } from './projections/history.ts';
import { type OutsideReader, readOutside } from './projections/off-roster.ts';
import { projector } from './projections/projector.ts';
import { layRoster } from './projections/rebuild.ts';
import { recentTallies, type TallyLine } from './projections/recent-tallies.ts';
import { type Reports, readReports } from './projections/reports.ts';
import { readSubtrees, type SubtreesReader } from './projections/subtrees.ts';
import { ancestors, readTotals, type TotalsReader } from './projections/totals.ts';
import { readUnits, type Units } from './projections/units.ts';
import { type Verification, verifyLog } from './verify/verify-log.ts';

/** The data folder of one installation, open for this program alone. */
export interface Store {
  readonly folder: string;
  readonly machine: string;
  /** What had to be done before the folder could be trusted; `null` when nothing. */
  readonly recovery: Recovery | 'rebuilt' | null;
  readonly units: Units;
  readonly totals: TotalsReader;
  readonly outside: OutsideReader;
  readonly subtrees: Omit<SubtreesReader, 'forget'>;
  readonly declared: DeclaredReader;
  readonly booths: Booths;
  readonly reports: Reports;
  readonly history: History;
  readonly attached: Attachments;
  /** Grows whenever the roster may have changed. */
  rosterRevision(): number;
  /** Puts events on disk, whole or not at all; answers after the commit (law 6). */
  append(drafts: readonly EventDraft[], at?: number): Result<LogEvent[]>;
  recentTallies(limit: number): TallyLine[];
  tally(seq: number): TallyLine | null;
  /** The tally or correction that a client has named so. */
  tallyOnce(key: string): TallyLine | null;
  lastSeq(): number;
  /** The latest stamp that this laptop has written or seen. */
  lastStamp(): Stamp;
  /** Totals of each union's own events as they stood at a moment, folded anew from the log. */
  totalsAt(until: number): Change[];
  /** Codes of the unions above, nearest first. */
  ancestors(code: string): string[];
  setting(name: string): string | null;
  remember(name: string, value: string): Result<void>;
  verify(): Verification;
  /** A proven backup in the folder's rotation, and on a second place when one is given; answers with its file. */
  backup(secondPlace: string | null, prove?: Prove): Promise<Result<{ file: string; events: number }>>;
  /** Somebody has reason to doubt this folder: its next opening looks at everything. */
  doubt(): Result<void>;
  /** A proven backup in one file. */
  backupTo(file: string): Promise<Result<{ file: string; events: number }>>;
  /** Brings in everything that a backup holds and this log does not, whole or not at all. */
  restore(file: string): Result<{ added: number; events: number }>;
  close(): void;
}

/** The head file is a help for later; that it failed shows itself at the next opening. */
function noteQuietly(head: HeadFile, ref: EventRef): void {
  try {
    head.note(ref);
  } catch {
    // The disk refused a few bytes beside a log that was written: the next opening will say that its end is unsure.
  }
}

/** Opens the folder and lays the starting roster where none stands. */
export function openStore(folder: string, clock: Pick<Clock, 'wall'>, startingRoster: readonly Union[]): Result<Store> {
  const opened = openOnce(folder, clock, startingRoster);
  if (opened.ok || opened.error.code !== 'data-damaged' || isDoubted(folder)) return opened;
  // A torn page of a large file, met only behind the quick look: now all of it is looked at, and recovered.
  const doubted = doubt(folder);
  return doubted.ok ? openOnce(folder, clock, startingRoster) : opened;
}

/** The next opening looks at everything. */
const doubt = (folder: string): Result<void> =>
  guarded(folder, () => done(writeFileSync(path.join(folder, DOUBT), '')));

function openOnce(folder: string, clock: Pick<Clock, 'wall'>, startingRoster: readonly Union[]): Result<Store> {
  const opened = guarded(folder, () => openSound(folder, clock, startingRoster));
  if (!opened.ok) return opened.error.code === 'data-full' ? failed('data-full-open', opened.error.detail) : opened;
  return guarded(folder, () => {
    try {
      return done(storeOn(folder, clock, opened.value, startingRoster));
    } catch (error) {
      opened.value.db.close();
      throw error;
    }
  });
}

/** The store over a database that can be trusted. Throws what SQLite and the disk throw. */
function storeOn(
  folder: string,
  clock: Pick<Clock, 'wall'>,
  { db, machine, recovery }: SoundFolder,
  startingRoster: readonly Union[],
): Store {
  const units = readUnits(db);
  if (units.count() === 0) db.transaction(() => layRoster(db, startingRoster)).immediate();
  const log = openLog(db, machine, clock, projector(db));
  const head = openHead(folder);
  noteQuietly(head, { machine: machine.name, seq: log.lastSeq() });
  const recent = recentTallies(db, machine.name);
  const subtrees = readSubtrees(db);
  const history = readHistory(db);
  const latestStamp = (): Stamp =>
    history
      .machines()
      .map(({ last }) => last)
      .sort()
      .at(-1) ?? firstStamp;
  let lastStamp = latestStamp();
  let rosterRevision = 0;
  // One after another: each clears away what a backup that was cut off has left.
  let backingUp: Promise<unknown> = Promise.resolve();
  const readSetting = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const writeSetting = db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    folder,
    machine: machine.name,
    recovery,
    units,
    totals: readTotals(db),
    outside: readOutside(db),
    subtrees,
    declared: readDeclared(db),
    booths: readBooths(db),
    reports: readReports(db),
    history,
    attached: readAttachments(db),
    rosterRevision: () => rosterRevision,
    append: (drafts, at) => {
      const written = guarded(folder, () => {
        const events = log.append(drafts, at);
        const newest = events.at(-1);
        if (newest !== undefined) {
          // Committed is committed: a head that could not be noted may not make a count look unwritten.
          noteQuietly(head, newest);
          lastStamp = newest.stamp;
        }
        recent.note(events);
        subtrees.forget(events);
        if (events.some(({ kind }) => kind === 'union')) rosterRevision++;
        return done(events);
      });
      // Met while counting: a large file is not looked at whole when it is opened, unless somebody says so.
      if (!written.ok && written.error.code === 'data-damaged') doubt(folder);
      return written;
    },
    recentTallies: recent.list,
    tally: recent.find,
    tallyOnce: recent.once,
    lastSeq: log.lastSeq,
    lastStamp: () => lastStamp,
    totalsAt: (until) => {
      const replay = new Replay();
      for (const { event } of readLog(db, until)) if (event !== null) replay.take(event);
      return [...replay.totals()];
    },
    ancestors: ancestors(db),
    setting: (name) => readSetting.get(name)?.value ?? null,
    remember: (name, value) =>
      guarded(folder, () => {
        writeSetting.run(name, value);
        return done(undefined);
      }),
    verify: () => verifyLog(db),
    // A stick goes from booth to booth: each laptop keeps, and thins out, its own.
    backup: (secondPlace, prove) => {
      const second = secondPlace === null ? null : path.join(secondPlace, `tram-${machine.name}`);
      const made = backingUp.then(() => rotateBackup(db, folder, clock.wall(), second, prove));
      backingUp = made.catch(() => undefined);
      return made;
    },
    doubt: () => doubt(folder),
    backupTo: (file) => writeBackup(db, file),
    restore: (file) =>
      guarded(folder, () => {
        const restored = restoreFrom(db, file);
        if (restored.ok) {
          log.reload();
          recent.reload();
          lastStamp = latestStamp();
          subtrees.forget();
          rosterRevision++;
        }
        return restored;
      }),
    close: () => {
      // Leaves one file behind: the office copies the folder to a stick, and a lone .sqlite without its WAL would lie.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('optimize');
      db.close();
      head.close();
    },
  };
}
