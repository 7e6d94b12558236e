import type { Random } from '../../../src/core/base/random.ts';
import type { PhoneKind } from '../../../src/core/practice/phones.ts';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';
import { Air, makerOf } from './air.ts';
import { bringStrangers, queueUp } from './bystanders.ts';
import { Hand } from './hand.ts';
import { between, type Link, type Maker } from './physics.ts';
import type { Scene } from './scenes.ts';
import type { Conditions, Story } from './stories.ts';
import { tell } from './story-events.ts';

/** One booth for one story: its laptop, the phone in hand, and everybody around. */
export class Booth {
  readonly #random: Random;
  readonly #keepTo: Conditions;
  readonly #story: Story;
  readonly #air: Air;
  readonly #hand: Hand;
  #burst: Scene['burst'] = [];
  #held: number | null = null;
  #heldLink: Link | null = null;
  #maker: Maker = 'android';

  constructor(random: Random, signature: RadioSignature, keepTo: Conditions, story: Story) {
    this.#random = random;
    this.#keepTo = keepTo;
    this.#story = story;
    this.#air = new Air(random, keepTo, story);
    this.#hand = new Hand(random, story === 'handed over, then silent' ? between(random, 0, 2_500) : undefined);
    this.#air.calibrateMaybe(signature);
  }

  fill(): void {
    const [held] = this.#story.split(',');
    if (held !== undefined && held !== 'silent') this.#hold(held === 'handed over' ? 'android open' : held);
    if (this.#story !== 'silent, nobody has the app') queueUp(this.#air, this.#keepTo);
    bringStrangers(this.#air);
    this.#burst = tell(this.#air, this.#story, this.#keepTo, this.#held);
  }

  scene(seed: number): Scene {
    const link = this.#heldLink;
    const interrupted = this.#story === 'silent, radio interrupted';
    const from = between(this.#random, 3_000, 38_000);
    return {
      story: this.#story,
      phones: this.#air.phones,
      gateShiftDb: this.#air.gateShiftDb,
      hand: this.#hand,
      held: this.#held,
      heldMean: (atMs) => link?.mean(atMs) ?? Number.NEGATIVE_INFINITY,
      maker: this.#maker,
      current: this.#held !== null && !this.#story.includes('old') && this.#story !== 'iphone background',
      burst: this.#burst,
      interruption: interrupted ? { from, until: from + between(this.#random, 200, 4_000) } : null,
      seed,
    };
  }

  /** The phone in hand: five to twenty centimetres away, fingers on it. */
  #hold(held: string): void {
    const random = this.#random;
    const kind = held.trim().replace(' ', '-') as PhoneKind;
    this.#maker = makerOf(kind);
    // Fingers over the antenna: 0 to 8 dB, mostly about 3.
    const fingers = 8 * Math.min(random.next(), random.next());
    this.#heldLink = this.#air.link(
      this.#maker,
      (at) => this.#hand.metres(at),
      (at) => (this.#hand.metres(at) < 0.06 ? fingers / 2 : fingers),
      { direct: 8, still: between(random, 0.3, 2), arrives: between(random, 0.8, 0.95) },
    );
    const moves = this.#story === 'iphone open, new address meanwhile';
    this.#held = this.#air.add(kind, this.#heldLink, moves ? { addressChangesAt: between(random, 300, 4_000) } : {});
  }
}
