import type { Stamp } from '../base/clock.ts';
import type { BodyOf } from '../base/event-schema.ts';
import { checkEvents } from '../check/events.ts';
import { countEvents } from '../count/events.ts';
import { figuresEvents } from '../figures/events.ts';
import { reportEvents } from '../report/events.ts';
import { rosterEvents } from '../roster/events.ts';

/** `machine` and `seq` identify an event; `seq` runs 1, 2, 3 … without gaps on each machine. */
export interface EventRef {
  readonly machine: string;
  readonly seq: number;
}

/** The catalogue: every kind by its subject, version 1. A kind or version not listed here is kept but moves no total. */
export const catalogue = {
  ...rosterEvents,
  ...countEvents,
  ...checkEvents,
  ...figuresEvents,
  ...reportEvents,
} as const;

export type EventKind = keyof typeof catalogue;
export type EventBody<K extends EventKind> = BodyOf<(typeof catalogue)[K]>;
export const EVENT_VERSION = 1;

/** What somebody wants to say; the log adds machine, sequence, stamp and hash. */
export type EventDraft = {
  [K in EventKind]: {
    readonly kind: K;
    /** Code of the union it speaks of, or `null`. */
    readonly union: string | null;
    readonly body: EventBody<K>;
  };
}[EventKind];

/** One immutable line of the log. */
export type LogEvent = EventDraft &
  EventRef & {
    readonly stamp: Stamp;
    readonly version: number;
  };

/** Validates a body that comes from a file or from the database. */
export function readBody(kind: string, version: number, body: unknown): EventDraft['body'] | null {
  if (version !== EVENT_VERSION || !Object.hasOwn(catalogue, kind)) return null;
  const parsed = catalogue[kind as EventKind].body.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The envelope of an event as text, body last. */
export interface EventLine extends EventRef {
  readonly stamp: Stamp;
  readonly kind: string;
  readonly version: number;
  readonly union: string | null;
  /** JSON text exactly as stored: the hash is over these bytes, so nothing may re-serialise it. */
  readonly body: string;
}

/**
 * What the chain hashes: one JSON array, fields in fixed order, the previous event's hash in lower-case
 * hex last (64 zeros before the first event). Two lines differ here if they differ anywhere.
 */
export const chainText = (line: EventLine, previousHash: string): string =>
  JSON.stringify([line.machine, line.seq, line.stamp, line.kind, line.version, line.union, line.body, previousHash]);
