import type { Absence } from '../radio/absence.ts';
import type { Advert } from '../radio/advert.ts';
import { Halves } from '../radio/scan-response.ts';
import { matchOf } from '../radio/signature.ts';
import type { RadioSignature } from '../radio/signature-schema.ts';
import { type Contest, contestOf } from './candidates.ts';
import { type Gate, gateOf } from './near-gate.ts';
import { Ears } from './scan-health.ts';
import { codeOf } from './shown-code.ts';
import { Sightings } from './track.ts';
import type { Conclusion, Platform } from './verdict.ts';
import { atTheEnd, isOld, proved, unclear } from './verdict-rules.ts';

export interface CheckRules {
  readonly signature: RadioSignature;
  /** Longest listening, seconds. */
  readonly timeout: number;
  /** What this laptop's calibration moved its gate by, dB. */
  readonly gateShiftDb?: number;
}

export interface CheckResultCore {
  readonly conclusion: Conclusion;
  readonly platform: Platform;
  /** Listened, seconds with one decimal. */
  readonly seconds: number;
  /** Packets of any kind. */
  readonly packets: number;
}

/** What would help now, while the check listens. */
export const hints = ['closer', 'hold-still', 'step-back', 'open-app', 'update'] as const;
export type Hint = (typeof hints)[number];

export interface CheckView {
  readonly seconds: number;
  readonly packets: number;
  readonly candidate: {
    readonly platform: Platform;
    readonly rssi: number | null;
    /** Inside the gate. */
    readonly near: boolean;
    readonly packets: number;
  } | null;
  readonly hint: Hint | null;
}

/** Two phones that compete for this long will not be told apart by waiting; the operator can do something. */
const UNCLEAR_AFTER_MS = 8_000;
/** A competition is not over because one of the two was not heard for a moment. */
const UNCLEAR_LAPSE_MS = 1_500;
/** Codes come up only when the phones have really competed for a moment, or the screen would flicker with them. */
const CODES_AFTER_MS = 1_500;
const CODES = 3;

/**
 * One check: listens to everything, and says a verdict as early as the evidence allows, never before.
 * Rules with their reasons: `docs/check.md`. All times are monotonic milliseconds, handed in.
 */
export class Check {
  readonly #rules: CheckRules;
  readonly #gate: Gate;
  readonly #sightings = new Sightings();
  readonly #halves: Halves;
  readonly #ears: Ears;
  #unclearSince: number | null = null;
  #unclearAt = 0;
  #restsOn: string | null = null;

  constructor(rules: CheckRules, now: number) {
    this.#rules = rules;
    this.#gate = gateOf(rules.signature, rules.gateShiftDb);
    this.#halves = new Halves(rules.signature);
    this.#ears = new Ears(now);
  }

  /** The radio listens from now on. */
  listening(now: number): void {
    this.#ears.listening(now);
  }

  /** The radio stopped listening; what was heard before may not add up to a "not seen". */
  deaf(reason: Absence, now: number): void {
    this.#ears.deaf(reason, now);
  }

  hear(advert: Advert): void {
    this.#ears.hear(advert.at);
    const { signature } = this.#rules;
    let match = matchOf(advert, signature);
    if (match === null || match.rule.class === 'android-partial') {
      const joined = this.#halves.join(advert);
      if (joined !== null) {
        match = matchOf(joined, signature);
        if (match !== null && match.rule.class !== 'android-partial') this.#sightings.dropHalf(advert.address);
      }
    }
    if (match !== null) this.#sightings.hear(advert, match);
  }

  view(now: number): CheckView {
    const look = this.#look(now);
    const { best } = look;
    const candidate = best && {
      platform: best.track.platform,
      rssi: best.track.level()?.median ?? null,
      near: best.margin !== null && best.margin >= 0,
      packets: best.track.packets,
    };
    return { seconds: this.#ears.seconds(now), packets: this.#ears.packets, candidate, hint: hintOf(look) };
  }

  /** The verdict, as soon as there is one. */
  verdict(now: number): CheckResultCore | null {
    this.#sightings.forget(now);
    this.#halves.forget(now);
    const look = this.#look(now);
    const early = this.#early(look, now);
    if (early !== null) return this.#say(early, look, now);
    return this.#ears.seconds(now) >= this.#rules.timeout ? this.#say(this.#final(look, now), look, now) : null;
  }

  /** The verdict when listening must end now, for example because the radio is gone for good. */
  end(now: number): CheckResultCore {
    const look = this.#look(now);
    return this.#say(this.#early(look, now) ?? this.#final(look, now), look, now);
  }

  /**
   * Codes for comparison with the phone's own screen, best candidate first: of phones that are near, or of
   * all where nothing can be measured. Empty as long as nothing competes. In memory only.
   */
  codes(now: number): readonly string[] {
    const { all, best, second } = this.#look(now);
    if (best === null) return [];
    const unmeasured = best.margin === null;
    const competing = best.margin !== null && best.margin >= 0 && second !== null;
    if (!unmeasured && !(competing && this.#unclearSince !== null && now - this.#unclearSince >= CODES_AFTER_MS)) {
      return [];
    }
    const floor = -this.#rules.signature.leadDb;
    const offered = all
      .filter(({ track, margin }) => track.class === 'android' && track.id !== null && (margin ?? 0) >= floor)
      .filter(({ twoPlaces }) => !twoPlaces)
      .sort((a, b) => (b.margin ?? 0) - (a.margin ?? 0) || b.track.packets - a.track.packets);
    return [...new Set(offered.map(({ track }) => codeOf(track.id ?? '')))].slice(0, CODES);
  }

  /** The operator saw this code on the phone's screen. `null` where it was not offered. */
  confirm(code: string, now: number): CheckResultCore | null {
    if (!this.codes(now).includes(code)) return null;
    const look = this.#look(now);
    const best = look.all.find(({ track }) => track.id !== null && codeOf(track.id) === code) ?? null;
    return this.#say({ verdict: 'pass', reason: 'code-confirmed' }, { ...look, best }, now);
  }

  /** Address of the one iPhone in the background that may be asked for a confirmation: near, and nobody else is. */
  askable(now: number): string | null {
    const { best, standsOut } = this.#look(now);
    if (best === null || best.track.proven || best.margin === null || best.margin < 0 || !standsOut) return null;
    return best.track.address;
  }

  /** That iPhone answered as only the campaign's app does. */
  answered(now: number): CheckResultCore {
    return this.#say({ verdict: 'pass', reason: 'gatt-confirmed' }, this.#look(now), now);
  }

  /** Key of the track that the last verdict rests on: for tests that must know which phone was meant. */
  restsOn(): string | null {
    return this.#restsOn;
  }

  /** Phones and halves of packets in memory: bounded, however much is on the air. */
  get held(): number {
    return this.#sightings.size + this.#halves.size;
  }

  #look(now: number): Contest {
    return contestOf(this.#sightings.tracks(), this.#gate, this.#rules.signature, now);
  }

  /** Early verdicts: what is proved, or a competition that waiting will not end. */
  #early(look: Contest, now: number): Conclusion | null {
    const { best, held, standsOut } = look;
    const claimed = best?.twoPlaces === true && (best.margin ?? -1) >= 0;
    if ((held && !standsOut) || claimed) {
      this.#unclearSince ??= now;
      this.#unclearAt = now;
      if (now - this.#unclearSince >= UNCLEAR_AFTER_MS) return unclear(look);
    } else if (now - this.#unclearAt > UNCLEAR_LAPSE_MS) this.#unclearSince = null;
    return proved(look, this.#ears, this.#rules.signature, now);
  }

  #final(look: Contest, now: number): Conclusion {
    return atTheEnd(look, this.#ears, this.#rules.signature, now);
  }

  #say(conclusion: Conclusion, { best }: Contest, now: number): CheckResultCore {
    this.#restsOn = best?.track.key ?? null;
    const platform = best?.track.platform ?? 'unknown';
    return { conclusion, platform, seconds: this.#ears.seconds(now), packets: this.#ears.packets };
  }
}

function hintOf({ best, held, standsOut }: Contest): Hint | null {
  if (best === null || best.margin === null) return null;
  if (best.margin < 0) return best.track.proven ? 'closer' : 'open-app';
  if (!best.track.proven) return 'open-app';
  if (!standsOut) return 'step-back';
  if (isOld(best.track.class)) return 'update';
  return held ? null : 'hold-still';
}
