import { describe, expect, test } from 'vitest';
import { checkIn, packets, toldCheck } from '../../kit/check-story.ts';

const pass = { conclusion: { verdict: 'pass', reason: 'near-signal' } };

describe('two phones that are equally near', () => {
  const two = [
    { kind: 'android-open', rssi: -40 },
    { kind: 'android-open', rssi: -43 },
  ] as const;

  test('are not told apart, and that is said after eight seconds, not after the whole time', () => {
    const result = checkIn(two);
    expect(result.conclusion).toEqual({ verdict: 'unclear', reason: 'two-near' });
    expect(result.seconds).toBeGreaterThanOrEqual(8);
    expect(result.seconds).toBeLessThanOrEqual(12);
  });

  test('are told apart once one of them steps back', () => {
    const [stays, leaves] = [1, 2].map((digit) => new Uint8Array(12).fill(digit));
    const held = { kind: 'android-open', rssi: -40, ...(stays && { id: stays }) } as const;
    const beside = { kind: 'android-open', ...(leaves && { id: leaves }) } as const;
    const told = toldCheck();
    expect(told.hears([held, { ...beside, rssi: -43 }], 3)).toBeNull();
    expect(told.hears([held, { ...beside, rssi: -60 }], 3)).toMatchObject(pass);
  });

  test('compete on while one of them pauses in the background', () => {
    const told = toldCheck();
    // Heard near for a second, then silent: its pause is no absence.
    expect(told.gets([...packets(4, 100), ...packets(1, 0, { at: 400, rssi: -70 })])).toBeNull();
    const neighbour = { kind: 'android-open', rssi: -42 } as const;
    expect(told.hears([neighbour], 6)).toBeNull();
  });

  test('compete no longer when the silent one has missed a whole cycle', () => {
    const told = toldCheck({ timeout: 60 });
    expect(told.gets(packets(4, 100))).toBeNull();
    expect(told.waits(30)).toBeNull();
    expect(told.hears([{ kind: 'android-open', rssi: -42 }], 3)).toMatchObject(pass);
  });

  test('are compared across platforms by their own gates, because iPhones send more strongly', () => {
    // Louder at the laptop, and farther away all the same.
    const queued = { kind: 'iphone-open', rssi: -44 } as const;
    expect(checkIn([queued]).conclusion).toEqual({ verdict: 'weak', reason: 'far' });
    expect(checkIn([queued, { kind: 'android-open', rssi: -40 }])).toMatchObject({ ...pass, platform: 'android' });
  });
});

describe('the code on the phone’s own screen', () => {
  const id = Uint8Array.from(Buffer.from('286bcef89ab994efa5f73cad', 'hex'));
  const other = Uint8Array.from(Buffer.from('f0a1bf000000000000000000', 'hex'));
  const two = [
    { kind: 'android-open', rssi: -40, id },
    { kind: 'android-open', rssi: -42, id: other },
    { kind: 'android-open', rssi: -80 },
  ] as const;

  test('is offered in the app’s own style, best candidate first, only while phones compete', () => {
    const told = toldCheck();
    expect(told.check.codes(0)).toEqual([]);
    told.hears(two, 5);
    expect(told.check.codes(told.now)).toEqual(['286BCE***', '*0A1B****']);
  });

  test('turns unclear into a pass when the operator says that it matches', () => {
    const told = toldCheck();
    told.hears(two, 5);
    expect(told.check.confirm('*0A1B****', told.now)).toMatchObject({
      conclusion: { verdict: 'pass', reason: 'code-confirmed' },
      platform: 'android',
    });
  });

  test('does nothing when it was not offered', () => {
    const told = toldCheck();
    told.hears(two, 5);
    expect(told.check.confirm('000000***', told.now)).toBeNull();
    const alone = toldCheck();
    alone.hears([{ kind: 'android-open', rssi: -62, id }], 5);
    expect(alone.check.confirm('286BCE***', alone.now)).toBeNull();
  });

  test('is not offered for an ID that comes from two places', () => {
    const relayed = { kind: 'android-open', id } as const;
    const told = toldCheck();
    told.hears([{ ...relayed, rssi: -40 }, { ...relayed, rssi: -45 }, two[1]], 5);
    expect(told.check.codes(told.now)).toEqual(['*0A1B****']);
  });

  test('is offered too by a laptop that measures no strength', () => {
    const told = toldCheck();
    told.gets(packets(30, 100, { rssi: null }));
    expect(told.check.codes(told.now)).toEqual(['286BCE***']);
  });
});
