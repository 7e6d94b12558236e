import { describe, expect, test } from 'vitest';
import type { About } from '../../../src/preload/contract/kit.ts';
import type {
  CheckResult,
  Counts,
  KitClient,
  PushBody,
  PushName,
  RequestName,
  UnionView,
} from '../../../src/preload/contract.ts';
import { openSession } from '../../../src/renderer/state/session.ts';

const words = { what: { vi: 'Có.', en: 'Yes.' }, todo: { vi: 'Tiếp.', en: 'Go on.' } };
const pass: CheckResult = {
  verdict: 'pass',
  reason: 'near-signal',
  platform: 'android',
  seconds: 1,
  packets: 40,
  words,
  codes: [],
  canRead: false,
};

const counts = (revision: number, installed: number): Counts => ({
  union: null,
  day: '2020-08-19',
  today: { installed },
  campaign: { installed },
  todayAll: { installed },
  recent: [],
  revision,
});

/** A kit whose messages the test sends, on a line that the test can break. */
function aWindow() {
  const listeners = new Map<PushName, (body: never) => void>();
  const asked: RequestName[] = [];
  let now = counts(1, 1);
  let told: (up: boolean) => void = () => {};
  const answers: Partial<Record<RequestName, () => unknown>> = {
    'kit.about': () => ({ radio: { state: 'off' }, counts: now, world: 'real' }),
    'world.enter': () => ({ radio: { state: 'off' }, counts: now, world: 'practice' }),
    'campaign.get': () => ({ outcomes: [] }),
    'union.lately': () => ({ current: null, unions: [] }),
    'check.start': () => ({ timeout: 45 }),
    'tally.add': () => ({ events: [], counts: now, warnings: [] }),
  };
  const kit = {
    request: async (name: RequestName) => {
      asked.push(name);
      return { ok: true, value: answers[name]?.() ?? {} };
    },
    on: (name: PushName, listener: (body: never) => void) => {
      listeners.set(name, listener);
      return () => {};
    },
  } as unknown as KitClient;
  const session = openSession({
    kit,
    watch: (listener) => {
      told = listener;
    },
  });
  return {
    session,
    asked,
    push: <N extends PushName>(name: N, body: PushBody<N>) => listeners.get(name)?.(body as never),
    line: async (up: boolean) => {
      told(up);
      await new Promise(setImmediate);
    },
    counted: (next: Counts) => {
      now = next;
    },
    settled: () => new Promise(setImmediate),
    check: () => session.checking.store.getState().check,
  };
}

const progress = {
  seconds: 2,
  timeout: 45,
  packets: 90,
  candidate: null,
  hint: null,
  codes: [],
  canRead: false,
  reading: false,
};

describe('a window of the kit', () => {
  test('asks for every number again after the line was broken', async () => {
    const { session, line, counted } = aWindow();
    await session.open();
    await line(false);
    expect(session.store.getState().up).toBe(false);
    counted(counts(5, 4));
    await line(true);
    expect(session.store.getState()).toMatchObject({ up: true, counts: { today: { installed: 4 } } });
  });

  test('takes what another window counted, and nothing that is older than what it shows', async () => {
    const { session, push } = aWindow();
    await session.open();
    push('counts.changed', counts(3, 3));
    push('counts.changed', counts(2, 2));
    expect(session.store.getState().counts?.today).toEqual({ installed: 3 });
  });

  test('shows a verdict that outran the answer to its own start', async () => {
    const { session, push, settled, check } = aWindow();
    session.checking.start();
    push('check.progress', progress);
    push('check.ended', { ended: 'verdict', result: pass });
    await settled();
    expect(check()).toEqual({ at: 'ended', result: pass });
  });

  test('is not called back to listening by a message that came after the verdict', async () => {
    const { session, push, settled, check } = aWindow();
    session.checking.start();
    await settled();
    push('check.ended', { ended: 'verdict', result: pass });
    push('check.progress', progress);
    expect(check()).toEqual({ at: 'ended', result: pass });
  });

  test('starts one check however often the key is pressed', async () => {
    const { session, asked, settled } = aWindow();
    session.checking.start();
    session.checking.start();
    await settled();
    session.checking.start();
    expect(asked.filter((name) => name === 'check.start')).toHaveLength(1);
  });

  test('claims nothing about a check whose end it missed, and ends it', async () => {
    const { session, asked, push, line, check } = aWindow();
    session.checking.start();
    push('check.progress', progress);
    await line(false);
    await line(true);
    expect(check()).toEqual({ at: 'rest' });
    expect(asked).toContain('check.stop');
  });

  test('shows no worker the verdict of the one before: it goes when the person is counted', async () => {
    const { session, push, settled, check } = aWindow();
    await session.open();
    session.store.setState({ union: { code: 'GO', name: 'CĐCS GO' } as UnionView });
    session.go('check');
    session.checking.start();
    push('check.ended', { ended: 'verdict', result: pass });
    session.counting.press('Digit1', 'installed', 0, false);
    expect(check()).toEqual({ at: 'ended', result: pass });
    await settled();
    expect(check()).toEqual({ at: 'rest' });
  });

  test('shows no worker the verdict of the one before: it goes when the screen is left', async () => {
    const { session, push, check } = aWindow();
    session.go('check');
    session.checking.start();
    push('check.ended', { ended: 'verdict', result: pass });
    session.go('booth');
    session.go('check');
    expect(check()).toEqual({ at: 'rest' });
  });

  test('ends a check that is left, and takes no verdict of it that comes late', async () => {
    const { session, asked, push, settled, check } = aWindow();
    session.go('check');
    session.checking.start();
    await settled();
    session.go('audience');
    expect(asked).toContain('check.stop');
    push('check.ended', { ended: 'verdict', result: pass });
    session.go('check');
    expect(check()).toEqual({ at: 'rest' });
  });

  test('tells what became of the folder until a person has read it', async () => {
    const { session, asked, push } = aWindow();
    await session.open();
    push('world.changed', { ...session.store.getState().about, notice: words } as About);
    expect(session.store.getState().about?.notice).toEqual(words);
    await session.dismissNotice();
    expect(asked).toContain('notice.dismiss');
    expect(session.store.getState().about?.notice).toBeNull();
  });

  test('keeps no verdict and no message of one world in the other', async () => {
    const { session, push, check } = aWindow();
    await session.open();
    session.checking.start();
    push('check.ended', { ended: 'verdict', result: pass });
    session.counting.press('Digit1', 'installed', 0, false);
    await session.enter('practice');
    expect(check()).toEqual({ at: 'rest' });
    expect(session.counting.store.getState()).toMatchObject({ overlay: 'none', notice: null });
  });

  test('opens the page of a union from any screen, and leads back to where it was opened', async () => {
    const { session } = aWindow();
    const place = () => [session.store.getState().screen, session.store.getState().unionPlace];
    session.go('report');
    session.openUnion('C1', 'figures');
    session.openUnion('C2');
    expect(place()).toEqual(['unions', { union: 'C2', part: 'about', from: 'report' }]);
    session.closeUnion();
    expect(place()).toEqual(['report', null]);
    session.go('unions');
    session.openUnion('C1');
    session.go('booth');
    session.go('unions');
    expect(place()).toEqual(['unions', { union: 'C1', part: 'about', from: 'unions' }]);
    session.go('unions');
    expect(place()).toEqual(['unions', null]);
  });

  test('closes the page of a union when another world opens', async () => {
    const { session } = aWindow();
    await session.open();
    session.openUnion('C1');
    await session.enter('practice');
    expect(session.store.getState().unionPlace).toBeNull();
  });
});
