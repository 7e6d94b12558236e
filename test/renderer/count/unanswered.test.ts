import { describe, expect, test } from 'vitest';
import type { About } from '../../../src/preload/contract/kit.ts';
import type { Counts, KitClient, PushName, RequestName, UnionView } from '../../../src/preload/contract.ts';
import { openSession } from '../../../src/renderer/state/session.ts';
import { bluezone2020 } from '../../kit/campaign.ts';

const words = { what: { vi: 'Mất.', en: 'Lost.' }, todo: { vi: 'Chờ.', en: 'Wait.' } };
const lost = { ok: false, error: { code: 'line-lost', detail: {}, words } };
const counts: Counts = {
  ...{ union: 'GO', day: '2020-08-19', today: {}, campaign: {}, todayAll: {}, recent: [], revision: 1 },
};

type Asked = { readonly name: RequestName; readonly input: Record<string, unknown> };

/** A kit with two worlds, a window that shows one, and a line that can be cut before an answer gets through. */
async function aWindow() {
  let world: About['world'] = 'real';
  let cut = false;
  const asked: Asked[] = [];
  const listeners = new Map<PushName, (body: never) => void>();
  const about = () => ({ world, dataFolder: `/data/${world}`, radio: { state: 'off' }, counts }) as About;
  const answers: Partial<Record<RequestName, () => unknown>> = {
    'kit.about': about,
    'campaign.get': () => bluezone2020(),
    'union.lately': () => ({ current: { code: 'GO', name: 'CĐCS Gỗ' } as UnionView, unions: [] }),
    'tally.add': () => ({ events: [{ machine: 'M1', seq: asked.length }], counts, warnings: [] }),
  };
  const kit = {
    request: async (name: RequestName, input: Record<string, unknown>) => {
      asked.push({ name, input });
      await new Promise(setImmediate);
      if (cut) return lost;
      if (name === 'world.enter') {
        world = input.world as About['world'];
        // Every window hears of it before the one that asked has its answer.
        listeners.get('world.changed')?.(about() as never);
        for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
      } else if (input.inWorld !== undefined && input.inWorld !== world)
        return { ok: false, error: { code: 'world-left', detail: {}, words } };
      return { ok: true, value: name === 'world.enter' ? about() : (answers[name]?.() ?? {}) };
    },
    on: (name: PushName, listener: (body: never) => void) => {
      listeners.set(name, listener);
      return () => {};
    },
  } as unknown as KitClient;
  const session = openSession({ kit, watch: () => {} });
  await session.open();
  let at = 0;
  const settled = async () => {
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
  };
  return {
    session,
    settled,
    /** What went out to count somebody. */
    sent: () => asked.filter(({ name }) => name === 'tally.add').map(({ input }) => input),
    inWorldsOf: (asking: RequestName) => asked.filter(({ name }) => name === asking).map(({ input }) => input.inWorld),
    worlds: () => asked.filter(({ name }) => name === 'world.enter').map(({ input }) => input.world),
    press: (outcome: string) => {
      at += 1_000;
      session.counting.press(outcome, outcome, at, false);
    },
    answersLost: async (work: () => unknown) => {
      cut = true;
      work();
      await settled();
      cut = false;
    },
    /** Somebody at a second window of the same kit. */
    otherWindowEnters: async (next: About['world']) => {
      world = next;
      listeners.get('world.changed')?.(about() as never);
      await settled();
    },
  };
}

describe('people whose answer was lost', () => {
  test('keep the operator from practice, who is told how many they are and what to do first', async () => {
    const { session, press, answersLost, worlds } = await aWindow();
    await answersLost(() => {
      press('installed');
      press('already');
    });
    const refused = await session.enter('practice');
    expect(refused?.words.what.vi).toBe('Còn 2 lần ghi chưa được trả lời nên chưa vào luyện tập.');
    expect(refused?.words.todo.vi).toContain('Gửi lại, không tính hai lần');
    expect(worlds()).toEqual([]);
    expect(session.counting.store.getState().unanswered).toHaveLength(2);
  });

  test('are told as entries, one for a batch however many people it holds', async () => {
    const { session, answersLost } = await aWindow();
    const union = { code: 'GO', name: 'CĐCS Gỗ' };
    await answersLost(
      () => void session.counting.send({ union, outcome: 'installed', reason: null, count: 20, once: 'k3J9' }),
    );
    const refused = await session.enter('practice');
    expect(refused?.words.what.vi).toBe('Còn 1 lần ghi chưa được trả lời nên chưa vào luyện tập.');
    expect(refused?.words.what.en).toBe('Entries without an answer: 1. Practice was not entered.');
  });

  test('are sent again, and then practice may be entered', async () => {
    const { session, press, answersLost, settled, sent, worlds } = await aWindow();
    await answersLost(() => press('installed'));
    session.counting.sendAgain();
    expect(await session.enter('practice')).toBeNull();
    await settled();
    expect(sent()).toMatchObject([{ inWorld: 'real' }, { inWorld: 'real' }]);
    expect(sent()[1]?.once).toBe(sent()[0]?.once);
    expect(worlds()).toEqual(['practice']);
  });

  test('are waited for when their key went down just before practice was asked for', async () => {
    const { session, press, answersLost, worlds } = await aWindow();
    let refused: unknown = null;
    await answersLost(() => {
      press('installed');
      void session.enter('practice').then((error) => {
        refused = error;
      });
    });
    expect(refused).toMatchObject({ code: 'entries-unanswered' });
    expect(worlds()).toEqual([]);
  });

  test('may be put away by a person who has looked at the numbers, and hold up nothing then', async () => {
    const { session, press, answersLost } = await aWindow();
    await answersLost(() => press('installed'));
    session.counting.putAway();
    expect(await session.enter('practice')).toBeNull();
  });

  test('wait while another window is in practice: nothing of them is sent there, and once all the same in the real world', async () => {
    const { session, press, answersLost, otherWindowEnters, settled, sent } = await aWindow();
    await answersLost(() => press('installed'));
    await otherWindowEnters('practice');
    session.counting.sendAgain();
    await settled();
    expect(sent()).toHaveLength(1);
    await otherWindowEnters('real');
    session.counting.sendAgain();
    await settled();
    expect(sent().map(({ once, inWorld }) => [once, inWorld])).toEqual([
      [sent()[0]?.once, 'real'],
      [sent()[0]?.once, 'real'],
    ]);
    expect(session.counting.store.getState().unanswered).toEqual([]);
  });

  test('in practice keep nobody from real work', async () => {
    const { session, press, answersLost } = await aWindow();
    await session.enter('practice');
    await answersLost(() => press('installed'));
    expect(await session.enter('real')).toBeNull();
  });
});

test('sends a press that waited in line to no other world than the one it was made in', async () => {
  const { session, press, otherWindowEnters, sent } = await aWindow();
  press('installed');
  press('already');
  await otherWindowEnters('practice');
  expect(sent().map(({ inWorld }) => inWorld)).toEqual(['real', 'real']);
  expect(session.counting.store.getState().failure?.error.code).toBe('world-left');
});

test('says that a press was not counted which came too late for the world that this window was leaving', async () => {
  const { session, press, worlds } = await aWindow();
  const entered = session.enter('practice');
  while (worlds().length === 0) await Promise.resolve();
  press('installed');
  expect(await entered).toBeNull();
  expect(session.counting.store.getState().failure?.error.code).toBe('world-left');
});

test('takes back nobody of another world than the one in which the key went down', async () => {
  const { session, press, otherWindowEnters, inWorldsOf } = await aWindow();
  press('installed');
  session.counting.undo(null);
  await otherWindowEnters('practice');
  expect(inWorldsOf('tally.undo')).toEqual(['real']);
});

describe('a paper sheet with a line whose answer was lost', () => {
  const aSheet = async () => {
    const window = await aWindow();
    const { paper } = window.session;
    paper.setUnion({ code: 'GO', name: 'CĐCS Gỗ' } as UnionView);
    paper.setDay('18/8/2020');
    paper.type(0, '31');
    await window.answersLost(() => void paper.save());
    return { ...window, paper };
  };

  test('keeps the operator from practice', async () => {
    const { session, worlds } = await aSheet();
    expect((await session.enter('practice'))?.words.what.vi).toContain('Phiếu giấy còn 1 dòng');
    expect(worlds()).toEqual([]);
  });

  test('lies there again when another window comes back from practice, and its line counts once', async () => {
    const { paper, otherWindowEnters, sent } = await aSheet();
    await otherWindowEnters('practice');
    expect(paper.store.getState()).toMatchObject({ union: null, day: '' });
    expect(paper.unsure()).toBe(0);
    await otherWindowEnters('real');
    expect(paper.store.getState().day).toBe('18/8/2020');
    expect(paper.store.getState().lines[0]).toMatchObject({ typed: '31', at: 'unsure' });
    await paper.save();
    expect(sent()[1]?.once).toBe(sent()[0]?.once);
    expect(paper.unsure()).toBe(0);
  });
});
