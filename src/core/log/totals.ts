import { wallOf } from '../base/clock.ts';
import { type Day, hourOf } from '../base/day.ts';
import { never } from '../base/result.ts';
import type { EventRef, LogEvent } from './event.ts';

/** The hour of what was not counted as it happened: paper sheets, corrections. */
export const NO_HOUR = -1;

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

/** What an event adds to the totals by itself. An undo adds nothing: it takes away what its target added. */
export function changeOf(event: Pick<LogEvent, 'kind' | 'union' | 'body' | 'stamp'>): Change | null {
  const { kind, union, body, stamp } = event as LogEvent;
  switch (kind) {
    case 'tally':
    case 'minus':
      return {
        union,
        day: body.day,
        subject: 'tally',
        code: body.outcome,
        detail: body.reason ?? '',
        hour: kind === 'minus' || body.source === 'paper' ? NO_HOUR : hourOf(wallOf(stamp)),
        amount: kind === 'minus' ? -body.count : body.count,
      };
    case 'check':
      return {
        union,
        day: body.day,
        subject: 'check',
        code: body.verdict,
        detail: `${body.reason} ${body.platform}`,
        hour: hourOf(wallOf(stamp)),
        amount: 1,
      };
    case 'union':
    case 'undo':
    case 'declared':
    case 'accepted':
    case 'booth':
    case 'shift':
    case 'issued':
    case 'moved':
    case 'received':
    case 'form':
    case 'chosen':
    case 'due':
      return null;
    default:
      return never(kind);
  }
}

export const negated = (change: Change): Change => ({ ...change, amount: -change.amount });

type TotalKey = [string, Day, Change['subject'], string, string, number];

const refKey = ({ machine, seq }: EventRef): string => `${machine} ${seq}`;
const totalKey = ({ union, day, subject, code, detail, hour }: Change): string =>
  JSON.stringify([union ?? '', day, subject, code, detail, hour]);

/**
 * Folds a log into totals in memory, in whatever order the events come: the plain truth that the stored
 * totals are compared with, and the way to a cut-off in the past.
 */
export class Replay {
  readonly #added = new Map<string, Change>();
  readonly #cancelled = new Set<string>();
  readonly #totals = new Map<string, number>();

  take(event: LogEvent): void {
    if (event.kind === 'undo') {
      const key = refKey(event.body.target);
      if (this.#cancelled.has(key)) return;
      this.#cancelled.add(key);
      const change = this.#added.get(key);
      if (change !== undefined) this.#add(negated(change));
      return;
    }
    const change = changeOf(event);
    if (change === null) return;
    const key = refKey(event);
    this.#added.set(key, change);
    if (!this.#cancelled.has(key)) this.#add(change);
  }

  /** Totals of each union's own events (not its subtree), zero sums left out. */
  *totals(): Generator<Change> {
    for (const [key, amount] of this.#totals) {
      if (amount === 0) continue;
      const [union, day, subject, code, detail, hour] = JSON.parse(key) as TotalKey;
      yield { union: union === '' ? null : union, day, subject, code, detail, hour, amount };
    }
  }

  #add(change: Change): void {
    const key = totalKey(change);
    this.#totals.set(key, (this.#totals.get(key) ?? 0) + change.amount);
  }
}
