import { type Advert, readAdStructures } from '../../src/core/radio/advert.ts';
import type { RadioSignature } from '../../src/core/radio/signature-schema.ts';
import bluezone from '../../src/main/campaign/bluezone-2020.json' with { type: 'json' };

/** Bytes from hex as documents print it, blanks allowed. */
export const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** An advertisement from the hex of its packets. */
export const heard = (hex: readonly string[], more: Partial<Advert> = {}): Advert => ({
  at: 0,
  address: '4a:00:00:00:00:01',
  rssi: -50,
  connectable: true,
  ...readAdStructures(...hex.map(bytes)),
  ...more,
});

export const signature = bluezone.radio as RadioSignature;

/** The constructed vectors V1–V17 of the campaign's phones, as they stand on the air. */
export const vectors = {
  V1: ['020102 0FFFB522286BCE589AB994EFA5F73CAD 0303564E'],
  V2: ['02011A 0FFFB522286BCE589AB994EFA5F73CAD 0303564E'],
  V3: ['020102 0303564E 0FFFB522286BCE589AB994EFA5F73CAD'],
  V4: ['0FFFB522286BCE589AB994EFA5F73CAD 0303564E'],
  V5: ['020102 09FFB522614233785939 110789A807ADD1172FA1C44BF573F4390AE2'],
  V6: ['1AFF4C000215C7AFEF7B17884F4AA87D691D53BF21C400140014C5'],
  V7: ['02011A 110767A607ADD1172FA1C44BF573564E0000 0909426C75657A6F6E65'],
  V8: ['02011A 020A0C 110767A607ADD1172FA1C44BF573564E0000', '0909426C75657A6F6E65'],
  V9: ['02011A 14FF4C000108000000000000000000000000000000'],
  V10: ['02011A 020A0C 14FF4C000108000000000000000000000000000000'],
  V11: ['02011A 020A0C 0BFF4C001006071EA3DD89E0', '14FF4C000108000000000000000000000000000000'],
  V12: ['02011A 14FF4C000108000000000000000000000000200000'],
  V13: ['02011A 14FF4C000100000000000000000000800000000000'],
  V14: ['02011A 110767A607ADD1172FA1C44BF573F4390AE2', '0B0932614259337859423935'],
  V15: ['02011A 14FF4C000100000000000000000000200000000000'],
  V16: ['02011A 03036FFD'],
  V17: ['020102 09FFB522286BCE589AB9 0303564E'],
} as const;
