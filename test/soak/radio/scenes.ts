import { seeded } from '../../../src/core/base/random.ts';
import type { Phone } from '../../../src/core/practice/room.ts';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';
import { Booth } from './booth.ts';
import type { Hand } from './hand.ts';
import type { Maker } from './physics.ts';
import { type Conditions, conditions, type Story, storyOf } from './stories.ts';

export interface Scene {
  readonly story: Story;
  readonly phones: readonly Phone[];
  readonly gateShiftDb: number;
  readonly hand: Hand;
  /** Index of the phone in hand, or `null` where that phone sends nothing of the app. */
  readonly held: number | null;
  /** Strength of the phone in hand without quick fading; -Infinity where it sends nothing. */
  readonly heldMean: (atMs: number) => number;
  readonly maker: Maker;
  /** Whether a pass is right at all. */
  readonly current: boolean;
  /** Packets of one ID within a moment, beyond what the phones send. */
  readonly burst: readonly { readonly atMs: number; readonly rssi: number }[];
  /** Moments at which the radio falls over and listens again. */
  readonly interruption: { readonly from: number; readonly until: number } | null;
  readonly seed: number;
}

/** The seed of scene n of a soak: soaks with different seeds share no scenes. */
export const seedOf = (soak: number, scene: number): number => (Math.imul(soak + 1, 0x9e37_79b1) ^ scene) >>> 0;

/** Draws one scene; the same seed draws the same scene. */
export function sceneOf(seed: number, signature: RadioSignature, keepTo: Conditions = conditions): Scene {
  const random = seeded(seed);
  const story = storyOf(random);
  const booth = new Booth(random, signature, keepTo, story);
  booth.fill();
  return booth.scene(seed);
}
