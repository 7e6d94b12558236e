import type { Advert } from './advert.ts';
import { medianStrength, recentStrengths, Sightings, type Track } from './sighting.ts';
import { classify, type RadioSignature } from './signature.ts';
import type { Absence, Conclusion, Platform } from './verdict.ts';

export interface CheckRules {
  readonly signature: RadioSignature;
  /** Longest listening, seconds. */
  readonly timeout: number;
}

export interface CheckResultCore {
  readonly conclusion: Conclusion;
  readonly platform: Platform;
  /** Listened, seconds with one decimal. */
  readonly seconds: number;
  /** Packets of any kind. */
  readonly packets: number;
}

export interface CheckView {
  readonly seconds: number;
  readonly packets: number;
  readonly candidate: {
    readonly platform: Platform;
    readonly rssi: number | null;
    readonly near: boolean;
    readonly packets: number;
  } | null;
}

interface Candidate {
  readonly track: Track;
  readonly median: number | null;
  /** Packets inside the gate in the last seconds. */
  readonly nearPackets: number;
  readonly near: boolean;
}

/** An obsolete version is said after this many seconds: a current one of the same phone would have been heard by then. */
const OUTDATED_AFTER_S = 5;

/**
 * One check: listens to everything, and says a verdict as early as the evidence allows, never before.
 * Rules: domain §5.3, design §6. All times are monotonic milliseconds, handed in.
 */
export class Check {
  readonly #rules: CheckRules;
  readonly #sightings: Sightings;
  /** Listening counts from the first moment the radio listens: waking it up is not the phone's silence. */
  #startedAt: number;
  #listenedYet = false;
  #packets = 0;
  #absence: Absence | null = null;
  #interrupted = false;
  #healthySince: number | null = null;
  #healthyMs = 0;

  constructor(rules: CheckRules, now: number) {
    this.#rules = rules;
    this.#sightings = new Sightings(rules.signature);
    this.#startedAt = now;
  }

  /** The radio listens from now on. */
  listening(now: number): void {
    if (this.#absence !== null) this.#interrupted = true;
    this.#absence = null;
    if (!this.#listenedYet) this.#startedAt = now;
    this.#listenedYet = true;
    this.#healthySince ??= now;
  }

  /** The radio stopped listening; what was heard before may not add up to a "not seen". */
  deaf(reason: Absence, now: number): void {
    if (this.#healthySince !== null) {
      this.#healthyMs += now - this.#healthySince;
      this.#interrupted = true;
    }
    this.#healthySince = null;
    this.#absence = reason;
  }

  hear(advert: Advert): void {
    this.#packets++;
    const matched = classify(advert, this.#rules.signature);
    if (matched !== 'other' && matched !== 'beacon' && matched !== 'hint') this.#sightings.hear(advert, matched);
  }

  view(now: number): CheckView {
    const [best] = this.#candidates(now);
    return {
      seconds: this.#seconds(now),
      packets: this.#packets,
      candidate:
        best === undefined
          ? null
          : {
              platform: best.track.platform,
              rssi: best.median === null ? null : Math.round(best.median),
              near: best.near,
              packets: best.track.packets,
            },
    };
  }

  /** The verdict if the evidence is enough by now, else `null`: keep listening. */
  verdict(now: number): CheckResultCore | null {
    this.#sightings.forget(now);
    const seconds = this.#seconds(now);
    const ranked = this.#candidates(now);
    const early = this.#early(ranked, seconds, now);
    if (early !== null) return early;
    return seconds >= this.#rules.timeout ? this.#final(ranked, now) : null;
  }

  /** The verdict when listening must end now, for example because the radio is gone for good. */
  end(now: number): CheckResultCore {
    const ranked = this.#candidates(now);
    return this.#early(ranked, this.#seconds(now), now) ?? this.#final(ranked, now);
  }

  #early(ranked: readonly Candidate[], seconds: number, now: number): CheckResultCore | null {
    const [best] = ranked;
    if (best?.near && this.#standsOut(ranked)) {
      if (best.track.class === 'android' || best.track.class === 'iphone') {
        return this.#say({ verdict: 'pass', reason: 'near-signal' }, best, now);
      }
      if (isOld(best) && seconds >= OUTDATED_AFTER_S) {
        return this.#say({ verdict: 'outdated', reason: 'old-version' }, best, now);
      }
    }
    const quiet = ranked.length === 0 && this.#packets > 0 && !this.#interrupted;
    if (quiet && this.#healthySeconds(now) >= this.#rules.signature.notSeenSeconds) {
      return this.#say({ verdict: 'not-seen', reason: 'silent' }, undefined, now);
    }
    return null;
  }

  #final(ranked: readonly Candidate[], now: number): CheckResultCore {
    const [best] = ranked;
    if (best !== undefined) return this.#say(this.#concludeOn(best, ranked), best, now);
    return this.#say(this.#concludeOnSilence(now), undefined, now);
  }

  #concludeOn(best: Candidate, ranked: readonly Candidate[]): Conclusion {
    const current = best.track.class === 'android' || best.track.class === 'iphone';
    if (best.median === null) return { verdict: 'unclear', reason: 'no-strength' };
    if (best.track.class === 'iphone-background') return { verdict: 'inconclusive', reason: 'iphone-background' };
    if (!best.near) return { verdict: 'weak', reason: 'far' };
    if (!this.#standsOut(ranked)) return { verdict: 'unclear', reason: 'two-near' };
    if (current) return { verdict: 'pass', reason: 'near-signal' };
    if (isOld(best)) return { verdict: 'outdated', reason: 'old-version' };
    return { verdict: 'weak', reason: 'partial' };
  }

  #concludeOnSilence(now: number): Conclusion {
    if (this.#absence !== null) return { verdict: 'inconclusive', reason: this.#absence };
    if (this.#packets === 0) return { verdict: 'inconclusive', reason: 'no-packets' };
    if (this.#interrupted) return { verdict: 'inconclusive', reason: 'radio-restarted' };
    if (this.#healthySeconds(now) < this.#rules.signature.notSeenSeconds) {
      return { verdict: 'inconclusive', reason: 'too-short' };
    }
    return { verdict: 'not-seen', reason: 'silent' };
  }

  #say(conclusion: Conclusion, best: Candidate | undefined, now: number): CheckResultCore {
    const platform = best?.track.platform ?? 'unknown';
    return { conclusion, platform, seconds: this.#seconds(now), packets: this.#packets };
  }

  /** Strongest first; phones without a known strength last, because unknown is not strong. */
  #candidates(now: number): Candidate[] {
    const { nearDbm, passPackets } = this.#rules.signature;
    const ranked: Candidate[] = [];
    for (const track of this.#sightings.tracks()) {
      const median = medianStrength(track, now);
      const nearPackets = recentStrengths(track, now).filter((strength) => strength >= nearDbm).length;
      const near = median !== null && median >= nearDbm && nearPackets >= passPackets;
      ranked.push({ track, median, nearPackets, near });
    }
    return ranked.sort((a, b) => (b.median ?? Number.NEGATIVE_INFINITY) - (a.median ?? Number.NEGATIVE_INFINITY));
  }

  /** The phone in hand stands out from the queue by the required lead. */
  #standsOut([best, second]: readonly Candidate[]): boolean {
    if (best === undefined || best.median === null) return false;
    if (second === undefined || second.median === null) return true;
    return best.median - second.median >= this.#rules.signature.leadDb;
  }

  #seconds(now: number): number {
    return Math.round((now - this.#startedAt) / 100) / 10;
  }

  #healthySeconds(now: number): number {
    return (this.#healthyMs + (this.#healthySince === null ? 0 : now - this.#healthySince)) / 1000;
  }
}

const isOld = ({ track }: Candidate): boolean => track.class === 'android-old' || track.class === 'iphone-old';
