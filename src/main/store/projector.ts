import type { EventRef, LogEvent } from '../../core/event.ts';
import { changeOf, negated } from '../../core/projection.ts';
import type { WritableDb } from './db.ts';
import { type EventRow, eventOf, SELECT_EVENT } from './rows.ts';
import { writeTotals } from './totals.ts';
import { writeUnits } from './units.ts';

/** What is folded from the log and can be folded anew. */
export const projectionTables = ['total', 'cancelled', 'unit'] as const;

/** Moves the projections by one event, in any order of events (an undo may come before its target). */
export function projector(db: WritableDb): (event: LogEvent) => void {
  const totals = writeTotals(db);
  const setUnit = writeUnits(db, totals);
  const cancel = db.prepare('INSERT INTO cancelled (machine, seq) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const cancelled = db.prepare<[string, number]>('SELECT 1 FROM cancelled WHERE machine = ? AND seq = ?');
  const byRef = db.prepare<[string, number], EventRow>(`${SELECT_EVENT} WHERE m.name = ? AND e.seq = ?`);
  const target = (ref: EventRef): LogEvent | null => {
    const row = byRef.get(ref.machine, ref.seq);
    return row === undefined ? null : eventOf(row);
  };
  return (event) => {
    if (event.kind === 'union' && event.union !== null) {
      setUnit({ code: event.union, ...event.body }, { stamp: event.stamp, machine: event.machine });
      return;
    }
    if (event.kind === 'undo') {
      const ref = event.body.target;
      if (cancel.run(ref.machine, ref.seq).changes === 0) return;
      const undone = target(ref);
      const change = undone === null ? null : changeOf(undone);
      if (change !== null) totals.add(negated(change));
      return;
    }
    const change = changeOf(event);
    if (change !== null && cancelled.get(event.machine, event.seq) === undefined) totals.add(change);
  };
}
