import type { Random } from '../../../src/core/base/random.ts';
import { shiftOf } from '../../../src/core/check/calibration.ts';
import type { PhoneKind } from '../../../src/core/practice/phones.ts';
import type { Phone } from '../../../src/core/practice/room.ts';
import type { RadioSignature } from '../../../src/core/radio/signature-schema.ts';
import { between, Link, type Maker, normal } from './physics.ts';
import type { Conditions, Story } from './stories.ts';

export const makerOf = (kind: PhoneKind): Maker => (kind.startsWith('iphone') ? 'iphone' : 'android');

/** How a signal comes: see `LinkOptions`. */
interface Way {
  readonly direct: number;
  readonly still: number;
  readonly arrives?: number;
}

/** What the laptop of a booth hears: every phone around it, each over its own link. */
export class Air {
  readonly random: Random;
  readonly phones: Phone[] = [];
  /** What this laptop's calibration moved the gate by, dB. */
  gateShiftDb = 0;
  readonly #laptopDb: number;
  readonly #glitches: number;
  readonly #strengthUnknown: boolean;

  constructor(random: Random, keepTo: Conditions, story: Story) {
    this.random = random;
    this.#strengthUnknown = story === 'silent, strength unknown';
    this.#glitches = this.#strengthUnknown ? 0 : 0.003;
    this.#laptopDb = Math.max(-10, Math.min(keepTo.laptopMostDb, -4 + 3 * normal(random))) + keepTo.laptopBetterDb;
  }

  /** Half of the laptops were calibrated, with whatever phone was at hand in whatever cover, laid on the mark. */
  calibrateMaybe({ near }: RadioSignature): void {
    const { random } = this;
    if (random.next() >= 0.5) return;
    const maker = random.next() < 0.7 ? 'android' : 'iphone';
    const [lies, cover] = [between(random, 0.05, 0.1), between(random, 0, 4)];
    const link = this.link(
      maker,
      () => lies,
      () => cover,
      { direct: 10, still: 5 },
    );
    this.gateShiftDb = shiftOf(link.mean(0) - near[maker]);
  }

  link(maker: Maker, metres: (at: number) => number, loss: (at: number) => number, way: Way): Link {
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
      this.random,
    );
  }

  /** Puts a phone on the air; its index. */
  add(kind: PhoneKind, link: Pick<Link, 'heard'>, more: Partial<Phone> = {}): number {
    const heardAt = (at: number): number | null => {
      const rssi = link.heard(at);
      return this.#strengthUnknown && rssi !== null ? 127 : rssi;
    };
    return this.phones.push({ kind, rssi: -99, heardAt, id: this.random.bytes(12), ...more }) - 1;
  }
}
