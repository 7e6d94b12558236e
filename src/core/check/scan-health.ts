import type { Absence } from '../radio/absence.ts';

/**
 * In a place with people somebody's device is heard many times a second. When nothing at all comes for this
 * long, the laptop has gone deaf without saying so, and that time proves nothing about a phone.
 */
const DEAF_AFTER_MS = 5_000;

/** How well the laptop itself has listened so far. All times are monotonic milliseconds, handed in. */
export class Ears {
  #startedAt: number;
  #everListened = false;
  #lastPacketAt: number | null = null;
  #listeningSince: number | null = null;
  #healthyMs = 0;
  /** Packets of any kind: they tell a deaf adapter from a silent phone. */
  packets = 0;
  /** Why there is no radio now. */
  absence: Absence | null = null;
  /** Listening was broken off in between: what was heard before and after may not add up to "not seen". */
  interrupted = false;

  constructor(now: number) {
    this.#startedAt = now;
  }

  /** The radio listens from now on. Listening counts from the first time: waking up is not the phone's silence. */
  listening(now: number): void {
    if (this.#everListened && this.absence !== null) this.interrupted = true;
    this.absence = null;
    if (!this.#everListened) this.#startedAt = now;
    this.#everListened = true;
    this.#listeningSince ??= now;
  }

  /** The radio stopped listening. */
  deaf(reason: Absence, now: number): void {
    if (this.#listeningSince !== null) {
      this.#healthyMs += this.#openStretch(now);
      this.interrupted = true;
    }
    this.#listeningSince = null;
    this.#lastPacketAt = null;
    this.absence = reason;
  }

  hear(at: number): void {
    this.packets++;
    if (this.#listeningSince === null) return;
    this.#healthyMs += this.#openStretch(at);
    // Packets may be told of in another order than they came; the same stretch must not count twice.
    this.#lastPacketAt = Math.max(at, this.#lastPacketAt ?? at);
  }

  /** Whether nothing of anybody was heard lately, though it was before. */
  fellSilent(now: number): boolean {
    return this.#lastPacketAt !== null && now - this.#lastPacketAt > DEAF_AFTER_MS;
  }

  seconds(now: number): number {
    return Math.round((now - this.#startedAt) / 100) / 10;
  }

  /** Seconds of listening in which packets of somebody kept coming. */
  healthySeconds(now: number): number {
    return (this.#healthyMs + this.#openStretch(now)) / 1_000;
  }

  /** Time since the last packet, or since listening began, as long as it is no silence. */
  #openStretch(now: number): number {
    if (this.#listeningSince === null) return 0;
    const stretch = now - (this.#lastPacketAt ?? this.#listeningSince);
    return stretch > 0 && stretch <= DEAF_AFTER_MS ? stretch : 0;
  }
}
