import type { z } from 'zod';
import type { Stamp } from './clock.ts';
import type { Day } from './day.ts';

/** The hour of what was not counted as it happened: paper sheets, corrections. */
export const NO_HOUR = -1;

/** What every event says beside its body. */
export interface Envelope {
  readonly machine: string;
  readonly seq: number;
  readonly stamp: Stamp;
  /** Code of the union it speaks of, or `null`. */
  readonly union: string | null;
}

/** One step of a total: so many of this, for this union, on this day. */
export interface Change {
  /** `null`: nobody's, for example a check before any union was chosen. */
  readonly union: string | null;
  readonly day: Day;
  readonly subject: 'tally' | 'check';
  /** Outcome or verdict. */
  readonly code: string;
  /** Reason of the outcome; reason and platform of the check; empty for none. */
  readonly detail: string;
  /** Vietnamese hour of counting, 0 to 23, or `NO_HOUR`. */
  readonly hour: number;
  readonly amount: number;
}

/** A line that an event adds to a table of its subject, an extract of the log. Lines are added, never changed. */
export interface TableLine {
  readonly table: string;
  readonly values: readonly (string | number | null)[];
}

/**
 * All that the kit knows of one kind of event, in one place: its body, version 1, and what it moves. Both depend on
 * nothing but the event, so the order of events can never matter.
 */
export interface EventEntry<S extends z.ZodType> {
  readonly body: S;
  /** The body names a booth of its own: the booth on duty is not written over it. */
  readonly ownBooth?: true;
  /** What it adds to the totals by itself. */
  readonly change?: (body: z.infer<S>, envelope: Envelope) => Change;
  /** The lines it adds to the tables of its subject. */
  readonly lines?: (body: z.infer<S>, envelope: Envelope) => readonly TableLine[];
}

/** Ties the body's type to what is made of it. */
export const entry = <S extends z.ZodType>(kind: EventEntry<S>): EventEntry<S> => kind;

/** The body that an entry reads. */
export type BodyOf<E> = E extends EventEntry<infer S> ? z.infer<S> : never;

/** An entry whose body has been read: the compiler cannot pair fifteen kinds with fifteen bodies. */
export type KnownEntry = EventEntry<z.ZodType>;
