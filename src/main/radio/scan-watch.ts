/** What the watch asks for. */
export type Remedy = 'none' | 'restart-scan' | 'deaf' | 'stuck' | 'taken';

/** An adapter that was told to start or stop a scan has done so by then. */
const CONFIRM_MS = 4_000;
/**
 * Silence after which the scan is started anew. Somewhere a headset or a television is always on the air; a
 * lonely phone with its app in the background is silent for 15 s, so a fresh process comes only after that.
 */
const SILENCE_MS = 10_000;
const DEAF_MS = 20_000;
/** Stops that nobody here asked for: more than these in so many milliseconds, and another program is at work. */
const STOPS = 5;
const STOPS_WITHIN_MS = 10_000;

/**
 * Watches one scan for what no error tells: an adapter that never confirms, one that says it scans and hears
 * nothing, one whose scan somebody else keeps stopping. Monotonic milliseconds throughout; keeps no packet.
 */
export class ScanWatch {
  #waitingSince: number | null = null;
  #unconfirmed = 0;
  #scanningSince: number | null = null;
  #heardAt = 0;
  #restartedAt = Number.NEGATIVE_INFINITY;
  readonly #stops: number[] = [];

  /** A start or stop was ordered; `confirmed` or the next look follows. */
  ordered(now: number): void {
    this.#waitingSince = now;
    this.#scanningSince = null;
  }

  /** The scan runs. Silence counts from the last packet, or from the first scan that ran after a rest. */
  scans(now: number): void {
    this.#waitingSince = null;
    this.#unconfirmed = 0;
    this.#scanningSince = now;
    if (this.#heardAt === 0) this.#heardAt = now;
  }

  heard(now: number): void {
    this.#heardAt = now;
  }

  /** Nobody wants to hear: silence means nothing. */
  rests(): void {
    this.#waitingSince = null;
    this.#scanningSince = null;
    this.#heardAt = 0;
    this.#restartedAt = Number.NEGATIVE_INFINITY;
  }

  /** The scan stopped without an order from here. */
  stopped(now: number): Remedy {
    this.#waitingSince = null;
    this.#scanningSince = null;
    while ((this.#stops[0] ?? now) < now - STOPS_WITHIN_MS) this.#stops.shift();
    this.#stops.push(now);
    return this.#stops.length > STOPS ? 'taken' : 'none';
  }

  /** To be asked about twice a second. */
  look(now: number): Remedy {
    if (this.#waitingSince !== null) {
      if (now - this.#waitingSince < CONFIRM_MS) return 'none';
      this.#unconfirmed++;
      this.#waitingSince = now;
      return this.#unconfirmed > 1 ? 'stuck' : 'restart-scan';
    }
    if (this.#scanningSince === null) return 'none';
    const silent = now - this.#heardAt;
    if (silent >= DEAF_MS) {
      // Said once per stretch of silence; the next one begins here.
      this.#heardAt = now;
      return 'deaf';
    }
    if (silent >= SILENCE_MS && now - this.#restartedAt >= DEAF_MS) {
      this.#restartedAt = now;
      return 'restart-scan';
    }
    return 'none';
  }
}
