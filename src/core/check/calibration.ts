import type { Advert } from '../radio/advert.ts';
import { matchOf } from '../radio/signature.ts';
import type { RadioSignature } from '../radio/signature-schema.ts';
import { gateOf, marginOf } from './near-gate.ts';
import { Sightings, type Track } from './track.ts';

/** One guided minute: the phone lies on its mark, is carried away, and only the others are heard. */
const HOLD_MS = 25_000;
const CARRY_MS = 10_000;
const AWAY_MS = 25_000;
export const CALIBRATION_MS = HOLD_MS + CARRY_MS + AWAY_MS;
/** How long each step of the minute takes, milliseconds. */
export const calibrationParts = [
  { step: 'hold', ms: HOLD_MS },
  { step: 'carry', ms: CARRY_MS },
  { step: 'away', ms: AWAY_MS },
] as const;

/** Events of a phone on its mark: fewer, and the app was not open. */
const HELD_EVENTS = 30;
/** A laptop with good ears hears a phone that lies on its mark this far beyond the gate, dB. */
const HELD_BEYOND_GATE_DB = 5;
/** The worst laptop takes about 10 dB. A phone weaker than this lay somewhere else. */
const HELD_LEAST_DB = -12;
/** Carried two metres away, any phone loses more than this. */
const CARRIED_DB = 8;
/** The others must stay this far below the gate that comes out. */
const CROWD_BELOW_DB = 6;
/** How far a calibration may move the gate, dB. Up little: a strong phone may have been used. Down no farther than the crowd allows. */
const SHIFT_DB = { least: -8, most: 4 } as const;

export const calibrationSteps = ['hold', 'carry', 'away', 'done'] as const;
export type CalibrationStep = (typeof calibrationSteps)[number];

export const calibrationFaults = ['no-phone', 'no-strength', 'two-phones', 'not-away', 'crowd-near'] as const;
export type CalibrationFault = (typeof calibrationFaults)[number];

export type Calibrated =
  | { readonly ok: true; readonly shiftDb: number }
  | { readonly ok: false; readonly fault: CalibrationFault };

/**
 * What a phone on its mark, so many dB beyond the campaign's gate, moves the gate by. Half of what was measured:
 * phones differ from each other as much as laptops do, so half of the difference is likely the phone's.
 */
export const shiftOf = (heldBeyondGateDb: number): number =>
  Math.max(SHIFT_DB.least, Math.min(SHIFT_DB.most, Math.round((heldBeyondGateDb - HELD_BEYOND_GATE_DB) / 2)));

/** Learns how well one laptop hears. All times are monotonic milliseconds, handed in. */
export class Calibration {
  readonly #signature: RadioSignature;
  readonly #startedAt: number;
  readonly #hold = new Sightings();
  readonly #away = new Sightings();

  constructor(signature: RadioSignature, now: number) {
    this.#signature = signature;
    this.#startedAt = now;
  }

  step(now: number): CalibrationStep {
    const into = now - this.#startedAt;
    if (into < HOLD_MS) return 'hold';
    if (into < HOLD_MS + CARRY_MS) return 'carry';
    return into < CALIBRATION_MS ? 'away' : 'done';
  }

  hear(advert: Advert): void {
    const step = this.step(advert.at);
    if (step !== 'hold' && step !== 'away') return;
    const match = matchOf(advert, this.#signature);
    if (match !== null) (step === 'hold' ? this.#hold : this.#away).hear(advert, match);
  }

  /** Strength of the strongest phone with the app so far, dBm. */
  strongest(): number | null {
    const levels = [...this.#hold.tracks()].map((track) => track.level()?.median ?? Number.NEGATIVE_INFINITY);
    const best = Math.max(...levels);
    return Number.isFinite(best) ? best : null;
  }

  /** The gate's shift in dB, or why none can be told. Asked when the minute is over. */
  result(): Calibrated {
    const fail = (fault: CalibrationFault): Calibrated => ({ ok: false, fault });
    const gate = gateOf(this.#signature);
    const beyond = (track: Track): number => marginOf(track, gate) ?? Number.NEGATIVE_INFINITY;
    const ranked = [...this.#hold.tracks()].sort((a, b) => beyond(b) - beyond(a));
    const [held, second] = ranked;
    if (held === undefined) return fail('no-phone');
    if (ranked.every((track) => track.level() === null)) return fail('no-strength');
    const open = held.class === 'android' || held.class === 'iphone';
    const heard = held.strength(HOLD_MS);
    const height = beyond(held);
    if (!open || heard === null || heard.events < HELD_EVENTS || height < HELD_LEAST_DB) return fail('no-phone');
    if (second !== undefined && height - beyond(second) < this.#signature.leadDb) return fail('two-phones');
    const away = [...this.#away.tracks()];
    const still = away.find(({ key }) => key === held.key);
    if (still !== undefined && height - beyond(still) < CARRIED_DB) return fail('not-away');
    const shiftDb = shiftOf(height);
    const crowd = Math.max(...away.filter((track) => track !== still).map(beyond));
    return crowd - shiftDb > -CROWD_BELOW_DB ? fail('crowd-near') : { ok: true, shiftDb };
  }
}
