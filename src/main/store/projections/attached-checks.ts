import type { Verdict } from '../../../core/check/verdict.ts';
import type { EventRef } from '../../../core/log/event.ts';
import type { ReadableDb } from '../db.ts';
import { BY_REF } from '../log/lines.ts';

export interface Attachments {
  /** Whether the log holds this event, and it is a radio check whose verdict stands. */
  isCheck(ref: EventRef): boolean;
  /** What a radio check found; `null` where the log has no such check. */
  verdictOf(ref: EventRef): Verdict | null;
  /** The tally that stands on a check and was not taken back, or `null`. */
  tallyOn(check: EventRef): EventRef | null;
}

/** Which tally stands on which radio check. */
export function readAttachments(db: ReadableDb): Attachments {
  const isCheck = db.prepare<EventRef, 1>(
    `SELECT 1 FROM event e WHERE ${BY_REF} AND e.kind = 'check'
     AND NOT EXISTS (SELECT 1 FROM cancelled c WHERE c.machine = @machine AND c.seq = e.seq)`,
  );
  const verdictOf = db.prepare<EventRef, { verdict: Verdict }>(
    `SELECT e.body ->> '$.verdict' AS verdict FROM event e WHERE ${BY_REF} AND e.kind = 'check'`,
  );
  const tallyOn = db.prepare<[string, number], EventRef>(
    `SELECT a.machine, a.seq FROM attached a LEFT JOIN cancelled c ON c.machine = a.machine AND c.seq = a.seq
     WHERE a.check_machine = ? AND a.check_seq = ? AND c.seq IS NULL LIMIT 1`,
  );
  return {
    isCheck: ({ machine, seq }) => isCheck.get({ machine, seq }) !== undefined,
    verdictOf: ({ machine, seq }) => verdictOf.get({ machine, seq })?.verdict ?? null,
    tallyOn: ({ machine, seq }) => tallyOn.get(machine, seq) ?? null,
  };
}
