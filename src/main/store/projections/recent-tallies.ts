import { wallOf } from '../../../core/base/clock.ts';
import type { EventRef, LogEvent } from '../../../core/log/event.ts';
import type { ReadableDb } from '../db.ts';
import { BY_MACHINE, BY_REF, type EventRow, eventOf, SELECT_EVENT } from '../log/lines.ts';

/** A tally or a correction as the operator sees it back. */
type Counted = Extract<LogEvent, { kind: 'tally' | 'minus' }>;
export type TallyLine = Counted & { readonly at: number; readonly undone: boolean };

/** Tallies held in memory: undo reaches ten deep, and ten of those may have been undone before. */
const KEPT = 64;
/** Lines of the log whose keys are read when it is opened: more than a booth writes in two days. */
const NAMED_AT_OPENING = 10_000;

export interface RecentTallies {
  /** Newest first. */
  list(limit: number): TallyLine[];
  /** One of them by its sequence number, or `null` when it is too long ago. */
  find(seq: number): TallyLine | null;
  /**
   * The one that a client's key names, or `null` when there is none. Every key since the opening is known: a lost
   * answer may stand on the screen for an hour of counting before somebody sends it again.
   */
  once(key: string): TallyLine | null;
  /** Takes note of events that were written. */
  note(events: readonly LogEvent[]): void;
  /** Reads all of it anew, after lines came in from elsewhere. */
  reload(): void;
}

/** The latest tallies of this machine, read once and kept up with the log. */
export function recentTallies(db: ReadableDb, machine: string): RecentTallies {
  const rows = db.prepare<{ machine: string; limit: number }, EventRow & { undone: number }>(
    `SELECT *, EXISTS (SELECT 1 FROM cancelled c WHERE c.machine = e.machine AND c.seq = e.seq) AS undone
     FROM (${SELECT_EVENT} WHERE ${BY_MACHINE} AND e.kind IN ('tally', 'minus') ORDER BY e.id DESC LIMIT @limit) e`,
  );
  const one = db.prepare<EventRef, EventRow & { undone: number }>(
    `SELECT *, EXISTS (SELECT 1 FROM cancelled c WHERE c.machine = e.machine AND c.seq = e.seq) AS undone
     FROM (${SELECT_EVENT} WHERE ${BY_REF}) e`,
  );
  // A large log is opened before anybody has proved each of its lines: a body may be no JSON any more.
  const keys = db.prepare<{ machine: string; lines: number }, { seq: number; key: string | null }>(
    `SELECT seq, iif(json_valid(body), json_extract(body, '$.once'), NULL) AS "key"
     FROM (SELECT e.seq, e.kind, e.body FROM event e WHERE ${BY_MACHINE} ORDER BY e.id DESC LIMIT @lines)
     WHERE kind IN ('tally', 'minus')`,
  );
  const linesIn = (found: readonly (EventRow & { undone: number })[]) =>
    found.flatMap((row): TallyLine[] => {
      const event = eventOf(row);
      return event !== null && isCounted(event) ? [lineOf(event, row.undone === 1)] : [];
    });
  let lines: TallyLine[] = [];
  const named = new Map<string, number>();
  const reload = () => {
    lines = linesIn(rows.all({ machine, limit: KEPT }));
    for (const { seq, key } of keys.iterate({ machine, lines: NAMED_AT_OPENING })) {
      if (key !== null) named.set(key, seq);
    }
  };
  reload();
  const isTarget = (line: TallyLine, { machine: name, seq }: EventRef) => line.machine === name && line.seq === seq;
  return {
    list: (limit) => lines.slice(0, limit),
    find: (seq) => lines.find((line) => line.seq === seq) ?? null,
    once: (key) => {
      const seq = named.get(key);
      return seq === undefined ? null : (linesIn(one.all({ machine, seq }))[0] ?? null);
    },
    note: (events) => {
      for (const event of events) {
        if (isCounted(event)) {
          lines = [lineOf(event, false), ...lines].slice(0, KEPT);
          if (event.body.once !== undefined) named.set(event.body.once, event.seq);
        }
        if (event.kind === 'undo') {
          lines = lines.map((line) => (isTarget(line, event.body.target) ? { ...line, undone: true } : line));
        }
      }
    },
    reload,
  };
}

const isCounted = (event: LogEvent): event is Counted => event.kind === 'tally' || event.kind === 'minus';

const lineOf = (event: Counted, undone: boolean): TallyLine => ({
  ...event,
  at: wallOf(event.stamp),
  undone,
});
