import { describe, expect, it } from 'vitest';
import { platforms } from '../../src/core/verdict.ts';
import type {
  CheckResult,
  KitClient,
  PushBody,
  PushName,
  Reply,
  RequestName,
  UnionView,
} from '../../src/preload/contract.ts';
import { piecesOf } from '../../src/renderer/radio/pieces.ts';
import { because, openCards } from '../../src/renderer/state/because.ts';
import { createChecking } from '../../src/renderer/state/checking.ts';
import { createCounting } from '../../src/renderer/state/counting.ts';
import type { SessionState } from '../../src/renderer/state/session-state.ts';
import { createStore } from '../../src/renderer/state/store.ts';
import { bluezone2020 } from '../kit/campaign.ts';

const words = { what: { vi: 'Có.', en: 'Yes.' }, todo: { vi: 'Tiếp.', en: 'Go on.' } };
const event = { machine: 'm1', seq: 7 };
const unclear: CheckResult = {
  verdict: 'unclear',
  reason: 'two-near',
  platform: 'android',
  seconds: 9,
  packets: 400,
  words,
  event,
  codes: ['286BCE***', 'A1B2C3***'],
  canRead: false,
};
const pass: CheckResult = {
  ...unclear,
  verdict: 'pass',
  reason: 'code-confirmed',
  codes: [],
  event: { machine: 'm1', seq: 9 },
};
const silent: CheckResult = { ...unclear, verdict: 'not-seen', reason: 'silent', platform: 'unknown', codes: [] };
const background: CheckResult = {
  ...unclear,
  verdict: 'inconclusive',
  reason: 'iphone-background',
  codes: [],
  canRead: true,
};
const listening = (codes: string[]): PushBody<'check.progress'> => ({
  seconds: 3,
  timeout: 45,
  packets: 90,
  candidate: null,
  hint: 'step-back',
  codes,
  canRead: false,
  reading: false,
});
const refused: Reply<never> = { ok: false, error: { code: 'phone-unread', detail: {}, words } };

/** On disk. */
const saved = { ok: true, value: { events: [{ machine: 'm1', seq: 20 }], counts: { revision: 1 }, warnings: [] } };

interface Asked {
  readonly name: RequestName;
  readonly input: Record<string, unknown>;
  readonly answer: (reply: Reply<never>) => void;
}

/** The check of a booth whose kit says what the story says, when the story says it. */
function aCheck() {
  const asked: Asked[] = [];
  const listeners = new Map<PushName, (body: never) => void>();
  const kit = {
    request: (name: RequestName, input: Record<string, unknown>) =>
      new Promise<Reply<never>>((resolve) => asked.push({ name, input, answer: resolve })),
    on: (name: PushName, listener: (body: never) => void) => {
      listeners.set(name, listener);
      return () => {};
    },
  } as unknown as KitClient;
  const store = createStore({
    about: null,
    union: { code: 'GO', name: 'CĐCS GO' } as UnionView,
    campaign: bluezone2020(),
  } as SessionState);
  const checking = createChecking(kit, store);
  const counting = createCounting(kit, store, { counts: checking.settling, hand: checking.inHand });
  const push = <N extends PushName>(name: N, body: PushBody<N>) => listeners.get(name)?.(body as never);
  return {
    store,
    checking,
    counting,
    push,
    asked: (name: RequestName) => asked.filter((one) => one.name === name),
    answer: async (name: RequestName, reply: Reply<never>) => {
      asked.findLast((one) => one.name === name)?.answer(reply);
      await new Promise(setImmediate);
    },
    ends: (result: CheckResult) => {
      checking.start();
      push('check.progress', listening([]));
      push('check.ended', { ended: 'verdict', result });
    },
    settled: () => new Promise(setImmediate),
  };
}

describe('comparing codes', () => {
  it('keeps each code in its place while it is looked at, whatever order the kit tells them in', () => {
    const { checking, push } = aCheck();
    checking.start();
    push('check.progress', listening(['AAAAAA***', 'BBBBBB***']));
    push('check.progress', listening(['BBBBBB***', 'CCCCCC***', 'AAAAAA***']));
    expect(checking.store.get().places).toEqual(['AAAAAA***', 'BBBBBB***', 'CCCCCC***']);
  });

  it('says "khớp" for the code of the place, once, and only for one that is still offered', () => {
    const { checking, push, asked } = aCheck();
    checking.start();
    push('check.progress', listening(['AAAAAA***', 'BBBBBB***']));
    push('check.progress', listening(['BBBBBB***']));
    checking.match(0);
    expect(asked('check.confirm')).toEqual([]);
    checking.match(1);
    checking.match(1);
    expect(asked('check.confirm').map(({ input }) => input)).toEqual([{ code: 'BBBBBB***' }]);
  });

  it('shows the pass in the place of the unclear verdict, and nothing of the codes stays', () => {
    const { checking, ends, push } = aCheck();
    ends(unclear);
    checking.match(0);
    push('check.ended', { ended: 'verdict', result: pass });
    expect(checking.store.get()).toMatchObject({ check: { at: 'ended', result: pass }, asking: null, places: [] });
  });

  it('forgets the codes and the iPhone when the kit does, and the verdict stands', () => {
    for (const result of [unclear, background]) {
      const { checking, ends, push, asked } = aCheck();
      ends(result);
      push('check.forgotten', {});
      expect(checking.store.get()).toMatchObject({
        check: { at: 'ended', result: { verdict: result.verdict, event, codes: [], canRead: false } },
        places: [],
      });
      checking.match(0);
      checking.read();
      expect([...asked('check.confirm'), ...asked('check.read')]).toEqual([]);
    }
  });

  it('takes no verdict that nobody asked for once one stands', () => {
    const { checking, ends, push } = aCheck();
    ends(unclear);
    push('check.ended', { ended: 'verdict', result: pass });
    expect(checking.store.get().check).toEqual({ at: 'ended', result: unclear });
  });
});

describe('asking the iPhone', () => {
  it('tells why there was no answer, and the verdict stands as it was', async () => {
    const { checking, ends, answer } = aCheck();
    ends(background);
    checking.read();
    expect(checking.store.get().asking).toBe('phone');
    await answer('check.read', refused);
    expect(checking.store.get()).toMatchObject({
      asking: null,
      refused: { code: 'phone-unread' },
      check: { result: background },
    });
  });

  it('is not asked where the kit does not offer it', () => {
    const { checking, ends, asked } = aCheck();
    ends(silent);
    checking.read();
    expect(asked('check.read')).toEqual([]);
  });

  it('leaves the phone of somebody who was counted meanwhile, and takes no answer of it for the next', async () => {
    const { checking, ends, asked, answer, push } = aCheck();
    ends(background);
    checking.read();
    checking.settling()();
    expect(asked('check.stop')).toHaveLength(1);
    await answer('check.read', refused);
    push('check.ended', { ended: 'verdict', result: pass });
    expect(checking.store.get()).toMatchObject({ check: { at: 'rest' }, refused: null });
  });
});

describe('stopping', () => {
  it('is ordered once when the screen is left while the iPhone is asked: a second order would end the next check', () => {
    const { checking, ends, asked } = aCheck();
    ends(background);
    checking.read();
    checking.abandon();
    expect(asked('check.stop')).toHaveLength(1);
  });

  it('ends the listening on the glass, though the message of its end was missed', async () => {
    const { checking, push, answer } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    checking.stop();
    await answer('check.stop', { ok: true, value: {} } as never);
    expect(checking.store.get().check).toEqual({ at: 'rest' });
  });

  it('leaves the next check alone when its answer comes late', async () => {
    const { checking, push, answer } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    checking.stop();
    push('check.ended', { ended: 'stopped' });
    checking.start();
    push('check.progress', listening([]));
    await answer('check.stop', refused);
    expect(checking.store.get().check).toMatchObject({ at: 'listening' });
  });
});

describe('two checks, one soon after the other', () => {
  const nameOf = (asked: readonly Asked[]) => String(asked.at(-1)?.input.check);

  it('are told apart: the first is stopped by its name, and the second starts when that is answered', async () => {
    const { checking, push, asked, answer } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    const first = nameOf(asked('check.start'));
    checking.abandon();
    checking.start();
    expect(asked('check.stop').map(({ input }) => input.check)).toEqual([first]);
    expect(asked('check.start')).toHaveLength(1);
    await answer('check.stop', { ok: true, value: {} } as never);
    expect(asked('check.start')).toHaveLength(2);
    expect(nameOf(asked('check.start'))).not.toBe(first);
  });

  it('never show the second phone the verdict of the first that comes late', () => {
    const { checking, push, asked } = aCheck();
    checking.start();
    push('check.progress', listening([]));
    const check = nameOf(asked('check.start'));
    checking.abandon();
    checking.start();
    push('check.progress', { ...listening([]), check });
    push('check.ended', { check, ended: 'verdict', result: pass });
    expect(checking.store.get().check).toEqual({ at: 'starting' });
  });
});

describe('counting after a verdict', () => {
  const body = (one: Asked | undefined) => one?.input;

  it('puts the check behind the person, and behind nobody else', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    counting.press('Digit2', 'already', 400, false);
    await settled();
    await answer('tally.add', saved as never);
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, null]);
  });

  it('keeps the check for the next attempt when the disk refused the first', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    await answer('tally.add', { ...refused });
    counting.press('Digit1', 'installed', 400, false);
    await settled();
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, event]);
  });

  it('counts the person without a check that the kit will not have, at the second press', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    await answer('tally.add', { ok: false, error: { code: 'check-attached', detail: {}, words } });
    counting.press('Digit1', 'installed', 400, false);
    await settled();
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, null]);
  });

  it('gives a check that was refused late to nobody whose phone was checked meanwhile', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    ends(pass);
    counting.press('Digit2', 'already', 400, false);
    await answer('tally.add', { ...refused });
    counting.press('Digit3', 'reactivated', 800, false);
    await settled();
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, pass.event]);
  });

  it('leaves the verdict of the next phone on the glass when the disk was slow with the person before', async () => {
    const { checking, counting, ends, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    ends(pass);
    await answer('tally.add', saved as never);
    expect(checking.store.get().check).toEqual({ at: 'ended', result: pass });
  });

  it('leaves the verdict on the glass while earlier people are taken off', async () => {
    const { checking, counting, ends, settled, answer } = aCheck();
    ends(unclear);
    void counting.send({
      union: { code: 'GO', name: 'CĐCS GO' },
      outcome: 'installed',
      reason: null,
      count: 2,
      minus: { why: 'đếm trùng', day: null },
      once: 'k3J9',
    });
    await settled();
    await answer('tally.minus', saved as never);
    expect(checking.store.get().check).toEqual({ at: 'ended', result: unclear });
  });

  it('attaches no check whose verdict is about to be bettered', async () => {
    const { checking, counting, ends, asked, settled } = aCheck();
    ends(unclear);
    checking.match(0);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    expect(body(asked('tally.add')[0])).toMatchObject({ check: null });
  });

  it('attaches nothing while a check listens or none was made', async () => {
    const { checking, counting, asked, settled } = aCheck();
    counting.press('Digit1', 'installed', 0, false);
    checking.start();
    await settled();
    expect(body(asked('tally.add')[0])).toMatchObject({ check: null });
  });
});

describe('the cards', () => {
  it('open for the phone that the laptop took it for, and turn to another kind', () => {
    const desk = aCheck();
    desk.ends(silent);
    expect(openCards(desk)).toEqual([]);
    desk.checking.showCards();
    expect(desk.checking.store.get().cards).toBe('unknown');
    for (const platform of platforms) {
      desk.checking.turnCards(platform);
      expect(openCards(desk).every((card) => card.platforms.includes(platform))).toBe(true);
    }
  });

  it('count the person with the reason of the card, on the check that stands behind it', async () => {
    const desk = aCheck();
    desk.ends(silent);
    desk.checking.showCards();
    desk.checking.turnCards('android');
    const card = openCards(desk).find(({ reason }) => reason === 'KHONG_BLE');
    if (card === undefined) throw new Error('no card for a phone that cannot send');
    because(desk, card);
    await desk.settled();
    expect(desk.asked('tally.add').map(({ input }) => input)).toMatchObject([
      { union: 'GO', outcome: 'unable', reason: 'KHONG_BLE', check: event },
    ]);
    expect(desk.checking.store.get().cards).toBeNull();
  });

  it('about the laptop count nobody', () => {
    const desk = aCheck();
    desk.ends(unclear);
    desk.checking.showCards();
    for (const card of openCards(desk)) because(desk, card);
    expect(desk.asked('tally.add')).toEqual([]);
    expect(desk.checking.store.get().cards).toBe('android');
  });

  it('close when the phone is listened to again, and never open for a pass', () => {
    const { checking, ends } = aCheck();
    ends(silent);
    checking.showCards();
    checking.start();
    expect(checking.store.get().cards).toBeNull();
    const passed = aCheck();
    passed.ends(pass);
    passed.checking.showCards();
    expect(passed.checking.store.get().cards).toBeNull();
  });
});

describe('a radio that does something else', () => {
  it('is ended first, and the check starts when it has answered', async () => {
    const { checking, asked, settled } = aCheck();
    let over = () => {};
    checking.occupy(() => new Promise<void>((resolve) => (over = resolve)));
    checking.start();
    await settled();
    expect(asked('check.start')).toEqual([]);
    expect(checking.store.get().check).toEqual({ at: 'starting' });
    over();
    await settled();
    expect(asked('check.start')).toHaveLength(1);
  });

  it('holds no check back once it is over, and starts none that was left meanwhile', async () => {
    const { checking, asked, settled } = aCheck();
    checking.occupy(async () => {})();
    checking.start();
    expect(asked('check.start')).toHaveLength(1);
    const left = aCheck();
    left.checking.occupy(async () => {});
    left.checking.start();
    left.checking.abandon();
    await settled();
    expect(left.asked('check.start')).toEqual([]);
  });
});

describe('the ring of the guided minute', () => {
  it('has a piece for each step, filled as far as the minute has gone', () => {
    expect(piecesOf(30).map(({ heard }) => heard)).toEqual([1, 0.5, 0]);
    expect(piecesOf(60).at(-1)).toMatchObject({ to: 1, heard: 1 });
  });
});
