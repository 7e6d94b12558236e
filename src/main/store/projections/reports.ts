import type { FormKey, FormParts, FormValue } from '../../../core/form/office-form.ts';
import type { EventRef } from '../../../core/log/event.ts';
import type { ChoosableKey } from '../../../core/report/choice.ts';
import type { StepLine } from '../../../core/report/life.ts';
import type { ReadableDb } from '../db.ts';
import { BY_REF, type EventRow, eventOf, SELECT_EVENT } from '../log/lines.ts';

/** A report with its number, as its event says. */
export interface IssuedRow extends EventRef {
  readonly union: string;
  readonly stamp: string;
  readonly year: string;
  readonly number: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly signer: string;
  readonly asOf: number;
  readonly madeAt: number;
  readonly replaces: EventRef | null;
  readonly facts: Readonly<Record<string, number>>;
  readonly digest: string;
  readonly operator: string | null;
}

/** A note that a report came in on paper. */
export interface ReceivedRow {
  readonly day: string;
  readonly symbol: string | null;
  readonly note: string | null;
  readonly facts: Readonly<Record<string, number>>;
  readonly operator: string | null;
  readonly stamp: string;
}

export type Source = 'counted' | 'declared';

export interface Reports {
  /** Reports of a union in a campaign, newest first. */
  issued(union: string, campaign: string): IssuedRow[];
  get(ref: EventRef): IssuedRow | null;
  /** The report that corrects this one, or `null`. */
  replacedBy(ref: EventRef): IssuedRow | null;
  /** Numbers that a union has used in a year, whatever the campaign. */
  numbers(union: string, year: string): string[];
  /** The deflated model of an issued report, in base64, as its event carries it. */
  snapshot(ref: EventRef): string | null;
  /** Steps that were written for a report, in any order. */
  steps(ref: EventRef): StepLine[];
  /** The note that stands on a union's report on paper. */
  received(union: string, campaign: string): ReceivedRow | null;
  /** What an office has set for its documents. */
  form(union: string): FormParts;
  /** Which numbers the signer lets stand. */
  chosen(
    union: string,
    campaign: string,
  ): Partial<Record<ChoosableKey, { source: Source; by: string | null; stamp: string }>>;
  /** The deadline that a union was given for itself. */
  due(union: string, campaign: string): string | null;
}

interface IssuedLine extends Omit<IssuedRow, 'facts' | 'replaces'> {
  readonly facts: string;
  readonly replacesMachine: string | null;
  readonly replacesSeq: number | null;
}

const ISSUED = `SELECT machine, seq, union_code AS "union", stamp, year, number, symbol, issued_on AS issuedOn, signer,
  as_of AS asOf, made_at AS madeAt, replaces_machine AS replacesMachine, replaces_seq AS replacesSeq, facts, digest,
  operator FROM issued`;

/** Reads reports and what offices have set for them. The latest stamp stands. */
export function readReports(db: ReadableDb): Reports {
  const byUnion = db.prepare<[string, string], IssuedLine>(
    `${ISSUED} WHERE union_code = ? AND campaign = ? ORDER BY stamp DESC, machine DESC`,
  );
  const byRef = db.prepare<[string, number], IssuedLine>(`${ISSUED} WHERE machine = ? AND seq = ?`);
  const next = db.prepare<[string, number], IssuedLine>(
    `${ISSUED} WHERE replaces_machine = ? AND replaces_seq = ? ORDER BY stamp, machine LIMIT 1`,
  );
  const numbers = db
    .prepare<[string, string], string>('SELECT number FROM issued WHERE union_code = ? AND year = ?')
    .pluck();
  const event = db.prepare<EventRef, EventRow>(`${SELECT_EVENT} WHERE ${BY_REF}`);
  const steps = db.prepare<[string, number], StepLine>(
    'SELECT state, day AS "on", stamp, operator, note FROM moved WHERE report_machine = ? AND report_seq = ? ORDER BY stamp',
  );
  const received = db.prepare<
    [string, string],
    Omit<ReceivedRow, 'facts' | 'day'> & { day: string | null; facts: string }
  >(
    `SELECT day, symbol, note, facts, operator, stamp FROM received WHERE union_code = ? AND campaign = ?
     ORDER BY stamp DESC, machine DESC LIMIT 1`,
  );
  const form = db.prepare<[string], { part: FormKey; value: string | null }>(
    'SELECT part, value FROM form WHERE union_code = ? ORDER BY stamp, machine',
  );
  const chosen = db.prepare<
    [string, string],
    { figure: ChoosableKey; source: Source | null; operator: string | null; stamp: string }
  >('SELECT figure, source, operator, stamp FROM chosen WHERE union_code = ? AND campaign = ? ORDER BY stamp, machine');
  const due = db
    .prepare<[string, string], string | null>(
      'SELECT day FROM due WHERE union_code = ? AND campaign = ? ORDER BY stamp DESC, machine DESC LIMIT 1',
    )
    .pluck();
  return {
    issued: (union, campaign) => byUnion.all(union, campaign).map(rowOf),
    get: ({ machine, seq }) => orNull(byRef.get(machine, seq)),
    replacedBy: ({ machine, seq }) => orNull(next.get(machine, seq)),
    numbers: (union, year) => numbers.all(union, year),
    snapshot: ({ machine, seq }) => {
      const row = event.get({ machine, seq });
      const found = row === undefined ? null : eventOf(row);
      return found?.kind === 'issued' ? found.body.model : null;
    },
    steps: ({ machine, seq }) => steps.all(machine, seq),
    received: (union, campaign) => {
      const row = received.get(union, campaign);
      return row?.day ? { ...row, day: row.day, facts: JSON.parse(row.facts) } : null;
    },
    form: (union) => {
      const parts = new Map<FormKey, FormValue>();
      for (const { part, value } of form.all(union)) {
        if (value === null) parts.delete(part);
        else parts.set(part, JSON.parse(value) as FormValue);
      }
      return Object.fromEntries(parts);
    },
    chosen: (union, campaign) => {
      const standing = new Map<ChoosableKey, { source: Source; by: string | null; stamp: string }>();
      for (const { figure, source, operator, stamp } of chosen.all(union, campaign)) {
        if (source === null) standing.delete(figure);
        else standing.set(figure, { source, by: operator, stamp });
      }
      return Object.fromEntries(standing);
    },
    due: (union, campaign) => due.get(union, campaign) ?? null,
  };
}

const orNull = (line: IssuedLine | undefined): IssuedRow | null => (line === undefined ? null : rowOf(line));

function rowOf({ facts, replacesMachine, replacesSeq, ...row }: IssuedLine): IssuedRow {
  const replaces =
    replacesMachine === null || replacesSeq === null ? null : { machine: replacesMachine, seq: replacesSeq };
  return { ...row, replaces, facts: JSON.parse(facts) as Record<string, number> };
}
