import type { Random } from '../../../src/core/base/random.ts';

/**
 * How strongly a phone is heard: distance, handset, hand, bodies, reflections, the three advertising channels,
 * the laptop's own antenna. Every constant says where it comes from; none is taken from the rules under test.
 */

/**
 * Mean strength at one metre in the open at a laptop with good ears, dBm. Android: AOSP sends at −15 dBm when told
 * LOW, minus 40 dB of free space at 2.4 GHz, minus 11 dB for two small antennas in any position. iPhones: 12 dB
 * more (the app's own thresholds for the same distance lie 14 to 17 dB apart, docs/bluezone-on-air.md §6).
 */
const AT_ONE_METRE = { android: -66, iphone: -54 } as const;
/** Handsets differ, dB: Android by maker, iPhones little. Cut at two sigma: a stronger one would break radio rules. */
const HANDSET = { android: { sigma: 2.5, most: 5 }, iphone: { sigma: 1.5, most: 3 } } as const;
/** Reflections that add up steadily, dB at most: the direct way stays the shortest and the strongest. */
const REFLECTION_MOST_DB = 3;
/** Log-normal shadowing by bodies and things that move, and how long it keeps, seconds. */
const SHADOW = { sigma: 3, mean: -1, least: -15, seconds: 3 } as const;
/** Distances under this do not matter any more: antennas have a size. */
const TOUCHING_M = 0.02;
/** A receiver that hears this strongly loses half of the packets, dBm; steepness of the loss, dB. */
const SENSITIVITY = { half: -92, steep: 2.5 } as const;

export type Maker = 'android' | 'iphone';

/** Normally distributed, mean 0, sigma 1 (Box and Muller 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

export const between = (random: Random, from: number, to: number): number => from + random.next() * (to - from);

export const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;

const clipped = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

export interface LinkOptions {
  readonly maker: Maker;
  /** Distance from the laptop's antenna at a moment, metres. */
  readonly metres: (atMs: number) => number;
  /** What a hand, a pocket, a bag or people in between take away at a moment, dB. */
  readonly loss: (atMs: number) => number;
  /** Power of the direct way over the scattered ones (Rician K): 10 at a hand's width, 4 in sight, 0.5 behind people. */
  readonly direct: number;
  /** How long a reflection keeps while nobody moves much, seconds. */
  readonly stillSeconds: number;
  /** What this laptop adds or takes, dB. */
  readonly laptopDb: number;
  /** Share of packets that arrive when the signal is strong: collisions, the scanner's own gaps. */
  readonly arrives: number;
  /** Share of packets whose strength the receiver gets wrong: a glitch near −20, or 127. */
  readonly glitches: number;
}

/** One phone's way to the laptop. */
export class Link {
  readonly #random: Random;
  readonly #options: LinkOptions;
  readonly #handset: number;
  #shadow: number;
  #shadowAt = 0;
  /** Scattered part of each advertising channel: real, imaginary, and when it was last looked at. */
  readonly #scatter: { re: number; im: number; at: number }[];

  constructor(options: LinkOptions, random: Random) {
    this.#random = random;
    this.#options = options;
    const { sigma, most } = HANDSET[options.maker];
    this.#handset = clipped(normal(random) * sigma, -most, most);
    this.#shadow = normal(random);
    this.#scatter = Array.from({ length: 3 }, () => ({ re: normal(random), im: normal(random), at: 0 }));
  }

  /** Strength without the quick fading, dBm. */
  mean(atMs: number): number {
    const { maker, metres, loss, laptopDb } = this.#options;
    const keep = Math.exp(-Math.max(0, atMs - this.#shadowAt) / 1_000 / SHADOW.seconds);
    if (atMs > this.#shadowAt) {
      this.#shadow = this.#shadow * keep + Math.sqrt(1 - keep * keep) * normal(this.#random);
      this.#shadowAt = atMs;
    }
    // A body cannot come between a laptop and what lies on it.
    const far = Math.min(1, metres(atMs) / 0.5);
    const shadow = clipped(SHADOW.mean + SHADOW.sigma * this.#shadow, SHADOW.least, REFLECTION_MOST_DB) * far;
    const distance = Math.max(TOUCHING_M, metres(atMs));
    return AT_ONE_METRE[maker] - 20 * Math.log10(distance) + this.#handset - loss(atMs) + shadow + laptopDb;
  }

  /** One packet as the receiver reports it, dBm; 127 not measured; `null` lost. */
  heard(atMs: number): number | null {
    const { direct, stillSeconds, arrives, glitches } = this.#options;
    const random = this.#random;
    const channel = this.#scatter[random.below(3)] as { re: number; im: number; at: number };
    const keep = Math.exp(-Math.max(0, atMs - channel.at) / 1_000 / stillSeconds);
    const fresh = Math.sqrt(1 - keep * keep);
    channel.re = channel.re * keep + fresh * normal(random);
    channel.im = channel.im * keep + fresh * normal(random);
    channel.at = atMs;
    const scattered = Math.sqrt(1 / (direct + 1) / 2);
    const re = Math.sqrt(direct / (direct + 1)) + scattered * channel.re;
    const im = scattered * channel.im;
    const strength = this.mean(atMs) + 10 * Math.log10(re * re + im * im + 1e-6);
    const chance = arrives / (1 + Math.exp((SENSITIVITY.half - strength) / SENSITIVITY.steep));
    if (random.next() >= chance) return null;
    if (random.next() < glitches) return random.next() < 0.3 ? 127 : -20 - random.below(10);
    return Math.round(clipped(strength, -110, -10));
  }
}
