import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/core/base/result.ts';
import type { Phone } from '../../../src/core/practice/room.ts';
import { EVERYTHING } from '../../../src/main/store/projections/totals.ts';
import { type CheckDesk, checkDesk } from '../../kit/check-desk.ts';
import { queue } from '../../kit/check-story.ts';
import { got } from '../../kit/store.ts';

const idOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const inHand: Phone = { kind: 'android-open', rssi: -40, id: idOf('286bce589ab994efa5f73cad') };
const beside: Phone = { kind: 'android-open', rssi: -42, id: idOf('a1b2c3000000000000000000') };
const background: Phone = { kind: 'iphone-background', rssi: -31 };

const begin = (desk: CheckDesk) =>
  got(desk.handlers['check.start']({ check: null, union: 'A', timeout: 45 }) as Result<{ timeout: number }>);

/** Checks in the totals by verdict and reason: what the report will say. */
function checksOf({ store }: CheckDesk): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { subject, code, detail, tree } of store.totals.of(EVERYTHING)) {
    if (subject === 'check' && tree !== 0) sums[`${code} ${detail}`] = (sums[`${code} ${detail}`] ?? 0) + tree;
  }
  return sums;
}

const onDisk = ({ store }: CheckDesk): string =>
  readdirSync(store.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('');

test('a check tells by its name whose progress and whose verdict it is', async () => {
  const desk = checkDesk();
  desk.handlers['check.start']({ check: 'k3J9', union: 'A', timeout: 45 });
  await desk.hears([inHand], 0.3);
  expect(desk.latest('check.progress')).toMatchObject({ check: 'k3J9' });
  await desk.hears([inHand], 5);
  expect(desk.latest('check.ended')).toMatchObject({ check: 'k3J9', ended: 'verdict', result: { verdict: 'pass' } });
});

describe('two phones that compete', () => {
  test('become a pass when the operator sees one of the codes on the phone', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([inHand, beside, ...queue], 12);
    const ended = desk.latest('check.ended');
    expect(ended).toMatchObject({
      ended: 'verdict',
      result: { verdict: 'unclear', reason: 'two-near', codes: ['286BCE***', 'A1B2C3***'] },
    });
    expect(checksOf(desk)).toEqual({ 'unclear two-near android': 1 });

    expect(await desk.handlers['check.confirm']({ code: '286BCE***' })).toMatchObject({ ok: true });
    expect(desk.latest('check.ended')).toMatchObject({
      ended: 'verdict',
      result: { verdict: 'pass', reason: 'code-confirmed', platform: 'android', codes: [] },
    });
    // One check, one verdict: the pass stands in the place of the unclear one.
    expect(checksOf(desk)).toEqual({ 'pass code-confirmed android': 1 });
    expect(desk.store.verify()).toMatchObject({ ok: true, events: 3 });
  });

  test('can be told apart while the check still listens', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([inHand, beside], 5);
    expect(desk.latest('check.progress')).toMatchObject({ hint: 'step-back', codes: ['286BCE***', 'A1B2C3***'] });
    await desk.handlers['check.confirm']({ code: 'A1B2C3***' });
    expect(checksOf(desk)).toEqual({ 'pass code-confirmed android': 1 });
    expect(desk.store.verify()).toMatchObject({ ok: true, events: 1 });
  });

  test('are forgotten a minute after the verdict, and at the next check', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([inHand, beside], 12);
    await desk.hears([], 50);
    expect(desk.pushed.some(({ name }) => name === 'check.forgotten')).toBe(false);
    await desk.hears([], 11);
    // The glass is told, so that no code stays on it.
    expect(desk.latest('check.forgotten')).toEqual({});
    expect(await desk.handlers['check.confirm']({ code: '286BCE***' })).toMatchObject({
      error: { code: 'code-unknown' },
    });
    begin(desk);
    await desk.hears([inHand, beside], 12);
    begin(desk);
    await desk.hears([], 1);
    expect(await desk.handlers['check.confirm']({ code: '286BCE***' })).toMatchObject({
      error: { code: 'code-unknown' },
    });
  });

  test('are not confirmed by a code that nobody was shown', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([inHand, beside], 12);
    expect(await desk.handlers['check.confirm']({ code: '000000***' })).toMatchObject({ ok: false });
    expect(checksOf(desk)).toEqual({ 'unclear two-near android': 1 });
  });

  test('leave neither code nor ID nor address on disk', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([inHand, beside, ...queue], 12);
    await desk.handlers['check.confirm']({ code: '286BCE***' });
    const content = onDisk(desk);
    expect(content).toContain('code-confirmed');
    expect(content).not.toMatch(/286bce|a1b2c3/i);
    expect(content).not.toMatch(/([0-9a-f]{2}:){5}[0-9a-f]{2}/i);
    // Nor in anything that is pushed, but for the codes themselves.
    expect(JSON.stringify(desk.pushed)).not.toMatch(/286bce589a|([0-9a-f]{2}:){5}[0-9a-f]{2}/i);
  });
});

describe('an iPhone in the background', () => {
  test('passes when it answers while the check listens', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([background, ...queue], 6);
    expect(desk.latest('check.progress')).toMatchObject({ canRead: true, hint: 'open-app' });
    expect(await desk.handlers['check.read']({})).toMatchObject({ ok: true });
    expect(desk.latest('check.ended')).toMatchObject({ result: { verdict: 'pass', reason: 'gatt-confirmed' } });
    expect(desk.asked).toHaveLength(1);
  });

  test('has not failed when it does not answer, and the check goes on', async () => {
    const desk = checkDesk();
    desk.answers = false;
    begin(desk);
    await desk.hears([background, ...queue], 6);
    expect(await desk.handlers['check.read']({})).toMatchObject({ error: { code: 'phone-unread' } });
    await desk.hears([background, ...queue], 20);
    expect(checksOf(desk)).toEqual({ 'inconclusive iphone-background iphone': 1 });
  });

  test('may still be asked after the verdict, once it was heard again', async () => {
    const desk = checkDesk();
    begin(desk);
    let reading: unknown;
    await desk.hears([background], 25, 20, () => {
      reading = desk.handlers['check.read']({});
    });
    expect(await reading).toMatchObject({ ok: true });
    expect(checksOf(desk)).toEqual({ 'pass gatt-confirmed iphone': 1 });
    expect(desk.store.verify().ok).toBe(true);
  });

  test('is not asked after the verdict when it is gone', async () => {
    const desk = checkDesk();
    begin(desk);
    await desk.hears([background], 20);
    expect(desk.latest('check.ended')).toMatchObject({
      result: { verdict: 'inconclusive', reason: 'iphone-background', canRead: true },
    });
    const reading = desk.handlers['check.read']({});
    // In another room it has another address: nobody that the operator meant.
    await desk.hears([background], 6);
    expect(await reading).toMatchObject({ error: { code: 'phone-unread' } });
    expect(desk.asked).toEqual([]);
    expect(checksOf(desk)).toEqual({ 'inconclusive iphone-background iphone': 1 });
  });

  test('is not asked when there is none', async () => {
    const desk = checkDesk();
    expect(await desk.handlers['check.read']({})).toMatchObject({ error: { code: 'phone-none' } });
    begin(desk);
    await desk.hears([{ kind: 'headset', rssi: -30 }], 2);
    expect(await desk.handlers['check.read']({})).toMatchObject({ error: { code: 'phone-none' } });
  });
});

describe('the guided minute', () => {
  const deafLaptop: Phone = { ...inHand, rssi: -54 };

  test('lets a laptop with poor ears pass a phone that it called weak', async () => {
    const desk = checkDesk();
    const calibrated = desk.handlers['radio.calibrate']({});
    await desk.hears([deafLaptop, ...queue], 26);
    expect(desk.latest('radio.calibrating')).toMatchObject({ step: 'carry', of: 60 });
    await desk.hears(queue, 35);
    expect(await calibrated).toEqual({ ok: true, value: { android: -55, iphone: -43, shiftDb: -5 } });

    begin(desk);
    await desk.hears([{ ...deafLaptop, rssi: -51 }, ...queue], 3);
    expect(checksOf(desk)).toEqual({ 'pass near-signal android': 1 });
    expect(desk.handlers['radio.gate']({ forget: false })).toMatchObject({ value: { shiftDb: -5 } });
    expect(desk.handlers['radio.gate']({ forget: true })).toMatchObject({ value: { android: -50, shiftDb: null } });
  });

  test.each([
    ['nobody laid a phone there', [] as Phone[], [] as Phone[], 'calibration-no-phone'],
    ['two lie there', [inHand, beside], [], 'calibration-two-phones'],
    ['nobody carried it away', [inHand], [inHand], 'calibration-not-away'],
    ['others stand too near', [inHand], [{ ...beside, rssi: -46 }], 'calibration-crowd-near'],
    ['the laptop measures nothing', [{ ...inHand, heardAt: () => 127 }], [], 'calibration-no-strength'],
  ])('tells nothing when %s', async (_, held, away, code) => {
    const desk = checkDesk();
    const calibrated = desk.handlers['radio.calibrate']({});
    await desk.hears([...held, { kind: 'headset', rssi: -50 }], 26);
    await desk.hears([...away, { kind: 'headset', rssi: -50 }], 35);
    expect(await calibrated).toMatchObject({ ok: false, error: { code } });
    expect(desk.handlers['radio.gate']({ forget: false })).toMatchObject({ value: { shiftDb: null } });
  });

  test('can be left, and then leaves everything as it was', async () => {
    const desk = checkDesk();
    const calibrated = desk.handlers['radio.calibrate']({});
    await desk.hears([inHand], 5);
    expect(desk.handlers['check.start']({ check: null, union: null, timeout: 45 })).toMatchObject({
      error: { code: 'check-running' },
    });
    desk.handlers['check.stop']({ check: null });
    expect(await calibrated).toMatchObject({ error: { code: 'check-stopped' } });
    begin(desk);
  });
});
