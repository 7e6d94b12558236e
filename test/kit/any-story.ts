import fc from 'fast-check';
import type { EventDraft, LogEvent } from '../../src/core/log/event.ts';
import type { Union } from '../../src/core/roster/union.ts';
import { unionOf } from './store.ts';

/** Unions that the stories speak of; the starting roster knows the first few, and rosters of machines the rest. */
const codes = ['TOP', 'P1', 'P2', 'A', 'B', 'C', 'NEW'] as const;
const machines = ['m1', 'm2', 'm3'] as const;

export const storyRoster: readonly Union[] = [
  unionOf('TOP', null, { level: 1 }),
  unionOf('P1', 'TOP', { level: 2 }),
  unionOf('P2', 'TOP', { level: 2 }),
  unionOf('A', 'P1'),
  unionOf('B', 'P1'),
  unionOf('C', 'P2'),
];

const code = fc.constantFrom(...codes);
const day = fc.constantFrom('2020-08-18', '2020-08-19');
const counted = { campaign: fc.constant('bluezone-2020'), outcome: fc.constantFrom('installed', 'declined'), day };
const amount = fc.integer({ min: 1, max: 9 });
const ref = fc.record({ machine: fc.constantFrom(...machines), seq: fc.integer({ min: 1, max: 12 }) });
const figure = fc.option(fc.integer({ min: 0, max: 99 }), { nil: null });

const booth = fc.constantFrom('B1', 'B2');

/** Anything that anybody can say, also what makes circles, comes late, or takes back what was never said. */
const draft: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.record({
    kind: fc.constant('tally' as const),
    union: code,
    body: fc.record(
      {
        ...counted,
        reason: fc.constantFrom('HDH_CU', 'KHAC'),
        count: amount,
        source: fc.constant('paper' as const),
        check: ref,
      },
      { requiredKeys: ['campaign', 'outcome', 'day', 'count'] },
    ),
  }),
  fc.record({
    kind: fc.constant('check' as const),
    union: fc.option(code, { nil: null }),
    body: fc.record({
      campaign: fc.constant('bluezone-2020'),
      verdict: fc.constant('pass' as const),
      reason: fc.constant('near-signal'),
      platform: fc.constantFrom('android' as const, 'iphone' as const),
      seconds: fc.constant(1),
      day,
    }),
  }),
  fc.record({
    kind: fc.constant('minus' as const),
    union: code,
    body: fc.record({ ...counted, reason: fc.constant(null), count: amount, why: fc.constant('nhầm') }),
  }),
  fc.record({
    kind: fc.constant('undo' as const),
    union: fc.constant(null),
    body: fc.record({ target: ref, why: fc.constant('mistake' as const) }),
  }),
  fc.record({
    kind: fc.constant('union' as const),
    union: code,
    body: fc.record({
      name: fc.constantFrom('Tên một', 'Tên hai', 'Tên ba'),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
      parent: fc.option(code, { nil: null }),
      province: fc.constant(null),
      workers: figure,
      members: fc.constant(null),
      smartphones: fc.constant(null),
      coordinated: fc.boolean(),
      owner: fc.option(code, { nil: null }),
      successor: fc.option(code, { nil: null }),
    }),
  }),
  fc.record({
    kind: fc.constant('accepted' as const),
    union: code,
    body: fc.record({
      rule: fc.constantFrom('circle', 'fell:installed'),
      facts: fc.string(),
      why: fc.constant('biết rồi'),
    }),
  }),
  fc.record({
    kind: fc.constant('booth' as const),
    union: code,
    body: fc.record({ code: booth, name: fc.constantFrom('Cổng A', 'Cổng B'), place: fc.constant('') }),
  }),
  fc.record({
    kind: fc.constant('shift' as const),
    union: fc.constant(null),
    body: fc.record({
      booth,
      day,
      phase: fc.constantFrom('open' as const, 'close' as const),
      operators: fc.constant<string[]>(['NVA']),
      kit: amount,
      hand: figure,
      note: fc.constant(null),
    }),
  }),
  fc.record({
    kind: fc.constant('declared' as const),
    union: code,
    body: fc.record({
      campaign: fc.constant('bluezone-2020'),
      figures: fc.record({ workers: figure, installed: figure }, { requiredKeys: [] }),
      outreach: fc.constant({}),
      texts: fc.constant({}),
    }),
  }),
  fc.record({
    kind: fc.constant('issued' as const),
    union: code,
    body: fc.record(
      {
        campaign: fc.constant('bluezone-2020'),
        number: fc.constantFrom('08', '09'),
        symbol: fc.constantFrom('08/BC-CĐCS', '09/BC-CĐCS'),
        issuedOn: day,
        signer: fc.constant('Lê Văn An'),
        asOf: amount,
        madeAt: amount,
        replaces: ref,
        facts: fc.record({ 'counted.installed': amount }, { requiredKeys: [] }),
        digest: fc.constant('0'.repeat(64)),
        model: fc.constant('e30='),
      },
      {
        requiredKeys: [
          'campaign',
          'number',
          'symbol',
          'issuedOn',
          'signer',
          'asOf',
          'madeAt',
          'facts',
          'digest',
          'model',
        ],
      },
    ),
  }),
  fc.record({
    kind: fc.constant('moved' as const),
    union: code,
    body: fc.record({ report: ref, state: fc.constantFrom('sent' as const, 'approved' as const), on: day }),
  }),
  fc.record({
    kind: fc.constant('received' as const),
    union: code,
    body: fc.record({
      campaign: fc.constant('bluezone-2020'),
      on: fc.option(day, { nil: null }),
      facts: fc.record({ 'counted.installed': amount }, { requiredKeys: [] }),
    }),
  }),
  fc.record({
    kind: fc.constant('form' as const),
    union: code,
    body: fc.record({
      parts: fc.record(
        {
          signer: fc.constantFrom('Lê Văn An', null),
          recipients: fc.constant<string[]>(['Như trên', 'Lưu: VT']),
          headingResults: fc.constantFrom('III. KẾT QUẢ CÀI ĐẶT', null),
          stateSize: fc.constantFrom('12', '13', null),
        },
        { requiredKeys: [] },
      ),
    }),
  }),
  fc.record({
    kind: fc.constant('chosen' as const),
    union: code,
    body: fc.record({
      campaign: fc.constant('bluezone-2020'),
      figures: fc.record({ installed: fc.constantFrom('counted' as const, 'declared' as const, null) }),
    }),
  }),
  fc.record({
    kind: fc.constant('due' as const),
    union: code,
    body: fc.record({ campaign: fc.constant('bluezone-2020'), day: fc.option(day, { nil: null }) }),
  }),
);

/** A log of three machines: each numbers its own events, and all stamps differ. */
export const anyLog: fc.Arbitrary<LogEvent[]> = fc
  .array(fc.tuple(fc.constantFrom(...machines), draft), { minLength: 1, maxLength: 30 })
  .map((lines) => {
    const seqs = new Map<string, number>();
    return lines.map(([machine, said], index): LogEvent => {
      const seq = (seqs.get(machine) ?? 0) + 1;
      seqs.set(machine, seq);
      const minute = String(index).padStart(2, '0');
      return { ...said, machine, seq, version: 1, stamp: `2020-08-18T00:${minute}:00.000Z-0000` } as LogEvent;
    });
  });
