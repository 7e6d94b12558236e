import type { Stamp } from '../../core/clock.ts';
import { type LogEvent, readBody } from '../../core/event.ts';
import type { ReadableDb } from './db.ts';
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

/** Machines with their events, always looked up in this order: first the machine, then its part of the ids. */
export const LOG = `machine m CROSS JOIN event e ON e.id ${idsOf('m.id')}`;

const LINE = `m.name AS machine, e.seq, e.stamp, e.kind, e.version, e.union_code AS "union", e.body, e.hash`;

export const SELECT_EVENT = `SELECT ${LINE} FROM ${LOG}`;

/** Condition on `LOG` for one event, by its machine's name and its sequence number; a number beyond all finds none. */
export const BY_REF = `m.name = ? AND e.id = ${eventId('m.id', '?')}`;

/** Takes the machine's row number and the sequence number, then the line's other columns. */
export const INSERT_EVENT = `INSERT INTO event (id, stamp, kind, version, union_code, body, hash)
  VALUES (${eventId('?', '?')}, ?, ?, ?, ?, ?, ?)`;

const NEWEST = 'ORDER BY e.id DESC LIMIT 1';

type LastLine = Pick<EventRow, 'seq' | 'stamp' | 'hash'>;

/** End of a machine's chain, by the machine's name; `null` where it has none. */
export function readLastLine(db: ReadableDb): (machine: string) => LastLine | null {
  const last = db.prepare<[string], LastLine>(`SELECT e.seq, e.stamp, e.hash FROM ${LOG} WHERE m.name = ? ${NEWEST}`);
  return (machine) => last.get(machine) ?? null;
}

/** Sequence number of a machine's newest event, by the machine's name; 0 where there is none. Reads the key alone. */
export function readLastSeq(db: ReadableDb): (machine: string) => number {
  const last = db.prepare<[string], number>(`SELECT e.seq FROM ${LOG} WHERE m.name = ? ${NEWEST}`).pluck();
  return (machine) => last.get(machine) ?? 0;
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

/**
 * Selects lines machine by machine in order of sequence, without sorting: what lies before a torn page is read. Also
 * from a file older than version 6, as it is: a backup stays what it was, a damaged file may not take a migration.
 */
export function selectInOrder(db: ReadableDb, condition: string): string {
  const hasIds = db.prepare(`SELECT 1 FROM pragma_table_info('event') WHERE name = 'id'`).get() !== undefined;
  return hasIds
    ? `${SELECT_EVENT} WHERE ${condition} ORDER BY m.id, e.id`
    : `SELECT ${LINE} FROM machine m CROSS JOIN event e ON e.machine = m.id WHERE ${condition} ORDER BY m.id, e.seq`;
}

/** The whole log, machine by machine in order of sequence, up to a moment of the wall clock if one is given. */
export function* readLog(db: ReadableDb, until: number | null = null): Generator<StoredLine> {
  const rows = db
    .prepare<[string], EventRow>(selectInOrder(db, 'e.stamp < ?'))
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
