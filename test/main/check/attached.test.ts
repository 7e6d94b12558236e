import { expect, test } from 'vitest';
import type { Result } from '../../../src/core/base/result.ts';
import type { EventDraft, EventRef } from '../../../src/core/log/event.ts';
import { tallyHandlers } from '../../../src/main/count/tallies.ts';
import { noRadio } from '../../../src/main/radio/radio.ts';
import { contextOf } from '../../../src/main/world/open-context.ts';
import type { RequestOut } from '../../../src/preload/contract.ts';
import { bluezone2020 } from '../../kit/campaign.ts';
import { storyClock } from '../../kit/clock.ts';
import { got, openedStore, tallied, totalOf } from '../../kit/store.ts';

const passed: EventDraft = {
  kind: 'check',
  union: 'A',
  body: {
    ...{ campaign: 'bluezone-2020', verdict: 'pass', reason: 'near-signal', platform: 'android', seconds: 1 },
    day: '2020-08-18',
  },
};

/** A booth whose log holds a verdict and a tally, and what counts there. */
function boothWithVerdict() {
  const store = openedStore();
  const world = {
    name: 'real',
    campaign: bluezone2020(),
    store,
    radio: noRadio(),
    close: async () => undefined,
  } as const;
  const handlers = tallyHandlers(contextOf({ world: () => world, clock: storyClock(), push: () => undefined }));
  const [check, tally] = got(store.append([passed, tallied('B')]));
  const refOf = (ref: EventRef | undefined): EventRef => ({ machine: ref?.machine ?? '', seq: ref?.seq ?? 0 });
  const add = (on: EventRef | null) =>
    handlers['tally.add']({
      ...{
        union: 'A',
        outcome: 'installed',
        reason: null,
        count: 1,
        day: null,
        source: 'booth',
        check: on,
        once: null,
      },
    }) as Result<RequestOut<'tally.add'>>;
  const undo = () => handlers['tally.undo']({ event: null }) as Result<RequestOut<'tally.undo'>>;
  return { store, add, undo, check: refOf(check), tally: refOf(tally) };
}

test('a verdict stands behind one tally, and behind another only after the first was taken back', () => {
  const { store, add, undo, check } = boothWithVerdict();
  got(add(check));
  expect(add(check)).toMatchObject({ ok: false, error: { code: 'check-attached' } });
  got(undo());
  got(add(check));
  expect(totalOf(store, 'A')).toBe(1);
  expect(store.verify()).toMatchObject({ ok: true });
});

test('the lines that can be taken back show the verdict that stands behind them', () => {
  const { add, check } = boothWithVerdict();
  got(add(null));
  const { counts } = got(add(check));
  expect(counts.recent.map(({ check: verdict }) => verdict)).toEqual(['pass', null, null]);
});

test('a tally needs no verdict, and a verdict no tally', () => {
  const { store, add } = boothWithVerdict();
  got(add(null));
  expect(totalOf(store, 'A')).toBe(1);
  const checks = store.totals.of('A').filter(({ subject }) => subject === 'check');
  expect(checks).toMatchObject([{ code: 'pass', tree: 1 }]);
});

test('what is not in the log, or is no verdict, cannot stand behind a tally', () => {
  const { store, add, tally } = boothWithVerdict();
  expect(add(tally)).toMatchObject({ ok: false, error: { code: 'check-unknown' } });
  expect(add({ machine: 'nobody', seq: 1 })).toMatchObject({ ok: false, error: { code: 'check-unknown' } });
  expect(totalOf(store, 'A')).toBe(0);
});
