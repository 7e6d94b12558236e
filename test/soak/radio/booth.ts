import { shiftOf } from '../../../src/core/calibration.ts';
import type { PhoneKind } from '../../../src/core/phones.ts';
import type { Random } from '../../../src/core/random.ts';
import type { Phone } from '../../../src/core/room.ts';
import type { RadioSignature } from '../../../src/core/signature.ts';
import { Hand } from './hand.ts';
import { between, Link, type Maker, normal } from './physics.ts';
import type { Scene } from './scenes.ts';
import type { Conditions, Story } from './stories.ts';

const makerOf = (kind: PhoneKind): Maker => (kind.startsWith('iphone') ? 'iphone' : 'android');
const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T;

/** What people with the app in a queue of 2020 have. */
const carried: readonly PhoneKind[] = [
  'android-open',
  'android-open',
  'android-open',
  'android-later',
  'android-background',
  'android-background',
  'android-background',
  'android-background',
  'iphone-open',
  'iphone-background',
  'iphone-background',
  'android-old',
];
const strangers: readonly PhoneKind[] = ['exposure', 'ibeacon', 'headset', 'lookalike', 'beacon', 'app-ibeacon'];

/** One booth for one story: its laptop, the phone in hand, and everybody around. */
export class Booth {
  readonly #random: Random;
  readonly #keepTo: Conditions;
  readonly #story: Story;
  readonly #laptopDb: number;
  readonly #shiftDb: number;
  readonly #phones: Phone[] = [];
  readonly #glitches: number;
  readonly #hand: Hand;
  #burst: Scene['burst'] = [];
  #held: number | null = null;
  #heldLink: Link | null = null;
  #maker: Maker = 'android';

  constructor(random: Random, { near }: RadioSignature, keepTo: Conditions, story: Story) {
    this.#random = random;
    this.#keepTo = keepTo;
    this.#story = story;
    this.#glitches = story === 'silent, strength unknown' ? 0 : 0.003;
    this.#laptopDb = Math.max(-10, Math.min(keepTo.laptopMostDb, -4 + 3 * normal(random))) + keepTo.laptopBetterDb;
    this.#hand = new Hand(random, story === 'handed over, then silent' ? between(random, 0, 2_500) : undefined);
    // Half of the laptops were calibrated, with whatever phone was at hand in whatever cover, laid on the mark.
    this.#shiftDb = 0;
    if (random.next() < 0.5) {
      const maker = random.next() < 0.7 ? 'android' : 'iphone';
      const [lies, cover] = [between(random, 0.05, 0.1), between(random, 0, 4)];
      const link = this.#link(
        maker,
        () => lies,
        () => cover,
        { direct: 10, still: 5 },
      );
      this.#shiftDb = shiftOf(link.mean(0) - near[maker]);
    }
  }

  fill(): void {
    const [held] = this.#story.split(',');
    if (held !== undefined && held !== 'silent') this.#hold(held === 'handed over' ? 'android open' : held);
    if (this.#story !== 'silent, nobody has the app') this.#queue();
    this.#others();
    this.#tell();
  }

  scene(seed: number): Scene {
    const link = this.#heldLink;
    const interrupted = this.#story === 'silent, radio interrupted';
    const from = between(this.#random, 3_000, 38_000);
    return {
      story: this.#story,
      phones: this.#phones,
      gateShiftDb: this.#shiftDb,
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

  #link(
    maker: Maker,
    metres: (at: number) => number,
    loss: (at: number) => number,
    way: { direct: number; still: number; arrives?: number },
  ): Link {
    const { direct, still, arrives = 0.95 } = way;
    return new Link(
      {
        maker,
        metres,
        loss,
        direct,
        stillSeconds: still,
        laptopDb: this.#laptopDb,
        arrives,
        glitches: this.#glitches,
      },
      this.#random,
    );
  }

  #add(kind: PhoneKind, link: Pick<Link, 'heard'>, more: Partial<Phone> = {}): number {
    const unknown = this.#story === 'silent, strength unknown';
    const heardAt = (at: number): number | null => {
      const rssi = link.heard(at);
      return unknown && rssi !== null ? 127 : rssi;
    };
    return this.#phones.push({ kind, rssi: -99, heardAt, id: this.#random.bytes(12), ...more }) - 1;
  }

  /** The phone in hand: five to twenty centimetres away, fingers on it. */
  #hold(held: string): void {
    const random = this.#random;
    const kind = held.trim().replace(' ', '-') as PhoneKind;
    this.#maker = makerOf(kind);
    // Fingers over the antenna: 0 to 8 dB, mostly about 3.
    const fingers = 8 * Math.min(random.next(), random.next());
    this.#heldLink = this.#link(
      this.#maker,
      (at) => this.#hand.metres(at),
      (at) => (this.#hand.metres(at) < 0.06 ? fingers / 2 : fingers),
      { direct: 8, still: between(random, 0.3, 2), arrives: between(random, 0.8, 0.95) },
    );
    const moves = this.#story === 'iphone open, new address meanwhile';
    this.#held = this.#add(kind, this.#heldLink, moves ? { addressChangesAt: between(random, 300, 4_000) } : {});
  }

  /** People with the app, each behind the other, some beside. */
  #queue(): void {
    const random = this.#random;
    const size = random.next();
    const people =
      size < 0.4 ? random.below(4) : size < 0.85 ? 4 + random.below(9) : size < 0.985 ? 13 + random.below(30) : 60;
    const collisions = between(random, 0.35, 0.9);
    let metres = this.#keepTo.lineMetres + between(random, 0, 0.6);
    for (let n = 0; n < people; n++) {
      const stands = n < 8 ? metres : between(random, this.#keepTo.lineMetres, 6);
      metres += between(random, 0.4, 0.9);
      this.#person(stands, collisions);
    }
  }

  #person(stands: number, arrives: number): void {
    const random = this.#random;
    const kind = pick(random, carried);
    const where = random.next();
    // In the hand, in a pocket or in a bag; and farther back other people stand in between.
    const own =
      where < 0.45 ? 8 * random.next() * random.next() : where < 0.8 ? between(random, 4, 14) : between(random, 2, 10);
    const between3 = stands > 1.5 ? between(random, 0, 12) : 0;
    const swings = between(random, 0, Math.min(0.1, stands - this.#keepTo.lineMetres));
    const beat = between(random, 400, 1_500);
    const link = this.#link(
      makerOf(kind),
      (at) => stands + swings * Math.sin(at / beat),
      () => own + between3,
      {
        direct: between3 > 0 || own > 6 ? 0.5 : 4,
        still: between(random, 0.3, 6),
        arrives,
      },
    );
    this.#add(kind, link);
  }

  /** Devices that are none of ours, some of them very near. */
  #others(): void {
    const random = this.#random;
    for (let n = 1 + random.below(6); n > 0; n--) {
      const metres = between(random, 0.1, 5);
      const link = this.#link(
        'iphone',
        () => metres,
        () => 0,
        { direct: 4, still: 3, arrives: between(random, 0.3, 0.9) },
      );
      this.#add(pick(random, strangers), link);
    }
  }

  /** What makes the story a story. */
  #tell(): void {
    const random = this.#random;
    const { lineMetres, leanMetres, passMetres, passSpeed, relayedHeardDbm } = this.#keepTo;
    switch (this.#story) {
      case 'silent, next one sways at the line': {
        const kind = pick(random, ['android-open', 'iphone-open', 'android-background', 'android-later'] as const);
        const [beat, swings] = [between(random, 300, 1_500), between(random, 0.05, 0.2)];
        const grip = 4 * random.next();
        const link = this.#link(
          makerOf(kind),
          (at) => lineMetres + swings * (1 + Math.sin(at / beat)),
          () => grip,
          {
            direct: 5,
            still: between(random, 0.3, 3),
            arrives: between(random, 0.7, 0.95),
          },
        );
        this.#add(kind, link);
        return;
      }
      case 'android open, a friend leans in': {
        const kind = pick(random, ['android-open', 'iphone-open', 'android-background'] as const);
        const [stands, grip] = [between(random, leanMetres, lineMetres), 4 * random.next()];
        const way = { direct: 5, still: between(random, 0.3, 3), arrives: between(random, 0.7, 0.95) };
        this.#add(
          kind,
          this.#link(
            makerOf(kind),
            () => stands,
            () => grip,
            way,
          ),
        );
        return;
      }
      case 'silent, somebody walks by': {
        const kind = pick(random, ['android-open', 'iphone-open', 'android-background'] as const);
        const [passes, nearest] = [between(random, 1_000, 35_000), between(random, passMetres, passMetres + 0.6)];
        const speed = between(random, passSpeed, 1.6);
        const grip = 6 * random.next();
        const metres = (at: number) => Math.hypot(nearest, ((at - passes) / 1_000) * speed);
        const way = { direct: 4, still: 0.1, arrives: between(random, 0.6, 0.95) };
        this.#add(
          kind,
          this.#link(makerOf(kind), metres, () => grip, way),
        );
        return;
      }
      case 'silent, a burst of packets': {
        const [at, within] = [between(random, 500, 30_000), pick(random, [3, 30, 200])];
        const packets = 3 + random.below(8);
        this.#burst = Array.from({ length: packets }, (_, n) => ({
          atMs: at + (n * within) / packets,
          rssi: -20 - random.below(20),
        }));
        return;
      }
      case 'silent, jammer':
      case 'android open, jammer':
        this.#add('jammer', { heard: () => -18 - random.below(5) });
        return;
      case 'silent, relay of an ID': {
        const way = { direct: 4, still: between(random, 0.3, 3), arrives: 0.9 };
        let stands = between(random, lineMetres, 4);
        let link = this.#link(
          'android',
          () => stands,
          () => 0,
          way,
        );
        while (link.mean(0) < relayedHeardDbm && stands > lineMetres) {
          stands = Math.max(lineMetres, stands * 0.8);
          link = this.#link(
            'android',
            () => stands,
            () => 0,
            way,
          );
        }
        this.#relay(this.#add('android-open', link));
        return;
      }
      case 'android open, its ID relayed':
        if (this.#held !== null) this.#relay(this.#held);
        return;
      default:
        return;
    }
  }

  /** Somebody repeats what this phone says, louder, from another address. */
  #relay(index: number): void {
    const random = this.#random;
    const { id, kind = 'android-open' } = this.#phones[index] ?? {};
    const loud = between(random, -55, -20);
    const heard = () => (random.next() < 0.9 ? Math.round(loud + 2 * normal(random)) : null);
    this.#add(kind, { heard }, { ...(id && { id }), from: random.next() < 0.5 ? 0 : between(random, 0, 20_000) });
  }
}
