import { describe, expect, test } from 'vitest';
import { seeded } from '../../../src/core/base/random.ts';
import { type PhoneKind, packetsOf, phoneKinds } from '../../../src/core/practice/phones.ts';
import { type Emission, type Phone, playRoom } from '../../../src/core/practice/room.ts';
import { readAdStructures } from '../../../src/core/radio/advert.ts';
import { classify } from '../../../src/core/radio/signature.ts';
import type { SignalClass } from '../../../src/core/radio/signature-schema.ts';
import { heard, signature } from '../../kit/adverts.ts';

function heardIn(phones: readonly Phone[], seconds: number, seed = 1): Emission[] {
  const emissions: Emission[] = [];
  for (const emission of playRoom(phones, seed)) {
    if (emission.atMs > seconds * 1_000) return emissions;
    emissions.push(emission);
  }
  return emissions;
}

const addresses = (emissions: readonly Emission[]): number => new Set(emissions.map(({ address }) => address)).size;

describe('a room of phones', () => {
  const classes: Readonly<Record<PhoneKind, SignalClass>> = {
    'android-open': 'android',
    'android-background': 'android',
    'android-later': 'android',
    'android-old': 'android-old',
    'iphone-open': 'iphone',
    'iphone-background': 'iphone-background',
    'iphone-old': 'iphone-old',
    exposure: 'other',
    ibeacon: 'other',
    'app-ibeacon': 'hint',
    headset: 'other',
    lookalike: 'other',
    beacon: 'beacon',
    jammer: 'other',
  };

  test.each(phoneKinds)('%s is on the air as what it is, in every way that stacks write it', (kind) => {
    const random = seeded(7);
    for (let n = 0; n < 60; n++) {
      const { adv, scan } = packetsOf(kind, random.bytes(12));
      for (const packet of [adv, scan]) expect(packet?.length ?? 0).toBeLessThanOrEqual(31);
      const content = readAdStructures(Uint8Array.from(adv), ...(scan === null ? [] : [Uint8Array.from(scan)]));
      expect(classify(heard([], content), signature)).toBe(classes[kind]);
    }
  });

  test('plays in order of time, and the same for the same seed', () => {
    const phones = phoneKinds.map((kind) => ({ kind, rssi: -60 }));
    const emissions = heardIn(phones, 20);
    const times = emissions.map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(heardIn(phones, 20)).toEqual(emissions);
    expect(heardIn(phones, 20, 2)).not.toEqual(emissions);
  });

  test('lets hundreds of phones in and out', () => {
    const phones = Array.from({ length: 400 }, (_, n): Phone => {
      return { kind: 'android-open', rssi: -70, from: n * 10, until: n * 10 + 2_000 };
    });
    const emissions = heardIn(phones, 30);
    expect(new Set(emissions.map(({ phone }) => phone)).size).toBe(400);
    for (const { atMs, phone } of emissions) {
      expect(atMs).toBeGreaterThanOrEqual(phone * 10);
      expect(atMs).toBeLessThan(phone * 10 + 2_000);
    }
    expect(emissions.length).toBeGreaterThan(400 * 17);
  });

  test('keeps the rhythm of the app in the background: fifteen seconds on, fifteen off, a new address each time', () => {
    const emissions = heardIn([{ kind: 'android-background', rssi: -60 }], 300);
    const gaps = emissions.slice(1).map(({ atMs }, n) => atMs - (emissions[n]?.atMs ?? 0));
    const pauses = gaps.filter((gap) => gap > 1_000);
    expect(pauses.length).toBeGreaterThanOrEqual(9);
    for (const pause of pauses) expect(Math.abs(pause - 15_000)).toBeLessThan(250);
    expect(Math.max(...gaps.filter((gap) => gap < 1_000))).toBeLessThanOrEqual(110);
    expect(addresses(emissions)).toBe(pauses.length + 1);
  });

  test('gives an iPhone a new address each quarter of an hour, or when the story says so', () => {
    expect(addresses(heardIn([{ kind: 'iphone-open', rssi: -60 }], 1_800))).toBe(3);
    expect(addresses(heardIn([{ kind: 'iphone-open', rssi: -60, addressChangesAt: 5_000 }], 10))).toBe(2);
  });

  test('sways around the strength of each phone', () => {
    const strengths = heardIn([{ kind: 'android-open', rssi: -60 }], 60)
      .map(({ rssi }) => rssi)
      .sort((a, b) => a - b);
    expect(Math.abs((strengths[strengths.length >> 1] ?? 0) + 60)).toBeLessThanOrEqual(1);
    expect(strengths[0]).toBeLessThan(-66);
  });
});
