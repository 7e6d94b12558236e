import { expect, test } from 'vitest';
import { Check } from '../../../src/core/check/check.ts';
import { Halves } from '../../../src/core/radio/scan-response.ts';
import { classify } from '../../../src/core/radio/signature.ts';
import { heard, signature, vectors } from '../../kit/adverts.ts';

const SERVICE = ['0303564E'];
const PAYLOAD = ['0FFFB522286BCE589AB994EFA5F73CAD'];
const BEACON_PAYLOAD = ['0EFFB522286BCE589AB994EFA5F73C'];

test('a phone that says its service in one packet and its ID in the next is one whole phone', () => {
  const halves = new Halves(signature);
  expect(halves.join(heard(SERVICE, { at: 0 }))).toBeNull();
  const joined = halves.join(heard(PAYLOAD, { at: 1 }));
  expect(joined && classify(joined, signature)).toBe('android');
});

test('halves of different phones, or of different moments, are not joined', () => {
  const halves = new Halves(signature);
  halves.join(heard(SERVICE, { at: 0, address: 'a' }));
  expect(halves.join(heard(PAYLOAD, { at: 1, address: 'b' }))).toBeNull();
  expect(halves.join(heard(PAYLOAD, { at: 2_001, address: 'a' }))).toBeNull();
});

test('what no rule combines is not remembered, and the rest only for two seconds', () => {
  const halves = new Halves(signature);
  for (const vector of ['V6', 'V7', 'V9', 'V16'] as const) halves.join(heard(vectors[vector]));
  expect(halves.size).toBe(0);
  for (let n = 0; n < 5_000; n++) halves.join(heard(SERVICE, { at: 0, address: `a${n}` }));
  expect(halves.size).toBe(1_024);
  halves.forget(2_001);
  expect(halves.size).toBe(0);
});

test('a phone in two halves passes, and does not compete with its own half', () => {
  const check = new Check({ signature, timeout: 45 }, 0);
  check.listening(0);
  for (let at = 0; at < 1_000; at += 100) {
    check.hear(heard(SERVICE, { at, rssi: -40 }));
    check.hear(heard(PAYLOAD, { at: at + 1, rssi: -40 }));
  }
  expect(check.verdict(1_000)).toMatchObject({ conclusion: { verdict: 'pass' }, platform: 'android' });
});

test('a reference beacon in two halves is no phone', () => {
  const check = new Check({ signature, timeout: 1 }, 0);
  check.listening(0);
  for (let at = 0; at < 1_000; at += 100) {
    check.hear(heard(SERVICE, { at, rssi: -40 }));
    check.hear(heard(BEACON_PAYLOAD, { at: at + 1, rssi: -40 }));
  }
  expect(check.view(1_000).candidate).toBeNull();
});

test('an iPhone keeps what its advertisement said when the scan response says only a name', () => {
  const check = new Check({ signature, timeout: 45 }, 0);
  check.listening(0);
  for (let at = 0; at < 2_000; at += 180) {
    check.hear(heard([vectors.V8[0]], { at, rssi: -31 }));
    check.hear(heard([vectors.V8[1]], { at: at + 1, rssi: -31 }));
  }
  expect(check.verdict(2_000)).toMatchObject({ conclusion: { verdict: 'pass' }, platform: 'iphone' });
});
