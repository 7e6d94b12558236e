import type { ReadableDb } from '../db.ts';
import { BY_MACHINE, type EventRow, eventOf, SELECT_EVENT } from '../log/lines.ts';

export interface BoothRow {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly union: string;
}

export interface ShiftRow {
  readonly booth: string;
  readonly day: string;
  readonly machine: string;
  readonly seq: number;
  readonly phase: 'open' | 'close';
  readonly stamp: string;
  readonly kit: number;
  readonly hand: number | null;
  readonly note: string | null;
  readonly operators: string;
  readonly operator: string | null;
}

export interface Booths {
  /** Every booth as its latest event says. */
  list(): BoothRow[];
  get(code: string): BoothRow | null;
  /** The union that ran a booth at a moment, by what was said of it until then. */
  unionAt(code: string, stamp: string): string | null;
  /** Openings and closings of a booth's day on one machine, oldest first. */
  shifts(booth: string, day: string, machine: string): ShiftRow[];
  /** The latest openings and closings of a booth on one machine, newest first. */
  recentShifts(booth: string, machine: string, limit: number): ShiftRow[];
  /** People counted at a booth for a day by this machine, by outcome: what was taken back is off. */
  counted(booth: string, day: string, machine: string, since: number): Record<string, number>;
}

/** Reads booths and their days. */
export function readBooths(db: ReadableDb): Booths {
  const BOOTH = `SELECT code, name, place, union_code AS "union" FROM booth b
    WHERE NOT EXISTS (SELECT 1 FROM booth l WHERE l.code = b.code AND (l.stamp, l.machine) > (b.stamp, b.machine))`;
  const list = db.prepare<[], BoothRow>(`${BOOTH} ORDER BY code`);
  const get = db.prepare<[string], BoothRow>(`${BOOTH} AND b.code = ?`);
  const unionAt = db
    .prepare<[string, string], string>(
      'SELECT union_code FROM booth WHERE code = ? AND stamp <= ? ORDER BY stamp DESC, machine DESC LIMIT 1',
    )
    .pluck();
  const SHIFT =
    'SELECT booth, day, machine, seq, phase, stamp, kit, hand, note, operators, operator FROM shift WHERE booth = ?';
  const shifts = db.prepare<[string, string, string], ShiftRow>(`${SHIFT} AND day = ? AND machine = ? ORDER BY seq`);
  const recent = db.prepare<[string, string, number], ShiftRow>(`${SHIFT} AND machine = ? ORDER BY seq DESC LIMIT ?`);
  // Backwards from the newest event: closing a day reads that day, not the whole log.
  const newest = db.prepare<{ machine: string }, EventRow & { undone: number }>(
    `SELECT *, EXISTS (SELECT 1 FROM cancelled c WHERE c.machine = e.machine AND c.seq = e.seq) AS undone
     FROM (${SELECT_EVENT} WHERE ${BY_MACHINE} ORDER BY e.id DESC) e`,
  );
  return {
    list: () => list.all(),
    get: (code) => get.get(code) ?? null,
    unionAt: (code, stamp) => unionAt.get(code, stamp) || null,
    shifts: (...key) => shifts.all(...key),
    recentShifts: (...key) => recent.all(...key),
    counted: (booth, day, machine, since) => {
      const totals: Record<string, number> = {};
      const from = new Date(since).toISOString();
      for (const row of newest.iterate({ machine })) {
        if (row.stamp < from) break;
        const event = row.undone === 1 ? null : eventOf(row);
        if (event?.kind !== 'tally' && event?.kind !== 'minus') continue;
        const { outcome, count } = event.body;
        if (event.body.day !== day || event.body.booth !== booth) continue;
        totals[outcome] = (totals[outcome] ?? 0) + (event.kind === 'minus' ? -count : count);
      }
      return totals;
    },
  };
}
