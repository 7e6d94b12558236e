import type { EventRef } from '../../../core/log/event.ts';
import type { WritableDb } from '../db.ts';
import { LAST_SEQ } from './event-id.ts';
import { BY_REF, type EventRow, eventOf, INSERT_EVENT, readLastLine } from './lines.ts';
import { chainHash, type Project } from './log.ts';

export interface Adopted {
  /** Lines that were new and went in. */
  readonly added: number;
  /** Sequence number after the last line that stands now. */
  readonly next: number;
  /** Why it stopped before the end of the lines, or `null`. */
  readonly stopped: 'gap' | 'changed' | 'forked' | null;
}

/**
 * Takes in lines that another machine, or this one in an earlier life, wrote: in order, each proved by its hash
 * over the one before. Lines that stand already are passed over; at the first gap or changed line it stops, and
 * what came before stays. Runs inside the caller's transaction.
 */
export function adoptLines(
  db: WritableDb,
  machine: { readonly name: string; readonly publicKey: Uint8Array },
  lines: Iterable<Omit<EventRow, 'machine'>>,
  project: Project,
): Adopted {
  db.prepare('INSERT INTO machine (name, public_key) VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(
    machine.name,
    machine.publicKey,
  );
  const id = db.prepare<[string], number>('SELECT id FROM machine WHERE name = ?').pluck().get(machine.name) ?? 0;
  const insert = db.prepare(INSERT_EVENT);
  const hashOf = db.prepare<EventRef, Buffer>(`SELECT e.hash FROM event e WHERE ${BY_REF}`).pluck();
  let { seq, hash } = readLastLine(db)(machine.name) ?? { seq: 0, hash: Buffer.alloc(32) };
  const standing = seq;
  let added = 0;
  const until = (stopped: Adopted['stopped']): Adopted => ({ added, next: seq + 1, stopped });
  for (const line of lines) {
    if (line.seq <= standing) {
      // The same number must be the same event: two lives of one machine may not be mixed.
      if (hashOf.get({ machine: machine.name, seq: line.seq })?.equals(line.hash) !== true) return until('forked');
      continue;
    }
    if (line.seq !== seq + 1 || line.seq > LAST_SEQ) return until('gap');
    const row = { ...line, machine: machine.name };
    const expected = chainHash(row, hash);
    if (!expected.equals(line.hash)) return until('changed');
    insert.run(id, line.seq, line.stamp, line.kind, line.version, line.union, line.body, line.hash);
    const event = eventOf(row);
    if (event !== null) project(event);
    seq = line.seq;
    hash = expected;
    added++;
  }
  return until(null);
}
