import { canonicalJson } from '../base/canonical-json.ts';
import { registerYear } from '../report/life.ts';
import type { LogEvent } from './event.ts';

/** A line that an event adds to a topic: an extract of the log by subject. Lines are added, never changed. */
export interface TopicLine {
  readonly table: Topic;
  readonly values: readonly (string | number | null)[];
}

/** Topics and their columns, in the order of `values`. */
export const topics = {
  /** Events taken back. The target may come later than its undo, so nothing refers to it. */
  cancelled: ['machine', 'seq'],
  /** Every version of every declared value; the latest stamp stands. */
  declared: ['topic', 'key', 'union_code', 'stamp', 'machine', 'seq', 'value', 'text', 'note', 'operator'],
  accepted: ['union_code', 'rule', 'stamp', 'machine', 'facts', 'why', 'operator'],
  /** Every version of every booth; the latest stamp stands. */
  booth: ['code', 'stamp', 'machine', 'name', 'place', 'union_code'],
  shift: ['booth', 'day', 'machine', 'seq', 'phase', 'stamp', 'kit', 'hand', 'note', 'operators', 'operator'],
  /** Which tally stands on which radio check. */
  attached: ['check_machine', 'check_seq', 'machine', 'seq'],
  /** Reports with their numbers. The frozen model stays with its event: `machine` and `seq` lead to it. */
  issued: [
    ...['machine', 'seq', 'union_code', 'stamp', 'campaign', 'year', 'number', 'symbol', 'issued_on', 'signer'],
    ...['as_of', 'made_at', 'replaces_machine', 'replaces_seq', 'facts', 'digest', 'operator'],
  ],
  moved: ['report_machine', 'report_seq', 'state', 'stamp', 'machine', 'day', 'note', 'operator'],
  /** Every note that a union's report came in; the latest stamp stands, `day` NULL takes it back. */
  received: ['union_code', 'campaign', 'stamp', 'machine', 'day', 'symbol', 'note', 'facts', 'operator'],
  /** Every version of every part of an office's form, as JSON; NULL goes back to the default. */
  form: ['union_code', 'part', 'stamp', 'machine', 'value', 'operator'],
  chosen: ['union_code', 'campaign', 'figure', 'stamp', 'machine', 'source', 'operator'],
  due: ['union_code', 'campaign', 'stamp', 'machine', 'day', 'operator'],
} as const;
export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as Topic[];

/** The lines of one event. Depends on nothing but the event, so their order can never matter. */
export function topicLines(event: LogEvent): TopicLine[] {
  const { kind, machine, seq, stamp } = event;
  switch (kind) {
    case 'undo':
      return [{ table: 'cancelled', values: [event.body.target.machine, event.body.target.seq] }];
    case 'tally': {
      const { check } = event.body;
      return check === undefined ? [] : [{ table: 'attached', values: [check.machine, check.seq, machine, seq] }];
    }
    case 'declared':
      return declaredLines(event);
    case 'accepted': {
      const { rule, facts, why, by = null } = event.body;
      return [{ table: 'accepted', values: [event.union ?? '', rule, stamp, machine, facts, why, by] }];
    }
    case 'booth': {
      const { code, name, place } = event.body;
      return [{ table: 'booth', values: [code, stamp, machine, name, place, event.union ?? ''] }];
    }
    case 'shift': {
      const { booth, day, phase, operators, kit, hand, note, by = null } = event.body;
      const values = [booth, day, machine, seq, phase, stamp, kit, hand, note, operators.join(' '), by];
      return [{ table: 'shift', values }];
    }
    case 'issued':
    case 'moved':
    case 'received':
    case 'form':
    case 'chosen':
    case 'due':
      return reportLines(event);
    case 'union':
    case 'minus':
    case 'check':
      return [];
  }
}

function declaredLines({ union, stamp, machine, seq, body }: Extract<LogEvent, { kind: 'declared' }>): TopicLine[] {
  const { figures, outreach, texts, note = null, by = null } = body;
  const line = (topic: string, key: string, value: number | null, text: string | null): TopicLine => ({
    table: 'declared',
    values: [topic, key, union ?? '', stamp, machine, seq, value, text, note, by],
  });
  return [
    ...Object.entries(figures).map(([key, value]) => line('figure', key, value ?? null, null)),
    ...Object.entries(outreach).flatMap(([form, done]) => [
      line('quantity', form, done?.quantity ?? null, null),
      line('people', form, done?.people ?? null, null),
    ]),
    ...Object.entries(texts).map(([topic, text]) => line('text', topic, null, text ?? null)),
  ];
}

type ReportEvent = Extract<LogEvent, { kind: 'issued' | 'moved' | 'received' | 'form' | 'chosen' | 'due' }>;

function reportLines(event: ReportEvent): TopicLine[] {
  const { kind, machine, seq, stamp, body } = event;
  const [union, by] = [event.union ?? '', body.by ?? null];
  switch (kind) {
    case 'issued': {
      const { campaign, number, symbol, issuedOn, signer, asOf, madeAt, replaces, facts, digest } = body;
      const head = [machine, seq, union, stamp, campaign, registerYear(issuedOn), number, symbol, issuedOn, signer];
      const old = [replaces?.machine ?? null, replaces?.seq ?? null];
      return [{ table: 'issued', values: [...head, asOf, madeAt, ...old, canonicalJson(facts), digest, by] }];
    }
    case 'moved': {
      const { report, state, on, note = null } = body;
      return [{ table: 'moved', values: [report.machine, report.seq, state, stamp, machine, on, note, by] }];
    }
    case 'received': {
      const { campaign, on, symbol = null, note = null, facts } = body;
      const values = [union, campaign, stamp, machine, on, symbol, note, canonicalJson(facts), by];
      return [{ table: 'received', values }];
    }
    case 'form':
      return Object.entries(body.parts).map(([part, value]) => ({
        table: 'form',
        values: [union, part, stamp, machine, value === null ? null : JSON.stringify(value), by],
      }));
    case 'chosen':
      return Object.entries(body.figures).map(([figure, source]) => ({
        table: 'chosen',
        values: [union, body.campaign, figure, stamp, machine, source ?? null, by],
      }));
    case 'due':
      return [{ table: 'due', values: [union, body.campaign, stamp, machine, body.day, by] }];
  }
}
