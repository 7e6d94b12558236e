import { expect, test } from 'vitest';
import { MEMORY_MS, Sightings, type Track } from '../../../src/core/check/track.ts';
import type { Advert } from '../../../src/core/radio/advert.ts';
import { matchOf } from '../../../src/core/radio/signature.ts';
import { bytes, heard, signature, vectors } from '../../kit/adverts.ts';

function heardIn(sightings: Sightings, ...adverts: readonly Advert[]): Track[] {
  for (const advert of adverts) {
    const match = matchOf(advert, signature);
    if (match !== null) sightings.hear(advert, match);
  }
  return [...sightings.tracks()];
}

test('forgets a phone two minutes after it was last heard', () => {
  const sightings = new Sightings();
  heardIn(sightings, heard(vectors.V1, { at: 0 }));
  sightings.forget(MEMORY_MS);
  expect(sightings.size).toBe(1);
  sightings.forget(MEMORY_MS + 1);
  expect(sightings.size).toBe(0);
});

test('stays small in a flood of new addresses, and the longest silent give way', () => {
  const sightings = new Sightings();
  const flood = Array.from({ length: 20_000 }, (_, n) => heard(vectors.V7, { at: n, address: `a${n}` }));
  const tracks = heardIn(sightings, ...flood);
  expect(tracks).toHaveLength(8_192);
  expect(tracks[0]?.firstAt).toBe(20_000 - 8_192);
});

test('judges strength by the middle of the last seconds, so one reflection does not move it', () => {
  const adverts = [-70, -71, -20, -69, -72].map((rssi, n) => heard(vectors.V1, { at: n * 100, rssi }));
  const [track] = heardIn(new Sightings(), ...adverts);
  expect(track?.level()).toEqual({ events: 5, span: 400, median: -70, quartile: -71 });
});

test('knows how near a phone was when it fell silent', () => {
  const far = [0, 500, 1_000].map((at) => heard(vectors.V1, { at, rssi: -80 }));
  const near = [2_000, 2_200, 2_400, 2_600].map((at) => heard(vectors.V1, { at, rssi: -45 }));
  const [track] = heardIn(new Sightings(), ...far, ...near);
  expect(track?.level()?.median).toBe(-45);
  expect(track?.strength(5_000)?.events).toBe(7);
});

test('counts packets within twenty milliseconds as one event, as the scan response is', () => {
  const adverts = [0, 1, 5, 19, 100, 101].map((at) => heard(vectors.V1, { at }));
  const [track] = heardIn(new Sightings(), ...adverts);
  expect(track?.packets).toBe(6);
  expect(track?.level()?.events).toBe(2);
});

test('looks back on the newest strengths only, however long a phone stays', () => {
  const adverts = Array.from({ length: 1_000 }, (_, n) =>
    heard(vectors.V1, { at: n * 100, rssi: n < 900 ? -90 : -50 }),
  );
  const [track] = heardIn(new Sightings(), ...adverts);
  expect(track?.strength(60_000)).toMatchObject({ events: 128, median: -50 });
});

test('keeps what the fuller half of an advertisement said', () => {
  const tracks = heardIn(new Sightings(), heard(vectors.V7, { at: 0 }), heard(vectors.V9, { at: 10 }));
  expect(tracks.map((track) => track.class)).toEqual(['iphone']);
});

test('believes a name of the app, and not one bit of a mask', () => {
  const tracks = heardIn(
    new Sightings(),
    heard(vectors.V9, { address: 'a' }),
    heard(vectors.V13, { address: 'b' }),
    heard(vectors.V7, { address: 'c' }),
    heard(vectors.V14, { address: 'd' }),
  );
  expect(tracks.map(({ proven }) => proven)).toEqual([false, false, true, true]);
});

test('is one phone by its ID, whatever its address; a payload of another length beside it names nobody', () => {
  const twoBlocks = [bytes('05FFB522AABB'), bytes(vectors.V1[0])];
  const tracks = heardIn(
    new Sightings(),
    heard(vectors.V1, { address: 'a' }),
    heard(vectors.V3, { address: 'b' }),
    heard(
      twoBlocks.map((block) => Buffer.from(block).toString('hex')),
      { address: 'c' },
    ),
  );
  expect(tracks.map(({ key, packets }) => [key, packets])).toEqual([['id 286bce589ab994efa5f73cad', 3]]);
});

test('notices two transmitters that take turns with one ID, but not a phone that changes its address', () => {
  const turns = (addresses: string): number | undefined => {
    const adverts = [...addresses].map((address, n) => heard(vectors.V1, { at: n * 100, address }));
    return heardIn(new Sightings(), ...adverts)[0]?.twoPlacesAt;
  };
  expect(turns('aaabbbccc')).toBe(Number.NEGATIVE_INFINITY);
  expect(turns('aaabab')).toBe(500);
});
