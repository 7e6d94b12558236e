import type { Random } from '../../../src/core/base/random.ts';
import { between } from './physics.ts';

/** Where the phone in hand is, and whether the operator's screen asks for it to be closer. */
export class Hand {
  readonly #random: Random;
  readonly #from: number;
  readonly #arrives: number;
  readonly #walk: number;
  readonly #rest: number;
  readonly #leaves: number;
  /** Not everybody does what the screen says. */
  readonly #obeys: boolean;
  #closerAt: number | null = null;
  readonly #touching: number;

  constructor(random: Random, leavesAfter = Number.POSITIVE_INFINITY) {
    this.#random = random;
    this.#from = between(random, 0.7, 1.2);
    // A third of the phones lies there before the key is pressed.
    this.#arrives = random.next() < 0.33 ? -2_000 : between(random, 200, 3_000);
    this.#walk = between(random, 500, 1_200);
    this.#rest = between(random, 0.05, 0.2);
    this.#touching = between(random, 0.02, 0.05);
    this.#obeys = random.next() < 0.85;
    this.#leaves = Math.max(0, this.#arrives + this.#walk) + leavesAfter;
  }

  /** The screen asked for the phone to come closer; people need a moment. */
  askCloser(atMs: number): void {
    if (this.#obeys) this.#closerAt ??= atMs + between(this.#random, 600, 1_800);
  }

  metres(atMs: number): number {
    const moved = this.#between(atMs, this.#arrives, this.#walk, this.#from, this.#rest);
    const near = this.#closerAt === null ? moved : this.#between(atMs, this.#closerAt, 700, moved, this.#touching);
    const away = this.#between(atMs, this.#leaves, 900, near, 1.5);
    return away * (1 + 0.1 * Math.sin(atMs / 700));
  }

  /** Whether the phone lies where a phone under test lies, or did within the last `ms`. */
  isThere(atMs: number, ms: number): boolean {
    return atMs >= this.#arrives && atMs - ms <= this.#leaves;
  }

  #between(atMs: number, start: number, takes: number, from: number, to: number): number {
    const share = Math.max(0, Math.min(1, (atMs - start) / takes));
    return from + (to - from) * share;
  }
}
