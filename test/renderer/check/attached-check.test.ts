import { describe, expect, test } from 'vitest';
import { handOf } from '../../../src/renderer/state/verdict-at-hand.ts';
import { aBooth, counted, counts, full, words } from '../kit/a-session.ts';

describe('the verdict of the last check', () => {
  const event = { machine: 'M1', seq: 7 };
  const passed = {
    ...{ verdict: 'pass' as const, reason: 'near-signal', platform: 'android' as const, seconds: 1, packets: 40 },
    ...{ words, codes: [], canRead: false, event, at: '2020-08-19T00:12:00.000Z' },
  };

  test('goes with the next person when the operator says so, once', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    await press('already');
    expect((await answer(counted(1, {})))?.input.check).toBeNull();
    verdicts.toggle();
    await press('installed');
    await press('installed');
    expect((await answer(counted(2, {})))?.input.check).toEqual(event);
    expect((await answer(counted(3, {})))?.input.check).toBeNull();
    // Told of again by the same screen, it is not at hand a second time.
    verdicts.offer(passed);
    expect(verdicts.store.getState().atHand).toBeNull();
  });

  test('stays at hand when the person was not saved, and goes when the next phone is checked', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    await answer(full);
    expect(verdicts.store.getState().atHand).toMatchObject({ event, goes: true });
    verdicts.withdraw();
    await press('installed');
    expect((await answer(counted(1, {})))?.input.check).toBeNull();
  });

  test('that the kit will not have keeps nobody from being counted', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    await answer({ ok: false, error: { code: 'check-unknown', detail: {}, words } });
    expect(verdicts.store.getState().atHand).toBeNull();
    await press('installed');
    expect((await answer(counted(1, {})))?.input.check).toBeNull();
  });

  test('is not put back when the person was refused after the next phone had come', async () => {
    const { verdicts, press, answer } = aBooth();
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    verdicts.withdraw();
    await answer(full);
    expect(verdicts.store.getState().atHand).toBeNull();
  });

  test('is at hand again when the person it went with is taken back, and only then', async () => {
    const { verdicts, counting, press, answer } = aBooth();
    const undone = (seq: number) => ({
      ok: true,
      value: {
        events: [],
        undone: { machine: 'M1', seq, outcome: 'installed', unionName: 'CĐCS' },
        counts: counts(9, {}),
      },
    });
    verdicts.offer(passed);
    verdicts.toggle();
    await press('installed');
    await answer({ ok: true, value: { events: [{ machine: 'M1', seq: 8 }], counts: counts(1, {}), warnings: [] } });
    counting.undo({ machine: 'M1', seq: 3 });
    await new Promise(setImmediate);
    await answer(undone(3));
    expect(verdicts.store.getState().atHand).toBeNull();
    counting.undo(null);
    await new Promise(setImmediate);
    await answer(undone(8));
    expect(verdicts.store.getState().atHand).toMatchObject({ event, goes: true });
  });

  test('that went with somebody by itself is at hand again when that person was not saved', () => {
    const { verdicts } = aBooth();
    verdicts.offer(passed);
    const onGlass = { take: () => ({ event, giveBack: () => {} }) };
    const taken = handOf(onGlass, verdicts).take();
    expect(verdicts.store.getState().atHand).toBeNull();
    taken?.giveBack();
    expect(verdicts.store.getState().atHand).toMatchObject({ event, goes: false });
  });

  test('that was not written is not offered', () => {
    const { verdicts } = aBooth();
    const { event: _event, ...unwritten } = passed;
    verdicts.offer(unwritten);
    expect(verdicts.store.getState().atHand).toBeNull();
  });
});
