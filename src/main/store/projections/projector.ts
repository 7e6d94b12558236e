import type { Statement } from 'better-sqlite3';
import type { EventRef, LogEvent } from '../../../core/log/event.ts';
import { type LogTable, logTables, tableLines, tableNames } from '../../../core/log/tables.ts';
import { changeOf, negated } from '../../../core/log/totals.ts';
import type { WritableDb } from '../db.ts';
import { BY_REF, type EventRow, eventOf, SELECT_EVENT } from '../log/lines.ts';
import { writeTotals } from './totals.ts';
import { writeUnits } from './units-write.ts';

/** What is folded from the log and can be folded anew. */
export const projectionTables = ['total', 'counted', 'unit', 'unit_alias', 'unit_search', ...tableNames] as const;

/** Moves the projections by one event, in any order of events (an undo may come before its target). */
export function projector(db: WritableDb): (event: LogEvent) => void {
  const totals = writeTotals(db);
  const setUnit = writeUnits(db, totals);
  const addLine = writeTopics(db);
  const cancelled = db.prepare<[string, number]>('SELECT 1 FROM cancelled WHERE machine = ? AND seq = ?');
  const byRef = db.prepare<EventRef, EventRow>(`${SELECT_EVENT} WHERE ${BY_REF}`);
  const target = (ref: EventRef): LogEvent | null => {
    const row = byRef.get(ref);
    return row === undefined ? null : eventOf(row);
  };
  return (event) => {
    if (event.kind === 'union' && event.union !== null) {
      const { source, fileTime = null, by: _by, booth: _booth, why: _why, ...row } = event.body;
      const { stamp, machine } = event;
      setUnit({ code: event.union, ...row }, { stamp, machine, person: source === 'person', fileTime });
      return;
    }
    if (event.kind === 'undo') {
      const ref = event.body.target;
      if (cancelled.get(ref.machine, ref.seq) === undefined) {
        const undone = target(ref);
        const change = undone === null ? null : changeOf(undone);
        if (change !== null) totals.add(negated(change));
      }
    } else {
      const change = changeOf(event);
      if (change !== null && cancelled.get(event.machine, event.seq) === undefined) totals.add(change);
    }
    addLine(event);
  };
}

/** Adds the lines that an event has for each topic; a line that stands already stays as it is. */
function writeTopics(db: WritableDb): (event: LogEvent) => void {
  const inserts = new Map(
    tableNames.map((table): [LogTable, Statement<unknown[]>] => {
      const columns = logTables[table];
      const marks = columns.map(() => '?').join(', ');
      return [
        table,
        db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) ON CONFLICT DO NOTHING`),
      ];
    }),
  );
  return (event) => {
    for (const { table, values } of tableLines(event)) inserts.get(table)?.run(...values);
  };
}
