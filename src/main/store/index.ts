import type { Clock } from '../../core/clock.ts';
import type { EventDraft, LogEvent } from '../../core/event.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import { type Change, Replay } from '../../core/projection.ts';
import type { Union } from '../../core/union.ts';
import { guarded } from './errors.ts';
import { openLog } from './log.ts';
import { readLog } from './rows.ts';
import { openFolder } from './open.ts';
import { recentTallies, type TallyLine } from './recent.ts';
import { ancestors, readTotals, type TotalsReader, writeTotals } from './totals.ts';
import { byStart, readUnits, type Units, writeUnits } from './units.ts';
import { type Verification, verifyLog } from './verify.ts';

/** The data folder of one installation, open for this program alone. */
export interface Store {
  readonly folder: string;
  readonly machine: string;
  readonly units: Units;
  readonly totals: TotalsReader;
  /** Puts events on disk, whole or not at all; answers after the commit (law 6). */
  append(drafts: readonly EventDraft[]): Outcome<LogEvent[]>;
  recentTallies(limit: number): TallyLine[];
  tally(seq: number): TallyLine | null;
  lastSeq(): number;
  /** Totals of each union's own events as they stood at a moment, folded anew from the log. */
  totalsAt(until: number): Change[];
  /** Codes of the unions above, nearest first. */
  ancestors(code: string): string[];
  setting(name: string): string | null;
  remember(name: string, value: string): Outcome<void>;
  verify(): Verification;
  close(): void;
}

/** Opens the folder and lays the starting roster where none stands. */
export function openStore(
  folder: string,
  clock: Pick<Clock, 'wall'>,
  startingRoster: readonly Union[],
): Outcome<Store> {
  const opened = openFolder(folder);
  if (!opened.ok) return opened;
  const { db, machine } = opened.value;
  const units = readUnits(db);
  const seeded = guarded(folder, () => {
    const put = writeUnits(db, writeTotals(db));
    const lay = db.transaction(() => {
      for (const union of startingRoster) put(union, byStart);
    });
    if (units.count() === 0) lay();
    return done(undefined);
  });
  if (!seeded.ok) {
    db.close();
    return seeded;
  }
  const log = openLog(db, machine, clock);
  const recent = recentTallies(db, machine.name);
  const readSetting = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const writeSetting = db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return done({
    folder,
    machine: machine.name,
    units,
    totals: readTotals(db),
    append: (drafts) =>
      guarded(folder, () => {
        const events = log.append(drafts);
        recent.note(events);
        return done(events);
      }),
    recentTallies: recent.list,
    tally: recent.find,
    lastSeq: log.lastSeq,
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
    close: () => {
      // Leaves one file behind: the office copies the folder to a stick, and a lone .sqlite without its WAL would lie.
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('optimize');
      db.close();
    },
  });
}
