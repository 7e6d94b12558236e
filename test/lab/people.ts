/** Who is on the air in the lab. The phones themselves are those of `src/core/practice/room.ts`. */
import type { PhoneKind } from '../../src/core/practice/phones.ts';
import type { Phone } from '../../src/core/practice/room.ts';

export const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The published test phone, and with it vector V1 of the signal specification, byte for byte. */
export const TEST_ID = '286bce589ab994efa5f73cad';
export const V1 = `0201020fffb522${TEST_ID}0303564e`;

/** Held to the laptop: as strongly as a phone in a hand is heard there, dBm. iPhones send more strongly. */
export const held = (kind: PhoneKind, more: Partial<Phone> = {}): Phone => ({
  kind,
  rssi: kind.startsWith('iphone') ? -31 : -40,
  ...more,
});

/** Things that are not the app, and louder than any phone of the queue. */
export const decoys: readonly Phone[] = [
  { kind: 'exposure', rssi: -40 },
  { kind: 'ibeacon', rssi: -45 },
  { kind: 'headset', rssi: -42 },
  { kind: 'lookalike', rssi: -41 },
];

/** A gate in the morning: hundreds of phones at a distance, most of them without the app. */
export function crowdOf(count: number): Phone[] {
  const kinds: readonly PhoneKind[] = [
    ...['exposure', 'headset', 'ibeacon', 'iphone-background'],
    ...['headset', 'exposure', 'android-background', 'iphone-open'],
    ...['headset', 'exposure', 'android-old', 'lookalike'],
  ] as PhoneKind[];
  return Array.from({ length: count }, (_, n) => ({
    kind: kinds[n % kinds.length] ?? 'headset',
    rssi: -70 - (n % 23),
  }));
}
