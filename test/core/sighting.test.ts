import { expect, test } from 'vitest';
import { MEMORY_MS, medianStrength, Sightings } from '../../src/core/sighting.ts';
import { heard, signature, vectors } from '../kit/adverts.ts';

test('forgets a phone two minutes after it was last heard', () => {
  const sightings = new Sightings(signature);
  sightings.hear(heard(vectors.V1, { at: 0 }), 'android');
  sightings.forget(MEMORY_MS);
  expect(sightings.size).toBe(1);
  sightings.forget(MEMORY_MS + 1);
  expect(sightings.size).toBe(0);
});

test('stays small in a flood of new addresses', () => {
  const sightings = new Sightings(signature);
  for (let n = 0; n < 20_000; n++) sightings.hear(heard(vectors.V7, { at: n, address: `a${n}` }), 'iphone');
  expect(sightings.size).toBe(4_096);
});

test('judges strength by the middle of the last seconds, so one reflection does not move it', () => {
  const sightings = new Sightings(signature);
  for (const [index, rssi] of [-70, -71, -20, -69, -72].entries()) {
    sightings.hear(heard(vectors.V1, { at: index * 100, rssi }), 'android');
  }
  const [track] = sightings.tracks();
  expect(track && medianStrength(track, 500)).toBe(-70);
  expect(track && medianStrength(track, 6_000)).toBeNull();
});

test('keeps what the fuller half of an advertisement said', () => {
  const sightings = new Sightings(signature);
  sightings.hear(heard(vectors.V7, { at: 0 }), 'iphone');
  sightings.hear(heard(vectors.V9, { at: 10 }), 'iphone-background');
  expect([...sightings.tracks()].map((track) => track.class)).toEqual(['iphone']);
});
