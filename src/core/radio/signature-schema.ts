import { z } from 'zod';

export const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);

/**
 * One thing that an advertisement must carry. Every condition is tested on the parsed AD structures,
 * never at a byte offset: phones and stacks order them differently.
 */
export const conditionSchema = z.discriminatedUnion('has', [
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

/** What a class of advertisement means to the check. Confidence and platform are in docs/check.md and docs/bluezone-on-air.md §8. */
export const ruleSchema = z.strictObject({
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

export const gate = z.int().min(-100).max(-20);

export const radioSignatureSchema = z.strictObject({
  /** First rule that fits wins. */
  rules: z.array(ruleSchema).min(1),
  /** The company whose payload is the phone's rolling ID: the key of a track while the address changes. */
  idCompany: z.int().min(0).max(0xffff),
  /**
   * The gate: median RSSI, in dBm, from which a phone counts as held to a laptop with good ears. One for each
   * platform, because the app lets Android send at low power while iPhones send as strongly as they like.
   */
  near: z.strictObject({ android: gate, iphone: gate }),
  /** Lead over the second-strongest phone, in dB beyond its own gate, below which the queue cannot be told apart. */
  leadDb: z.int().min(0).max(40),
  /** Packets inside the gate before a pass. */
  passPackets: z.int().min(3).max(50),
  /** How long the app in the background is silent between two runs of advertising, seconds. */
  silenceSeconds: z.int().min(0).max(60),
  /** Healthy listening, in seconds, before "not seen" may be said. */
  notSeenSeconds: z.int().min(30).max(120),
  /**
   * What an iPhone in the background answers when it is asked: a characteristic that is read once and must be
   * exactly this long. Absent where the campaign's app has none.
   */
  gatt: z
    .strictObject({
      service: z.string().regex(/^[0-9a-f]{32}$/),
      characteristic: z.string().regex(/^[0-9a-f]{32}$/),
      bytes: z.int().min(1).max(512),
    })
    .optional(),
});

export type RadioSignature = z.infer<typeof radioSignatureSchema>;
