import type { Random } from '../../../src/core/base/random.ts';

/** What happens at the booth. The first word says what the phone in hand really does. */
export const stories = [
  'android open',
  'iphone open',
  'iphone open, new address meanwhile',
  'android background',
  'iphone background',
  'android old',
  'iphone old',
  'silent',
  'silent, next one sways at the line',
  'silent, somebody walks by',
  'silent, a burst of packets',
  'silent, jammer',
  'silent, relay of an ID',
  'silent, radio interrupted',
  'silent, nobody has the app',
  'silent, strength unknown',
  'handed over, then silent',
  'android open, a friend leans in',
  'android open, jammer',
  'android open, its ID relayed',
] as const;
export type Story = (typeof stories)[number];

/** How many of a thousand scenes tell each story; silence is where a false pass can come from. */
const SHARES: Readonly<Record<Story, number>> = {
  'android open': 170,
  'iphone open': 100,
  'iphone open, new address meanwhile': 20,
  'android background': 90,
  'iphone background': 40,
  'android old': 30,
  'iphone old': 20,
  silent: 160,
  'silent, next one sways at the line': 80,
  'silent, somebody walks by': 80,
  'silent, a burst of packets': 30,
  'silent, jammer': 20,
  'silent, relay of an ID': 30,
  'silent, radio interrupted': 20,
  'silent, nobody has the app': 30,
  'silent, strength unknown': 10,
  'handed over, then silent': 40,
  'android open, a friend leans in': 30,
  'android open, jammer': 10,
  'android open, its ID relayed': 20,
};

/**
 * What every scene keeps to. Where one is broken, no radio can tell a silent phone in hand from another person's
 * phone beside it; the kit's words and the booth's rules keep people to them (docs/check.md).
 */
export const conditions = {
  /** Whoever waits, and the booth's own staff, stands with the phone at least this far from the laptop, metres. */
  lineMetres: 0.8,
  /** A friend who leans in keeps the phone at least this far away, and only while the phone in hand sends, metres. */
  leanMetres: 0.5,
  /** Whoever walks by comes no nearer than this, metres … */
  passMetres: 0.4,
  /** … and no slower than this, metres a second. */
  passSpeed: 0.7,
  /** A relay repeats what is on the air now, of somebody in the queue who is heard too, dBm on the mean. */
  relayedHeardDbm: -78,
  /** A laptop that was not calibrated hears at most this much better than a good one, dB. */
  laptopMostDb: 2,
  /** What every laptop hears better than that, dB. */
  laptopBetterDb: 0,
} as const;

export type Conditions = { readonly [K in keyof typeof conditions]: number };

/** Draws a story by its share. */
export function storyOf(random: Random): Story {
  let left = random.next() * Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  for (const story of stories) {
    left -= SHARES[story];
    if (left < 0) return story;
  }
  return 'silent';
}
