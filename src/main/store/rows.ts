import type { Stamp } from '../../core/clock.ts';
import { type LogEvent, readBody } from '../../core/event.ts';
import type { ReadableDb } from './db.ts';

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

export const SELECT_EVENT = `SELECT m.name AS machine, e.seq, e.stamp, e.kind, e.version, e.union_code AS "union", e.body, e.hash
  FROM event e JOIN machine m ON m.id = e.machine`;

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

/** The whole log, machine by machine in order of sequence, up to a moment of the wall clock if one is given. */
export function* readLog(db: ReadableDb, until: number | null = null): Generator<StoredLine> {
  const rows = db
    .prepare<[string], EventRow>(`${SELECT_EVENT} WHERE e.stamp < ? ORDER BY e.machine, e.seq`)
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
