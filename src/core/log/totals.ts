import type { Day } from '../base/day.ts';
import type { Change, KnownEntry } from '../base/event-schema.ts';
import { catalogue, type EventRef, type LogEvent } from './event.ts';

/** What an event adds to the totals by itself. An undo adds nothing: it takes away what its target added. */
export function changeOf(event: LogEvent): Change | null {
  const { change } = catalogue[event.kind] as KnownEntry;
  return change?.(event.body, event) ?? null;
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
