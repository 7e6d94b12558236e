import { describe, expect, test } from 'vitest';
import { SETTLE_MS, TOUCH } from '../../../src/renderer/state/press-guard.ts';
import { aBooth, counts, goTanAn, mayMan } from '../kit/a-session.ts';

const batch = { union: mayMan, outcome: 'installed', reason: null, count: 25, once: 'k3J9' };

describe('a worn key and a shaking hand', () => {
  test('counts no digit that follows closely on the one that switched the union, and says so', async () => {
    const { asked, counting, answer } = aBooth();
    counting.choose(goTanAn, 10_000);
    for (const [index, code] of ['Digit1', 'Digit2', 'Digit5'].entries()) {
      counting.press(code, 'installed', 10_400 + index * 400, false);
    }
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['union.choose']);
    expect(counting.store.getState().notice).toEqual({ said: 'settling' });
    await answer({ ok: true, value: { union: goTanAn, counts: counts(0, {}) } });
    counting.press('Digit1', 'installed', 10_400 + 2 * 400 + SETTLE_MS, false);
    await new Promise(setImmediate);
    expect(asked.map(({ name }) => name)).toEqual(['tally.add']);
  });

  test('says gently that a bouncing key was counted once', async () => {
    const { asked, counting } = aBooth();
    counting.press('Numpad1', 'installed', 0, false);
    counting.press('Numpad1', 'installed', 80, false);
    await new Promise(setImmediate);
    expect(asked).toHaveLength(1);
    expect(counting.store.getState().notice).toEqual({ said: 'bounced' });
  });

  test('takes the bounce of a key that asked for a reason for no answer, and of one that answered for nobody else', async () => {
    const { asked, counting } = aBooth();
    counting.press('Digit4', 'unable', 0, false);
    expect(counting.store.getState().overlay).toBe('reasons');
    expect(counting.isFresh('Digit4', 60)).toBe(false);
    expect(counting.store.getState().notice).toEqual({ said: 'bounced' });
    expect(counting.isFresh('Digit1', 900)).toBe(true);
    counting.reason('OTP_CHUA_NHAN');
    counting.press('Digit1', 'installed', 960, false);
    await new Promise(setImmediate);
    expect(asked.map(({ input }) => input.outcome)).toEqual(['unable']);
  });

  test('takes a finger that taps twice for no answer to the list it has opened, and for nobody behind one it has left', async () => {
    const { asked, counting } = aBooth();
    counting.press(`${TOUCH} unable`, 'unable', 0, false);
    expect(counting.store.getState().overlay).toBe('reasons');
    expect(counting.isFresh(TOUCH, 200)).toBe(false);
    expect(counting.isFresh(TOUCH, 900)).toBe(true);
    counting.reason('OTP_CHUA_NHAN');
    counting.press(`${TOUCH} installed`, 'installed', 1_100, false);
    counting.press(`${TOUCH} already`, 'already', 1_300, false);
    await new Promise(setImmediate);
    // The line of orders waits for the first answer.
    expect(asked.map(({ input }) => input.outcome)).toEqual(['unable']);
    expect(counting.store.getState().waiting).toMatchObject({ unable: 1, already: 1 });
    expect(counting.store.getState().waiting.installed).toBeUndefined();
  });

  test('opens no second sheet for the Enter that has sent the last one and bounces', async () => {
    const { counting } = aBooth();
    void counting.send(batch);
    counting.showSheet('batch', null, performance.now());
    expect(counting.store.getState().overlay).toBe('none');
    counting.showSheet('batch');
    expect(counting.store.getState()).toMatchObject({ overlay: 'batch', sheet: { union: { code: 'MAYMAN' } } });
  });
});
