import { expect, test } from 'vitest';
import { Check } from '../../../src/core/check/check.ts';
import { heard, signature, vectors } from '../../kit/adverts.ts';
import { fuzz } from '../../soak/radio/fuzz.ts';
import { play } from '../../soak/radio/play.ts';
import { sceneOf, seedOf } from '../../soak/radio/scenes.ts';
import { stories } from '../../soak/radio/stories.ts';
import { add, quantile, type Sums, whole } from '../../soak/radio/sums.ts';

/** A sample; `npm run soak` plays a hundred thousand. */
const SCENES = 1_500;
const SEED = 850;

test('no crowded scene ends in a verdict that is not true of the phone in hand', () => {
  const sums: Sums = {};
  for (let scene = 0; scene < SCENES; scene++) add(sums, play(sceneOf(seedOf(SEED, scene), signature), signature));
  expect(Object.keys(sums).sort()).toEqual([...stories].sort());
  const all = whole(sums);
  expect({ passes: all.falsePasses, others: all.falseOthers }).toEqual({ passes: [], others: [] });

  const open = sums['android open'];
  expect(open?.verdicts.pass).toBeGreaterThan(0.8 * (open?.scenes ?? 0));
  expect(quantile(open?.latencies ?? [], 0.5)).toBeLessThanOrEqual(1);
  expect(quantile(open?.latencies ?? [], 0.99)).toBeLessThanOrEqual(2);
  expect(quantile(sums['android background']?.latencies ?? [], 0.5)).toBeLessThanOrEqual(1);
  expect(quantile(sums['android background']?.latencies ?? [], 1)).toBeLessThanOrEqual(18);
});

test('plays the same scene the same way again', () => {
  const twice = [1, 2].map(() => play(sceneOf(SEED, signature), signature));
  expect(twice[0]).toEqual(twice[1]);
});

test('noise neither stops the check nor fills its memory', () => {
  const noise = fuzz(40_000, SEED, signature);
  expect(noise.events).toBe(40_000);
  expect(noise.held).toBeLessThanOrEqual(8_192 + 1_024);
});

test('ten thousand new addresses a minute leave room for the phone in hand, and no more than two minutes of memory', () => {
  const flood = floodOf(3);
  expect(flood.most).toBeLessThanOrEqual(8_192);
  expect(flood.verdict).toMatchObject({ conclusion: { verdict: 'pass', reason: 'near-signal' } });
});

/** Minutes of strangers who all claim to be iPhones with the app; then somebody holds a phone to the laptop. */
function floodOf(minutes: number) {
  const check = new Check({ signature, timeout: 10_000 }, 0);
  check.listening(0);
  let most = 0;
  const every = 60_000 / 10_000;
  const end = minutes * 60_000;
  let n = 0;
  for (let at = 0; at < end; at += every) {
    check.hear(heard(vectors.V7, { at, rssi: -70, address: `a${n++}` }));
    if (n % 500 === 0) {
      check.verdict(at);
      most = Math.max(most, check.held);
    }
  }
  let verdict = null;
  for (let at = end; at < end + 2_000 && verdict === null; at += 100) {
    check.hear(heard(vectors.V1, { at, rssi: -40 }));
    verdict = check.verdict(at);
  }
  return { most, verdict };
}
