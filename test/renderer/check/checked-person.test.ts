import { describe, expect, test } from 'vitest';
import { platforms } from '../../../src/core/check/verdict.ts';
import { because, openCards } from '../../../src/renderer/state/card-reason.ts';
import { type Asked, aCheck, event, pass, refused, saved, silent, unclear, words } from '../kit/a-check.ts';

describe('counting after a verdict', () => {
  const body = (one: Asked | undefined) => one?.input;

  test('puts the check behind the person, and behind nobody else', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    counting.press('Digit2', 'already', 400, false);
    await settled();
    await answer('tally.add', saved as never);
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, null]);
  });

  test('keeps the check for the next attempt when the disk refused the first', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    await answer('tally.add', { ...refused });
    counting.press('Digit1', 'installed', 400, false);
    await settled();
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, event]);
  });

  test('counts the person without a check that the kit will not have, at the second press', async () => {
    const { counting, ends, asked, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    await answer('tally.add', { ok: false, error: { code: 'check-attached', detail: {}, words } });
    counting.press('Digit1', 'installed', 400, false);
    await settled();
    expect(asked('tally.add').map((one) => body(one)?.check)).toEqual([event, null]);
  });

  test('gives a check that was refused late to nobody whose phone was checked meanwhile', async () => {
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

  test('leaves the verdict of the next phone on the glass when the disk was slow with the person before', async () => {
    const { checking, counting, ends, settled, answer } = aCheck();
    ends(unclear);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    ends(pass);
    await answer('tally.add', saved as never);
    expect(checking.store.getState().check).toEqual({ at: 'ended', result: pass });
  });

  test('leaves the verdict on the glass while earlier people are taken off', async () => {
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
    expect(checking.store.getState().check).toEqual({ at: 'ended', result: unclear });
  });

  test('attaches no check whose verdict is about to be bettered', async () => {
    const { checking, counting, ends, asked, settled } = aCheck();
    ends(unclear);
    checking.match(0);
    counting.press('Digit1', 'installed', 0, false);
    await settled();
    expect(body(asked('tally.add')[0])).toMatchObject({ check: null });
  });

  test('attaches nothing while a check listens or none was made', async () => {
    const { checking, counting, asked, settled } = aCheck();
    counting.press('Digit1', 'installed', 0, false);
    checking.start();
    await settled();
    expect(body(asked('tally.add')[0])).toMatchObject({ check: null });
  });
});

describe('the cards', () => {
  test('open for the phone that the laptop took it for, and turn to another kind', () => {
    const desk = aCheck();
    desk.ends(silent);
    expect(openCards(desk)).toEqual([]);
    desk.checking.showCards();
    expect(desk.checking.store.getState().cards).toBe('unknown');
    for (const platform of platforms) {
      desk.checking.turnCards(platform);
      expect(openCards(desk).every((card) => card.platforms.includes(platform))).toBe(true);
    }
  });

  test('count the person with the reason of the card, on the check that stands behind it', async () => {
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
    expect(desk.checking.store.getState().cards).toBeNull();
  });

  test('about the laptop count nobody', () => {
    const desk = aCheck();
    desk.ends(unclear);
    desk.checking.showCards();
    for (const card of openCards(desk)) because(desk, card);
    expect(desk.asked('tally.add')).toEqual([]);
    expect(desk.checking.store.getState().cards).toBe('android');
  });

  test('close when the phone is listened to again, and never open for a pass', () => {
    const { checking, ends } = aCheck();
    ends(silent);
    checking.showCards();
    checking.start();
    expect(checking.store.getState().cards).toBeNull();
    const passed = aCheck();
    passed.ends(pass);
    passed.checking.showCards();
    expect(passed.checking.store.getState().cards).toBeNull();
  });
});
