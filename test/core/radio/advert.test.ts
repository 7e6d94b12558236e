import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../../../src/core/base/hex.ts';
import { knownRssi, normalUuid, readAdStructures } from '../../../src/core/radio/advert.ts';
import { classify } from '../../../src/core/radio/signature.ts';
import { bytes, heard, signature, vectors } from '../../kit/adverts.ts';

describe('the phones of the campaign, as they stand on the air', () => {
  test.each([
    ['V1', 'an Android phone', 'android'],
    ['V2', 'an Android phone with other flags', 'android'],
    ['V3', 'an Android phone with the structures in another order', 'android'],
    ['V4', 'an Android phone without flags', 'android'],
    ['V5', 'an Android phone with the version of April', 'android-old'],
    ['V6', 'the beacon of a later Android version, as a hint', 'hint'],
    ['V7', 'an iPhone with the app open', 'iphone'],
    ['V8', 'an iPhone with the app open and its name in the scan response', 'iphone'],
    ['V9', 'an iPhone with the app in the background', 'iphone-background'],
    ['V10', 'an iPhone in the background that also tells its power', 'iphone-background'],
    ['V11', 'an iPhone in the background with the mask in the scan response', 'iphone-background'],
    ['V12', 'an iPhone in the background beside another such app', 'iphone-background'],
    ['V13', 'an iPhone in the background with the version of April', 'iphone-old'],
    ['V14', 'an iPhone with the version of April', 'iphone-old'],
    ['V15', 'not an iPhone of another app', 'other'],
    ['V16', 'not a phone of the exposure notification system', 'other'],
    ['V17', 'not a payload of six bytes under the right service', 'other'],
  ] as const)('%s is %s', (name, _, expected) => {
    expect(classify(heard(vectors[name]), signature)).toBe(expected);
  });

  test('an Android phone that shows one half only is suspected, not believed', () => {
    expect(classify(heard(['0303564E']), signature)).toBe('android-partial');
    expect(classify(heard(['0FFFB522286BCE589AB994EFA5F73CAD']), signature)).toBe('android-partial');
  });

  test('the reference beacon is known as a beacon and never as a phone', () => {
    expect(classify(heard(['0EFFB522286BCE589AB994EFA5F73C 0303564E']), signature)).toBe('beacon');
    expect(classify(heard(['10FFB522286BCE589AB994EFA5F73CADAA 0303564E']), signature)).toBe('beacon');
  });

  test('a name alone proves nothing', () => {
    expect(classify(heard(['0909426C75657A6F6E65']), signature)).toBe('other');
  });

  test('incomplete lists and shortened names count like complete ones', () => {
    expect(classify(heard(['0FFFB522286BCE589AB994EFA5F73CAD 0302564E']), signature)).toBe('android');
    const iphone = heard(['110667A607ADD1172FA1C44BF573564E0000 0508426C7565']);
    expect(classify(iphone, signature)).toBe('iphone');
    expect(iphone.name).toBe('Blue');
  });
});

describe('reading AD structures', () => {
  test('keeps what stood before a structure that is cut off', () => {
    const read = readAdStructures(bytes('0303564E 0FFFB522286B'));
    expect(read.services).toEqual(['4e56']);
    expect(read.manufacturer).toEqual([]);
  });

  test('stops at the zero that ends the significant part', () => {
    expect(readAdStructures(bytes('0303564E 00 0303AAAA')).services).toEqual(['4e56']);
  });

  test('passes over a list that holds less than one whole UUID', () => {
    expect(readAdStructures(bytes('020356 0303564E')).services).toEqual(['4e56']);
  });

  test('never throws, whatever is on the air', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 3 }), (packets) => {
        const read = readAdStructures(...packets);
        classify(heard([], read), signature);
        const room = packets.reduce((sum, packet) => sum + packet.length, 0);
        const carried = read.manufacturer.reduce((sum, block) => sum + block.data.length, 0);
        expect(carried).toBeLessThanOrEqual(room);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads a phone wherever its structures stand among others', () => {
    const others = fc.uint8Array({ minLength: 1, maxLength: 10 }).map((data) => [data.length + 1, 0x16, ...data]);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), others, (order, other) => {
        const pieces = [[...bytes('0FFFB522286BCE589AB994EFA5F73CAD')], [...bytes('0303564E')], other];
        const packet = Uint8Array.from(order.flatMap((index) => pieces[index] ?? []));
        expect(classify(heard([hexOf(packet)]), signature)).toBe('android');
      }),
    );
  });
});

describe('one spelling for what platforms spell differently', () => {
  test.each([
    ['4e56', '4e56'],
    ['4E56', '4e56'],
    ['56', '0056'],
    ['00004e56', '4e56'],
    ['00004E56-0000-1000-8000-00805F9B34FB', '4e56'],
    ['00004e56-73f5-4bc4-a12f-17d1ad07a667', '00004e5673f54bc4a12f17d1ad07a667'],
  ])('writes UUID %s as %s', (given, expected) => expect(normalUuid(given)).toBe(expected));

  test.each([
    [127, null],
    [0, null],
    [21, null],
    [20, 20],
    [-47, -47],
    [null, null],
    [undefined, null],
    [Number.NaN, null],
  ])('takes an RSSI of %s as %s', (given, expected) => expect(knownRssi(given)).toBe(expected));
});
