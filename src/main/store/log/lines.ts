import type { Stamp } from '../../../core/base/clock.ts';
import { type LogEvent, readBody } from '../../../core/log/event.ts';
import type { ReadableDb } from '../db.ts';
import { eventId, idsOf } from './event-id.ts';

/** One line of the log as it is stored. */
export interface EventRow {
  readonly machine: string;
  readonly seq: number;
  readonly stamp: Stamp;
  readonly kind: string;
  readonly version: number;
  readonly union: string | null;
  readonly body: string;
  readonly hash: Buffer;
}

/** The log is always gone through by its own key, whatever SQLite has learnt of the sizes of both tables. */
export const SELECT_EVENT = `SELECT m.name AS machine, e.seq, e.stamp, e.kind, e.version, e.union_code AS "union", e.body, e.hash
  FROM event e CROSS JOIN machine m ON m.id = e.machine`;

const NAMED = '(SELECT id FROM machine WHERE name = @machine)';

/** Condition on `event e`: written by the machine whose name is `@machine`. */
export const BY_MACHINE = `e.id ${idsOf(NAMED)}`;

/** Condition on `event e`: number `@seq` of the machine whose name is `@machine`. A number beyond all finds none. */
export const BY_REF = `e.id = ${eventId(NAMED, '@seq')} AND e.seq = @seq`;

/** Takes the machine's row number and the sequence number, then the line's other columns. */
export const INSERT_EVENT = `INSERT INTO event (id, stamp, kind, version, union_code, body, hash)
  VALUES (${eventId('?', '?')}, ?, ?, ?, ?, ?, ?)`;

const NEWEST = `FROM event e WHERE ${BY_MACHINE} ORDER BY e.id DESC LIMIT 1`;

type ByName = { machine: string };
type LastLine = Pick<EventRow, 'seq' | 'stamp' | 'hash'>;

/** End of a machine's chain, by the machine's name; `null` where it has none. */
export function readLastLine(db: ReadableDb): (machine: string) => LastLine | null {
  const last = db.prepare<ByName, LastLine>(`SELECT e.seq, e.stamp, e.hash ${NEWEST}`);
  return (machine) => last.get({ machine }) ?? null;
}

/** Sequence number of a machine's newest event, by the machine's name; 0 where there is none. Reads the key alone. */
export function readLastSeq(db: ReadableDb): (machine: string) => number {
  const last = db.prepare<ByName, number>(`SELECT e.seq ${NEWEST}`).pluck();
  return (machine) => last.get({ machine }) ?? 0;
}

/** An event as core knows it, or `null` for a kind or version that this program does not. */
export function eventOf(row: EventRow): LogEvent | null {
  const body = readBody(row.kind, row.version, parsed(row.body));
  return body === null ? null : ({ ...row, body } as unknown as LogEvent);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One stored line with what its chain needs. */
export interface StoredLine extends EventRow {
  readonly event: LogEvent | null;
}

/** How the lines of a file are put in order, machine by machine, and how those of one machine are picked. */
interface Layout {
  readonly order: string;
  /** Condition on `event e`, by the machine's row number `@id`. */
  readonly ofMachine: string;
}

const byId: Layout = { order: 'e.id', ofMachine: `e.id ${idsOf('@id')}` };
const byPair: Layout = { order: 'e.machine, e.seq', ofMachine: 'e.machine = @id' };

/**
 * Files from before version 6 are read as they are: a backup stays what it was, and a damaged file may not bear a
 * migration. Neither way sorts, so that what lies before a torn page is read.
 */
export function layoutOf(db: ReadableDb): Layout {
  const hasIds = db.prepare(`SELECT 1 FROM pragma_table_info('event') WHERE name = 'id'`).get() !== undefined;
  return hasIds ? byId : byPair;
}

/** The whole log, machine by machine in order of sequence, up to a moment of the wall clock if one is given. */
export function* readLog(db: ReadableDb, until: number | null = null): Generator<StoredLine> {
  const rows = db
    .prepare<[string], EventRow>(`${SELECT_EVENT} WHERE e.stamp < ? ORDER BY ${layoutOf(db).order}`)
    .iterate(until === null ? '~' : new Date(until + 1).toISOString());
  for (const row of rows) yield { ...row, event: eventOf(row) };
}

/** A flipped bit may have turned a value into another type. */
export const isLine = (row: Omit<EventRow, 'machine'>): boolean =>
  Number.isInteger(row.seq) &&
  typeof row.stamp === 'string' &&
  typeof row.kind === 'string' &&
  Number.isInteger(row.version) &&
  (row.union === null || typeof row.union === 'string') &&
  typeof row.body === 'string' &&
  Buffer.isBuffer(row.hash);
