import { describe, expect, test } from 'vitest';
import { checkIn, packets, queue, toldCheck } from '../../kit/check-story.ts';

const pass = { conclusion: { verdict: 'pass', reason: 'near-signal' } };

describe('the phone in hand', () => {
  test('passes within two seconds when its app is open on Android', () => {
    const result = checkIn([...queue, { kind: 'android-open', rssi: -40 }]);
    expect(result).toMatchObject({ ...pass, platform: 'android' });
    expect(result.seconds).toBeLessThanOrEqual(2);
  });

  test('passes within two seconds when its app is open on an iPhone', () => {
    const result = checkIn([...queue, { kind: 'iphone-open', rssi: -31 }]);
    expect(result).toMatchObject({ ...pass, platform: 'iphone' });
    expect(result.seconds).toBeLessThanOrEqual(2);
  });

  test('passes after one pause at the latest when its app is in the background of Android', () => {
    const seconds = Array.from({ length: 40 }, (_, seed) => {
      const result = checkIn([...queue, { kind: 'android-background', rssi: -40 }], { seed: seed + 1 });
      expect(result).toMatchObject(pass);
      return result.seconds;
    });
    // 15 s of silence, what was left of the run before it, and the stay inside the gate.
    expect(Math.max(...seconds)).toBeLessThanOrEqual(15 + 0.5 + 1.1);
    expect(Math.min(...seconds)).toBeLessThanOrEqual(1);
  });

  test('is asked for an update when it runs the version of April', () => {
    for (const [kind, rssi] of [
      ['android-old', -40],
      ['iphone-old', -31],
    ] as const) {
      const result = checkIn([...queue, { kind, rssi }]);
      expect(result.conclusion).toEqual({ verdict: 'outdated', reason: 'old-version' });
      expect(result.seconds).toBeGreaterThanOrEqual(5);
    }
  });

  test('is weak when it is held across the table', () => {
    const result = checkIn([{ kind: 'android-open', rssi: -62 }]);
    expect(result).toMatchObject({ conclusion: { verdict: 'weak', reason: 'far' }, seconds: 45 });
  });

  test('is near at a laptop with poor ears once that laptop was calibrated', () => {
    const held = [{ kind: 'android-open', rssi: -54 }] as const;
    expect(checkIn(held).conclusion.verdict).toBe('weak');
    expect(checkIn(held, { gateShiftDb: -8 })).toMatchObject(pass);
  });

  test('keeps its evidence when Android gives it a new address after a pause', () => {
    const restarted = packets(3, 100, { at: 2_000, address: '4b:00:00:00:00:02' });
    const told = toldCheck();
    expect(told.gets([...packets(4, 100, { rssi: -70 }), ...restarted])).toBeNull();
    expect(told.gets(packets(4, 100, { address: '4b:00:00:00:00:02' }))).toMatchObject(pass);
  });

  test('has to stay a little longer when it changes its address in the middle of a run', () => {
    const moved = packets(30, 100, { at: 300, address: '4b:00:00:00:00:02' });
    const result = toldCheck().gets([...packets(3, 100), ...moved]);
    expect(result).toMatchObject(pass);
    expect(result?.seconds).toBeGreaterThanOrEqual(2.3);
    expect(result?.seconds).toBeLessThanOrEqual(2.5);
  });

  test('does not compete with itself when an iPhone changes its address', () => {
    const told = toldCheck();
    const held = { kind: 'iphone-open', rssi: -31, from: 0 } as const;
    expect(told.hears([held], 0.4)).toBeNull();
    // The same phone in a new room: new address, same strength, no pause.
    expect(told.hears([held], 2)).toMatchObject(pass);
  });
});

describe('what is not enough for a pass', () => {
  test('two packets', () => {
    expect(toldCheck().gets(packets(2, 500))).toBeNull();
  });

  test('a burst of packets within a moment', () => {
    expect(toldCheck().gets(packets(40, 5))).toBeNull();
  });

  test('a few very strong packets among weak ones', () => {
    const told = toldCheck();
    for (let second = 0; second < 10; second++) {
      expect(told.gets([...packets(8, 100, { rssi: -70 }), ...packets(2, 100, { at: 800, rssi: -20 })])).toBeNull();
    }
  });

  test('somebody who walks by', () => {
    const told = toldCheck();
    const steps = [-70, -66, -61, -55, -49, -46, -46, -49, -55, -61, -66, -70];
    const walk = steps.flatMap((rssi, step) => packets(2, 100, { at: step * 200, rssi }));
    expect(told.gets(walk)).toBeNull();
    expect(told.hears([{ kind: 'headset', rssi: -50 }], 50)?.conclusion.verdict).toBe('weak');
  });

  test('a phone that was held and is gone', () => {
    const told = toldCheck();
    expect(told.gets(packets(4, 100))).toBeNull();
    expect(told.waits(2)).toBeNull();
    expect(told.gets(packets(20, 100, { rssi: -75 }))).toBeNull();
  });

  test('strength that was not measured', () => {
    const result = toldCheck().gets(packets(451, 100, { rssi: null }));
    expect(result?.conclusion).toEqual({ verdict: 'unclear', reason: 'no-strength' });
  });

  test('one half of the signal, however strong', () => {
    const half = packets(460, 100).map((advert) => ({ ...advert, manufacturer: [] }));
    expect(toldCheck().gets(half)?.conclusion).toEqual({ verdict: 'weak', reason: 'partial' });
  });

  test('the right service with the wrong length at −20 dBm, beside silence', () => {
    const result = checkIn([
      { kind: 'jammer', rssi: -20 },
      { kind: 'beacon', rssi: -25 },
    ]);
    expect(result.conclusion).toEqual({ verdict: 'not-seen', reason: 'silent' });
  });

  test('a mark that any app may carry, near or not', () => {
    const near = checkIn([{ kind: 'iphone-background', rssi: -31 }]);
    expect(near.conclusion).toEqual({ verdict: 'inconclusive', reason: 'iphone-background' });
    // An Android phone in the background would have been heard by then.
    expect(near.seconds).toBeGreaterThanOrEqual(16);
    expect(near.seconds).toBeLessThanOrEqual(20);
  });

  test('an ID that one address sends from two places', () => {
    const mixed = Array.from({ length: 150 }, (_, n) => packets(1, 0, { at: n * 100, rssi: n % 3 === 0 ? -70 : -38 }));
    expect(toldCheck().gets(mixed.flat())).toBeNull();
  });

  test('an ID whose second sender has fallen silent', () => {
    const [far, near] = [{ rssi: -70, address: '4a:00:00:00:00:0a' }, { address: '4a:00:00:00:00:0b' }];
    const told = toldCheck();
    told.gets([
      ...packets(1, 0, { ...far, at: 0 }),
      ...packets(1, 0, { ...near, at: 100 }),
      ...packets(1, 0, { ...far, at: 200 }),
    ]);
    expect(told.gets(packets(60, 100, near))).toBeNull();
    expect(told.gets(packets(40, 100, near))?.conclusion).toEqual({ verdict: 'unclear', reason: 'two-places' });
  });

  test('an ID that is heard from two places', () => {
    const told = toldCheck();
    const relayed = Array.from({ length: 200 }, (_, n) =>
      n % 6 === 0
        ? packets(1, 0, { at: n * 100, rssi: -70, address: '4a:00:00:00:00:0a' })
        : packets(1, 0, { at: n * 100, address: '4a:00:00:00:00:0b' }),
    ).flat();
    const result = told.gets(relayed);
    expect(result?.conclusion).toEqual({ verdict: 'unclear', reason: 'two-places' });
    expect(told.check.codes(told.now)).toEqual([]);
  });
});

test('one packet of a stranger, louder than everybody, stands in nobody’s way', () => {
  const told = toldCheck();
  told.gets(packets(1, 0, { at: 50, rssi: -20, vector: 'V7', address: '4c:00:00:00:00:01' }));
  const result = told.hears([{ kind: 'android-open', rssi: -40 }], 3);
  expect(result).toMatchObject(pass);
  expect(result?.seconds).toBeLessThanOrEqual(2);
});

test('does not let a phone compete with the half of it that was heard first', () => {
  const half = packets(8, 100, { rssi: -40 }).map((advert) => ({ ...advert, manufacturer: [] }));
  const result = toldCheck().gets([...half, ...packets(30, 100, { at: 800, rssi: -40 })]);
  expect(result).toMatchObject({ conclusion: { verdict: 'pass', reason: 'near-signal' }, seconds: 1.3 });
});

describe('while it listens', () => {
  test('a check shows how long, how much, the best candidate and what would help, but no identifier', () => {
    const told = toldCheck();
    told.gets(packets(1, 0, { at: 100, rssi: -80 }));
    expect(told.check.view(1_000)).toEqual({
      seconds: 1,
      packets: 1,
      candidate: { platform: 'android', rssi: -80, near: false, packets: 1 },
      hint: 'closer',
    });
  });

  test.each([
    ['a phone across the table', [{ kind: 'android-open', rssi: -62 }], 'closer'],
    [
      'two phones',
      [
        { kind: 'android-open', rssi: -40 },
        { kind: 'android-open', rssi: -42 },
      ],
      'step-back',
    ],
    ['an iPhone in the background', [{ kind: 'iphone-background', rssi: -31 }], 'open-app'],
    ['an old version', [{ kind: 'android-old', rssi: -40 }], 'update'],
    ['nobody', [{ kind: 'headset', rssi: -40 }], null],
  ] as const)('it tells what would help with %s', (_, phones, hint) => {
    const told = toldCheck();
    told.hears(phones, 4);
    expect(told.check.view(told.now).hint).toBe(hint);
  });
});
