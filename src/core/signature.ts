import { z } from 'zod';
import type { Advert } from './advert.ts';

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);

/**
 * One thing that an advertisement must carry. Every condition is tested on the parsed AD structures,
 * never at a byte offset: phones and stacks order them differently.
 */
const conditionSchema = z.discriminatedUnion('has', [
  /** A service UUID, 4 or 32 hex digits, lower case, no dashes; list types 02/03/06/07 alike. */
  z.strictObject({ has: z.literal('service'), uuid: z.string().regex(/^(?:[0-9a-f]{4}|[0-9a-f]{32})$/) }),
  z.strictObject({ has: z.literal('no-service'), uuid: z.string().regex(/^(?:[0-9a-f]{4}|[0-9a-f]{32})$/) }),
  /** Manufacturer data of a company whose payload has one of these lengths, in bytes. */
  z.strictObject({
    has: z.literal('manufacturer'),
    company: z.int().min(0).max(0xffff),
    lengths: z.array(z.int().min(0).max(251)).min(1),
    text: z.enum(['alphanumeric']).optional(),
  }),
  z.strictObject({ has: z.literal('no-manufacturer'), company: z.int().min(0).max(0xffff) }),
  /** A bit of Apple's overflow area (company 004C, type 01, 16 bytes). A mask: other apps add bits of their own. */
  z.strictObject({ has: z.literal('overflow'), byte: z.int().min(0).max(15), mask: z.int().min(1).max(255) }),
  /** Apple iBeacon (company 004C, type 02) with this UUID, major and minor. */
  z.strictObject({ has: z.literal('ibeacon'), prefix: hex }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/** What a class of advertisement means to the check. Confidence and platform are design §6 and bluezone-ble §8. */
const ruleSchema = z.strictObject({
  class: z.enum([
    'android',
    'android-old',
    'android-partial',
    'iphone',
    'iphone-background',
    'iphone-old',
    'beacon',
    'hint',
  ]),
  /** The wire generation, for reports of what is on the air (G1, G2 …). */
  generation: z.string().min(1),
  all: z.array(conditionSchema).min(1),
});
export type SignatureRule = z.infer<typeof ruleSchema>;
export type SignalClass = SignatureRule['class'] | 'other';

export const radioSignatureSchema = z.strictObject({
  /** First rule that fits wins. */
  rules: z.array(ruleSchema).min(1),
  /** The company whose payload is the phone's rolling ID: the key of a track while the address changes. */
  idCompany: z.int().min(0).max(0xffff),
  /** Median RSSI, in dBm, from which a phone counts as held to the laptop. */
  nearDbm: z.int().min(-100).max(-20),
  /** Lead over the second-strongest phone, in dB, below which the queue cannot be told apart. */
  leadDb: z.int().min(0).max(40),
  /** Packets inside the gate before a pass. */
  passPackets: z.int().min(3).max(50),
  /** Healthy listening, in seconds, before "not seen" may be said. */
  notSeenSeconds: z.int().min(30).max(120),
});
export type RadioSignature = z.infer<typeof radioSignatureSchema>;

const APPLE = 0x004c;
const OVERFLOW_TYPE = 0x01;

/** Names the class of one advertisement by the campaign's rules; `other` when none fits. */
export function classify(advert: Advert, signature: RadioSignature): SignalClass {
  return ruleOf(advert, signature)?.class ?? 'other';
}

/** The first rule that fits, or `null`. Never throws, whatever the advertisement holds. */
export function ruleOf(advert: Advert, signature: RadioSignature): SignatureRule | null {
  if (advert.services.length === 0 && advert.manufacturer.length === 0) return null;
  for (const rule of signature.rules) {
    if (rule.all.every((condition) => fits(advert, condition))) return rule;
  }
  return null;
}

function fits(advert: Advert, condition: Condition): boolean {
  switch (condition.has) {
    case 'service':
      return advert.services.includes(condition.uuid);
    case 'no-service':
      return !advert.services.includes(condition.uuid);
    case 'manufacturer':
      return advert.manufacturer.some(
        (block) =>
          block.company === condition.company &&
          condition.lengths.includes(block.data.length) &&
          (condition.text === undefined || block.data.every(isAlphanumeric)),
      );
    case 'no-manufacturer':
      return advert.manufacturer.every((block) => block.company !== condition.company);
    case 'overflow':
      return advert.manufacturer.some(
        (block) =>
          block.company === APPLE &&
          block.data.length === 17 &&
          block.data[0] === OVERFLOW_TYPE &&
          ((block.data[1 + condition.byte] ?? 0) & condition.mask) !== 0,
      );
    case 'ibeacon':
      return advert.manufacturer.some(
        (block) => block.company === APPLE && hexOf(block.data).startsWith(condition.prefix),
      );
  }
}

const isAlphanumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex of bytes; for keys in memory and for tests, never for anything that is written. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}
