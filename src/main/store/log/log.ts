import { hash as digest } from 'node:crypto';
import { type Clock, firstStamp, type Stamp, tick } from '../../../core/base/clock.ts';
import {
  chainText,
  EVENT_VERSION,
  type EventDraft,
  type EventKind,
  type LogEvent,
  readBody,
} from '../../../core/log/event.ts';
import type { ReadableDb, WritableDb } from '../db.ts';
import { INSERT_EVENT, readLastLine } from './lines.ts';
import type { Machine } from './machine-key.ts';

export interface Log {
  /**
   * Appends events of this machine and all they move, in one durable transaction. Returns after the commit. `at` is a
   * made-up wall clock for a demo. Throws on a body that could not be read again: it would be gone at the next start.
   */
  append(drafts: readonly EventDraft[], at?: number): LogEvent[];
  /** Reads the head anew, after lines came in from elsewhere. */
  reload(): void;
  /** Sequence number of this machine's newest event; 0 before the first. */
  lastSeq(): number;
}

/** Writes what an event moves; the log itself knows no projection. */
export type Project = (event: LogEvent) => void;

/** The end of this machine's chain, and the latest stamp it has seen from anybody. */
interface Head {
  readonly seq: number;
  readonly hash: Buffer;
  readonly stamp: Stamp;
}

/** Kinds that people wait for key by key, or that a roster brings in by the hundred thousand: their makers check them. */
const BY_THE_THOUSAND: ReadonlySet<EventKind> = new Set(['tally', 'check', 'union']);

/** The append-only log of this machine (ARCHITECTURE.md, "The log"). The folder is ours alone, so its head may stay in memory. */
export function openLog(db: WritableDb, machine: Machine, clock: Pick<Clock, 'wall'>, project: Project): Log {
  const ownId = db.prepare<[string], { id: number }>('SELECT id FROM machine WHERE name = ?').get(machine.name)?.id;
  if (ownId === undefined) throw new Error('this machine has no row');
  const insert = db.prepare(INSERT_EVENT);
  let head = readHead(db, machine.name);

  const write = db.transaction((drafts: readonly EventDraft[], at?: number): { events: LogEvent[]; head: Head } => {
    let { seq, hash, stamp } = head;
    const events: LogEvent[] = [];
    for (const draft of drafts) {
      seq++;
      stamp = tick(stamp, at ?? clock.wall());
      const event = { ...draft, machine: machine.name, seq, stamp, version: EVENT_VERSION } as LogEvent;
      const body = JSON.stringify(draft.body);
      if (!BY_THE_THOUSAND.has(draft.kind) && readBody(draft.kind, EVENT_VERSION, JSON.parse(body)) === null) {
        throw new Error(`an event of kind ${draft.kind} that could not be read again`);
      }
      hash = chainHash({ ...event, body }, hash);
      insert.run(ownId, seq, stamp, draft.kind, EVENT_VERSION, draft.union, body, hash);
      project(event);
      events.push(event);
    }
    return { events, head: { seq, hash, stamp } };
  });

  return {
    append: (drafts, at) => {
      const written = write.immediate(drafts, at);
      // Only now: a transaction that failed must leave the chain where it was.
      head = written.head;
      return written.events;
    },
    reload: () => {
      head = readHead(db, machine.name);
    },
    lastSeq: () => head.seq,
  };
}

function readHead(db: ReadableDb, ownName: string): Head {
  const last = readLastLine(db);
  const own = last(ownName);
  const machines = db.prepare<[], string>('SELECT name FROM machine').pluck().all();
  // After everything this laptop has seen, also what came from others: its own clock may lag behind.
  const stamps = machines.flatMap((name) => last(name)?.stamp ?? []);
  const stamp = stamps.sort().at(-1) ?? firstStamp;
  return { seq: own?.seq ?? 0, hash: own?.hash ?? Buffer.alloc(32), stamp };
}

/** SHA-256 over the line and the hash before it: a chain that shows a missing, changed or moved line. */
export function chainHash(line: Parameters<typeof chainText>[0], previous: Uint8Array): Buffer {
  return digest('sha256', chainText(line, Buffer.from(previous).toString('hex')), 'buffer');
}
