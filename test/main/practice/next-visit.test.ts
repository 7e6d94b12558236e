import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/core/base/result.ts';
import { type CheckDesk, checkDesk } from '../../kit/check-desk.ts';
import { got } from '../../kit/store.ts';

const begin = (desk: CheckDesk) =>
  got(desk.handlers['check.start']({ check: null, union: 'A', timeout: 45 }) as Result<{ timeout: number }>);

describe('the practice booth', () => {
  test('brings who was chosen at every check, until the usual queue comes again', async () => {
    const desk = checkDesk({ practice: true });
    expect(desk.handlers['practice.next']({ visit: 'side-by-side' })).toMatchObject({
      value: { visit: 'side-by-side' },
    });
    for (let check = 0; check < 2; check++) {
      begin(desk);
      await desk.hears([], 12);
      expect(desk.latest('check.ended')).toMatchObject({ result: { verdict: 'unclear', reason: 'two-near' } });
    }
    expect(desk.handlers['practice.next']({})).toMatchObject({ value: { visit: 'side-by-side' } });
    expect(desk.handlers['practice.next']({ visit: null })).toMatchObject({ value: { visit: null } });
    begin(desk);
    await desk.hears([], 40);
    expect(desk.latest('check.ended')).not.toMatchObject({ result: { reason: 'two-near' } });
  });

  test('lets a code be compared, and the pass stands in the log', async () => {
    const desk = checkDesk({ practice: true });
    desk.handlers['practice.next']({ visit: 'side-by-side' });
    begin(desk);
    await desk.hears([], 12);
    const ended = desk.latest('check.ended');
    const [code = ''] = ended.ended === 'verdict' ? ended.result.codes : [];
    expect(await desk.handlers['check.confirm']({ code })).toMatchObject({ ok: true });
    expect(desk.latest('check.ended')).toMatchObject({ result: { verdict: 'pass', reason: 'code-confirmed' } });
  });

  test.each([
    ['iphone-background', { ok: true }],
    ['iphone-mute', { ok: false, error: { code: 'phone-unread' } }],
  ] as const)('%s answers, or does not, when it is asked', async (visit, answer) => {
    const desk = checkDesk({ practice: true });
    desk.handlers['practice.next']({ visit });
    begin(desk);
    await desk.hears([], 6);
    expect(desk.latest('check.progress')).toMatchObject({ canRead: true });
    const asked = desk.handlers['check.read']({});
    await desk.hears([], 2);
    expect(await asked).toMatchObject(answer);
  });

  test('loses its Bluetooth in the middle of a check, and blames nobody’s phone', async () => {
    const desk = checkDesk({ practice: true });
    desk.handlers['practice.next']({ visit: 'radio-lost' });
    begin(desk);
    await desk.hears([], 8);
    expect(desk.latest('check.ended')).toMatchObject({ result: { verdict: 'inconclusive', reason: 'powered-off' } });
    expect(desk.store.verify()).toMatchObject({ events: 0 });
  });

  test('goes through the guided minute to a gate of its own, and the queue comes as before', async () => {
    const desk = checkDesk({ practice: true });
    desk.handlers['practice.next']({ visit: 'iphone-open' });
    const calibrated = desk.handlers['radio.calibrate']({});
    await desk.hears([], 61);
    const gate = got((await calibrated) as Result<unknown>);
    expect(gate).toEqual({ android: -48, iphone: -36, shiftDb: 2 });
    begin(desk);
    await desk.hears([], 3);
    expect(desk.latest('check.ended')).toMatchObject({ result: { verdict: 'pass', platform: 'iphone' } });
  });

  test('plays the beacon without a sound, and stops it when asked', async () => {
    const desk = checkDesk({ practice: true });
    const sent = desk.handlers['radio.beacon']({ seconds: 60 });
    await desk.hears([], 3);
    desk.handlers['check.stop']({ check: null });
    expect(await sent).toMatchObject({ ok: true, value: { seconds: 3 } });
  });
});

test('the real booth takes whoever comes', () => {
  const desk = checkDesk();
  expect(desk.handlers['practice.next']({ visit: 'far' })).toMatchObject({ error: { code: 'practice-only' } });
});
