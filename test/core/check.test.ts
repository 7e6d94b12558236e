import { describe, expect, test } from 'vitest';
import { checkIn, packets, queue, toldCheck } from '../kit/booth.ts';

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

describe('an iPhone in the background', () => {
  test('may be asked when it is near and nobody else is', () => {
    const told = toldCheck();
    told.hears([...queue, { kind: 'iphone-background', rssi: -31 }], 5);
    const address = told.check.askable(told.now);
    expect(address).toMatch(/^[0-9a-f:]{17}$/);
    expect(told.check.answered(told.now).conclusion).toEqual({ verdict: 'pass', reason: 'gatt-confirmed' });
  });

  test('is not asked from afar, nor beside another', () => {
    for (const phones of [
      [{ kind: 'iphone-background', rssi: -55 }],
      [
        { kind: 'iphone-background', rssi: -31 },
        { kind: 'iphone-background', rssi: -33 },
      ],
      [{ kind: 'iphone-open', rssi: -31 }],
    ] as const) {
      const told = toldCheck();
      told.hears(phones, 5);
      expect(told.check.askable(told.now)).toBeNull();
    }
  });
});

test('does not let a phone compete with the half of it that was heard first', () => {
  const half = packets(8, 100, { rssi: -40 }).map((advert) => ({ ...advert, manufacturer: [] }));
  const result = toldCheck().gets([...half, ...packets(30, 100, { at: 800, rssi: -40 })]);
  expect(result).toMatchObject({ conclusion: { verdict: 'pass', reason: 'near-signal' }, seconds: 1.3 });
});

describe('silence', () => {
  const strangers = [
    { kind: 'exposure', rssi: -40 },
    { kind: 'ibeacon', rssi: -42 },
    { kind: 'app-ibeacon', rssi: -42 },
    { kind: 'headset', rssi: -38 },
    { kind: 'lookalike', rssi: -45 },
  ] as const;

  test('is said only after enough listening among others', () => {
    const result = checkIn(strangers);
    expect(result.conclusion).toEqual({ verdict: 'not-seen', reason: 'silent' });
    expect(result.seconds).toBeGreaterThanOrEqual(35);
    expect(result.seconds).toBeLessThanOrEqual(36);
  });

  test('is said beside a far mark that any app may carry', () => {
    const result = checkIn([...strangers, { kind: 'iphone-background', rssi: -70 }]);
    expect(result.conclusion).toEqual({ verdict: 'not-seen', reason: 'silent' });
  });

  test('is no verdict when the check was too short', () => {
    expect(checkIn(strangers, { timeout: 20 }).conclusion).toEqual({ verdict: 'inconclusive', reason: 'too-short' });
  });

  test('of everybody is the laptop’s, not the phone’s', () => {
    expect(checkIn([]).conclusion).toEqual({ verdict: 'inconclusive', reason: 'no-packets' });
  });

  test('that began in the middle is the laptop’s too', () => {
    const gone = strangers.map((phone) => ({ ...phone, until: 20_000 }));
    expect(checkIn(gone).conclusion).toEqual({ verdict: 'inconclusive', reason: 'fell-silent' });
  });

  test('is not counted while nothing at all was heard', () => {
    const told = toldCheck({ timeout: 60 });
    expect(told.hears(strangers, 20)).toBeNull();
    expect(told.waits(10)).toBeNull();
    // 44 seconds have passed, but only 34 of them were listening.
    expect(told.hears(strangers, 14)).toBeNull();
    expect(told.hears(strangers, 2)?.conclusion.verdict).toBe('not-seen');
  });

  test('is not hastened by packets that are told of in another order than they came', () => {
    const told = toldCheck({ timeout: 120 });
    // The sender's and the hearer's clocks sway by some milliseconds: every second message seems older than the one before.
    for (let at = 0; at < 34_000; at += 50) {
      const [packet] = packets(1, 0, { at: at % 100 === 0 ? at + 60 : at, rssi: -60 });
      if (packet !== undefined) told.check.hear({ ...packet, services: [], manufacturer: [] });
      expect(told.check.verdict(at + 60)).toBeNull();
    }
  });

  test('is not said when the radio was interrupted', () => {
    const told = toldCheck();
    told.hears(strangers, 20);
    told.check.deaf('radio-failed', told.now);
    told.waits(1);
    told.check.listening(told.now);
    expect(told.hears(strangers, 30)?.conclusion).toEqual({ verdict: 'inconclusive', reason: 'radio-restarted' });
  });

  test('without a radio says why there is none', () => {
    const told = toldCheck();
    told.check.deaf('powered-off', 10);
    expect(told.check.end(1_500).conclusion).toEqual({ verdict: 'inconclusive', reason: 'powered-off' });
  });

  test('of a radio that is gone, or was interrupted, is not what a far phone makes of it', () => {
    const far = [{ kind: 'android-open', rssi: -80 }] as const;
    const pulled = toldCheck();
    pulled.hears(far, 5);
    pulled.check.deaf('no-adapter', pulled.now);
    expect(pulled.check.end(pulled.now + 1_200).conclusion).toEqual({ verdict: 'inconclusive', reason: 'no-adapter' });

    const restarted = toldCheck();
    restarted.hears(far, 5);
    restarted.check.deaf('radio-failed', restarted.now);
    restarted.waits(2);
    restarted.check.listening(restarted.now);
    expect(restarted.hears(far, 40)?.conclusion).toEqual({ verdict: 'inconclusive', reason: 'radio-restarted' });

    const deaf = toldCheck();
    deaf.hears(far, 5);
    expect(deaf.waits(41)?.conclusion).toEqual({ verdict: 'inconclusive', reason: 'fell-silent' });
  });

  test('does not count the time in which the radio woke up', () => {
    const told = toldCheck();
    expect(told.check.end(0).seconds).toBe(0);
  });
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
