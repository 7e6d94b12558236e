import { wallOf } from '../../core/clock.ts';
import type { EventRef, LogEvent } from '../../core/event.ts';
import type { ReadableDb } from './db.ts';
import { type EventRow, eventOf, SELECT_EVENT } from './rows.ts';

/** A tally or a correction as the operator sees it back. */
type Counted = Extract<LogEvent, { kind: 'tally' | 'minus' }>;
export type TallyLine = Counted & { readonly at: number; readonly undone: boolean };

/** Tallies held in memory: undo reaches ten deep, and ten of those may have been undone before. */
const KEPT = 64;

export interface RecentTallies {
  /** Newest first. */
  list(limit: number): TallyLine[];
  /** One of them by its sequence number, or `null` when it is too long ago. */
  find(seq: number): TallyLine | null;
  /** The one that a client's key names, or `null` when there is none or it is too long ago. */
  once(key: string): TallyLine | null;
  /** Takes note of events that were written. */
  note(events: readonly LogEvent[]): void;
}

/** The latest tallies of this machine, read once and kept up with the log. */
export function recentTallies(db: ReadableDb, machine: string): RecentTallies {
  const rows = db.prepare<[string, number], EventRow & { undone: number }>(
    `SELECT *, EXISTS (SELECT 1 FROM cancelled c WHERE c.machine = e.machine AND c.seq = e.seq) AS undone
     FROM (${SELECT_EVENT} WHERE m.name = ? AND e.kind IN ('tally', 'minus') ORDER BY e.seq DESC LIMIT ?) e`,
  );
  let lines = rows.all(machine, KEPT).flatMap((row): TallyLine[] => {
    const event = eventOf(row);
    return event !== null && isCounted(event) ? [lineOf(event, row.undone === 1)] : [];
  });
  const isTarget = (line: TallyLine, { machine: name, seq }: EventRef) => line.machine === name && line.seq === seq;
  return {
    list: (limit) => lines.slice(0, limit),
    find: (seq) => lines.find((line) => line.seq === seq) ?? null,
    once: (key) => lines.find(({ body }) => body.once === key) ?? null,
    note: (events) => {
      for (const event of events) {
        if (isCounted(event)) lines = [lineOf(event, false), ...lines].slice(0, KEPT);
        if (event.kind === 'undo') {
          lines = lines.map((line) => (isTarget(line, event.body.target) ? { ...line, undone: true } : line));
        }
      }
    },
  };
}

const isCounted = (event: LogEvent): event is Counted => event.kind === 'tally' || event.kind === 'minus';

const lineOf = (event: Counted, undone: boolean): TallyLine => ({
  ...event,
  at: wallOf(event.stamp),
  undone,
});
