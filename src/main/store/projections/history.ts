import type { EventRef, LogEvent } from '../../../core/log/event.ts';
import type { ReadableDb } from '../db.ts';
import { eventId } from '../log/event-id.ts';
import { BY_MACHINE, BY_REF, type EventRow, eventOf, readLastLine, readLastSeq, SELECT_EVENT } from '../log/lines.ts';

export interface HistoryEvent {
  readonly row: EventRow;
  /** `null` for a kind or version that this program does not know. */
  readonly event: LogEvent | null;
  readonly undone: boolean;
}

/** Where reading goes on: for each machine the newest sequence number that was not read yet. */
export type HistoryPlace = Readonly<Record<string, number>>;

export interface HistorySlice {
  /** Newest first. */
  readonly events: readonly HistoryEvent[];
  /** `null` when the log has been read to its beginning. */
  readonly next: HistoryPlace | null;
}

/** First and last stamp of a machine. */
export interface MachineSpan {
  readonly machine: string;
  readonly first: string;
  readonly last: string;
}

/** Whose events: of one union, which SQLite finds by itself, or of all that a question is answered yes for. */
export type Wanted = string | ((union: string) => boolean);

export interface History {
  /**
   * Reads on from a place (`null`: from the newest event), all machines merged by stamp, until enough events are
   * found or a slice of the log has been read. The log has no index by union, since every tally would pay for it.
   */
  read(wanted: Wanted, place: HistoryPlace | null, limit: number): HistorySlice;
  machines(): MachineSpan[];
}

/** Lines looked at in one go: a few hundredths of a second, so that counting never waits for a reader. */
const SLICE = 40_000;
const WINDOW = 4_096;

interface Mark {
  readonly seq: number;
  readonly stamp: string;
  readonly union: string;
}

/** One machine's lines, read backwards window by window. */
interface Stream {
  readonly id: number;
  readonly name: string;
  /** Found and not handed out yet, newest first. */
  found: Mark[];
  /** Newest line that was not looked at yet. */
  next: number;
}

/** Reads the log backwards. */
export function readHistory(db: ReadableDb): History {
  const machines = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM machine');
  const newest = readLastSeq(db);
  const marks = db.prepare<{ id: number; from: number; to: number; union: string | null }, Mark>(
    `SELECT seq, stamp, union_code AS "union" FROM event
     WHERE id BETWEEN ${eventId('@id', '@from')} AND ${eventId('@id', '@to')}
       AND union_code = ifnull(@union, union_code) ORDER BY id DESC`,
  );
  const full = db.prepare<EventRef, EventRow>(`${SELECT_EVENT} WHERE ${BY_REF}`);
  const undone = db.prepare<[string, number], 1>('SELECT 1 FROM cancelled WHERE machine = ? AND seq = ?');
  const first = db
    .prepare<{ machine: string }, string>(`SELECT e.stamp FROM event e WHERE ${BY_MACHINE} ORDER BY e.id LIMIT 1`)
    .pluck();
  const last = readLastLine(db);

  const open = ({ name }: Stream, { seq }: Mark): HistoryEvent[] => {
    const row = full.get({ machine: name, seq });
    return row === undefined ? [] : [{ row, event: eventOf(row), undone: undone.get(name, seq) !== undefined }];
  };
  /** Looks at windows until something is found, the stream ends, or no more lines may be looked at; says how many it was. */
  const fill = (stream: Stream, wanted: Wanted, budget: number): number => {
    let looked = 0;
    while (stream.found.length === 0 && stream.next > 0 && looked < budget) {
      const from = Math.max(1, stream.next - WINDOW + 1);
      const union = typeof wanted === 'string' ? wanted : null;
      const lines = marks.all({ id: stream.id, from, to: stream.next, union });
      stream.found = typeof wanted === 'string' ? lines : lines.filter((line) => wanted(line.union));
      looked += stream.next - from + 1;
      stream.next = from - 1;
    }
    return looked;
  };
  return {
    read: (wanted, place, limit) => {
      const streams = machines.all().map(({ id, name }): Stream => {
        // A place may come from anywhere; beyond a machine's newest line lie the lines of the next one.
        const next = Math.min(newest(name), place === null ? Number.POSITIVE_INFINITY : (place[name] ?? 0));
        return { id, name, found: [], next };
      });
      const events: HistoryEvent[] = [];
      let looked = 0;
      while (events.length < limit) {
        for (const stream of streams) looked += fill(stream, wanted, SLICE - looked);
        // A machine that may still have something newer must be read further before anybody else's line is handed out.
        if (streams.some(({ found, next }) => found.length === 0 && next > 0)) break;
        const stream = newestOf(streams);
        const mark = stream?.found.shift();
        if (stream === null || mark === undefined) break;
        events.push(...open(stream, mark));
      }
      const places = streams.map((stream) => [stream.name, stream.found[0]?.seq ?? stream.next] as const);
      const next = Object.fromEntries(places.filter(([, seq]) => seq > 0));
      return { events, next: Object.keys(next).length === 0 ? null : next };
    },
    machines: () =>
      machines.all().flatMap(({ name }) => {
        const [from, to] = [first.get({ machine: name }), last(name)];
        return from === undefined || to === null ? [] : [{ machine: name, first: from, last: to.stamp }];
      }),
  };
}

/** The stream whose first found line is the newest; equal stamps in the order of machine names. */
function newestOf(streams: readonly Stream[]): Stream | null {
  let first: Stream | null = null;
  for (const stream of streams) {
    const mark = stream.found[0];
    if (mark === undefined) continue;
    const best = first?.found[0];
    if (
      best === undefined ||
      mark.stamp > best.stamp ||
      (mark.stamp === best.stamp && stream.name > (first?.name ?? ''))
    ) {
      first = stream;
    }
  }
  return first;
}
