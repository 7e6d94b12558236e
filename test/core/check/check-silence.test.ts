import { describe, expect, test } from 'vitest';
import { checkIn, packets, toldCheck } from '../../kit/check-story.ts';

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
