import { describe, expect, test } from 'vitest';
import { Check, type CheckResultCore } from '../../src/core/check.ts';
import { type Phone, playRoom } from '../../src/core/room.ts';
import { advertOf } from '../../src/main/ble/practice.ts';
import { heard, signature, vectors } from '../kit/adverts.ts';

/** Holds a check in a room of phones until it says a verdict; asks every tenth of a second, as the Kit does. */
function checkIn(phones: readonly Phone[], { timeout = 45, seed = 1 } = {}): CheckResultCore {
  const check = new Check({ signature, timeout }, 0);
  check.listening(0);
  const air = playRoom(phones, seed);
  let waiting = air.next();
  for (let now = 100; now <= 130_000; now += 100) {
    for (; !waiting.done && waiting.value.atMs <= now; waiting = air.next()) check.hear(advertOf(waiting.value, 0));
    const result = check.verdict(now);
    if (result !== null) return result;
  }
  throw new Error('no verdict in two minutes');
}

const queue: Phone[] = [
  { kind: 'android-open', rssi: -85 },
  { kind: 'iphone-open', rssi: -88 },
  { kind: 'exposure', rssi: -40 },
  { kind: 'headset', rssi: -45 },
];

describe('the check', () => {
  test('passes an Android phone held to the laptop within two seconds', () => {
    const result = checkIn([...queue, { kind: 'android-open', rssi: -48 }]);
    expect(result.conclusion).toEqual({ verdict: 'pass', reason: 'near-signal' });
    expect(result.platform).toBe('android');
    expect(result.seconds).toBeLessThanOrEqual(2);
  });

  test('passes an iPhone with the app open', () => {
    const result = checkIn([...queue, { kind: 'iphone-open', rssi: -50 }]);
    expect(result).toMatchObject({ conclusion: { verdict: 'pass' }, platform: 'iphone' });
  });

  test('finds a background Android phone within its fifteen seconds of silence', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const result = checkIn([...queue, { kind: 'android-background', rssi: -48 }], { seed });
      expect(result.conclusion.verdict).toBe('pass');
      expect(result.seconds).toBeLessThanOrEqual(15.5);
    }
  });

  test('says it cannot tell two phones apart that are equally near', () => {
    const result = checkIn([
      { kind: 'android-open', rssi: -48 },
      { kind: 'android-open', rssi: -50 },
    ]);
    expect(result.conclusion).toEqual({ verdict: 'unclear', reason: 'two-near' });
  });

  test('calls a phone across the gate weak', () => {
    expect(checkIn([{ kind: 'android-open', rssi: -85 }]).conclusion).toEqual({ verdict: 'weak', reason: 'far' });
  });

  test('asks for an update when the phone has the version of April', () => {
    const result = checkIn([...queue, { kind: 'android-old', rssi: -48 }]);
    expect(result.conclusion).toEqual({ verdict: 'outdated', reason: 'old-version' });
  });

  test('does not take decoys for a phone, and says so only after enough listening', () => {
    const result = checkIn([
      { kind: 'exposure', rssi: -40 },
      { kind: 'ibeacon', rssi: -42 },
      { kind: 'headset', rssi: -38 },
      { kind: 'lookalike', rssi: -45 },
    ]);
    expect(result.conclusion).toEqual({ verdict: 'not-seen', reason: 'silent' });
    expect(result.seconds).toBeGreaterThanOrEqual(30);
  });

  test('draws no conclusion when it listened too briefly', () => {
    const result = checkIn([{ kind: 'headset', rssi: -40 }], { timeout: 20 });
    expect(result.conclusion).toEqual({ verdict: 'inconclusive', reason: 'too-short' });
  });

  test('blames the laptop, not the phone, when it hears nothing of anybody', () => {
    expect(checkIn([]).conclusion).toEqual({ verdict: 'inconclusive', reason: 'no-packets' });
  });

  test('asks to open the app when only the mark of an iPhone in the background is there', () => {
    const result = checkIn([{ kind: 'iphone-background', rssi: -45 }]);
    expect(result.conclusion).toEqual({ verdict: 'inconclusive', reason: 'iphone-background' });
  });

  test('never lets a signal of unknown strength through the gate', () => {
    const check = new Check({ signature, timeout: 45 }, 0);
    check.listening(0);
    for (let at = 0; at < 45_000; at += 100) check.hear(heard(vectors.V1, { at, rssi: null }));
    expect(check.verdict(45_000)?.conclusion).toEqual({ verdict: 'unclear', reason: 'no-strength' });
  });

  test('needs three packets: two may be a phone that passes by', () => {
    const check = new Check({ signature, timeout: 45 }, 0);
    check.listening(0);
    check.hear(heard(vectors.V1, { at: 100 }));
    check.hear(heard(vectors.V1, { at: 200 }));
    expect(check.verdict(300)).toBeNull();
    check.hear(heard(vectors.V1, { at: 300 }));
    expect(check.verdict(400)?.conclusion.verdict).toBe('pass');
  });

  test('knows a phone again though it changed its address', () => {
    const check = new Check({ signature, timeout: 45 }, 0);
    check.listening(0);
    for (let n = 0; n < 3; n++) check.hear(heard(vectors.V1, { at: n * 100, address: `4a:00:00:00:00:0${n}` }));
    expect(check.verdict(400)?.conclusion.verdict).toBe('pass');
  });

  test('does not call a phone silent when the radio was interrupted', () => {
    const check = new Check({ signature, timeout: 45 }, 0);
    check.listening(0);
    check.hear(heard(vectors.V16, { at: 100 }));
    check.deaf('radio-failed', 20_000);
    check.listening(21_000);
    check.hear(heard(vectors.V16, { at: 22_000 }));
    expect(check.verdict(44_900)).toBeNull();
    expect(check.verdict(45_000)?.conclusion).toEqual({ verdict: 'inconclusive', reason: 'radio-restarted' });
  });

  test('tells why there is no radio', () => {
    const check = new Check({ signature, timeout: 45 }, 0);
    check.deaf('powered-off', 10);
    expect(check.end(1_500).conclusion).toEqual({ verdict: 'inconclusive', reason: 'powered-off' });
  });

  test('shows while it listens how long, how much, and the best candidate, but no identifier', () => {
    const check = new Check({ signature, timeout: 45 }, 0);
    check.listening(0);
    check.hear(heard(vectors.V1, { at: 100, rssi: -80 }));
    const view = check.view(1_000);
    expect(view).toEqual({
      seconds: 1,
      packets: 1,
      candidate: { platform: 'android', rssi: -80, near: false, packets: 1 },
    });
  });
});
