import type { Advert } from './advert.ts';
import { hexOf, type RadioSignature, type SignalClass } from './signature.ts';
import type { Platform } from './verdict.ts';

/** In memory two minutes at most (law 4), then a phone was never here. */
export const MEMORY_MS = 120_000;
/** Signal strength is judged over the last seconds: a hand moves, a queue moves on. */
const WINDOW_MS = 5_000;
/** Newest strengths kept for one track: 5 s at the 100 ms interval of an open app, with room to spare. */
const STRENGTHS = 64;
/** A crowd has hundreds of phones; more tracks than this is a flood, and the longest silent give way. */
const TRACKS = 4_096;

export type MatchClass = Exclude<SignalClass, 'other' | 'beacon' | 'hint'>;

/**
 * One phone while it is in the room. Android keeps its Bluezone ID while the address changes every half
 * minute; an iPhone advertises no ID, so its address must do.
 */
export interface Track {
  readonly key: string;
  class: MatchClass;
  readonly platform: Platform;
  readonly firstAt: number;
  lastAt: number;
  packets: number;
  /** Ring of the newest known strengths, dBm, with their times. */
  readonly strengths: number[];
  readonly times: number[];
  next: number;
}

const platformOf = (name: MatchClass): Platform => (name.startsWith('android') ? 'android' : 'iphone');

/** A class that says more replaces one that says less; a later half of an advertisement never takes it back. */
const rank: Readonly<Record<MatchClass, number>> = {
  android: 3,
  iphone: 3,
  'android-old': 2,
  'iphone-old': 2,
  'iphone-background': 1,
  'android-partial': 0,
};

/** The phones heard lately, by track. Not an identity of anybody: it is thrown away with the check. */
export class Sightings {
  readonly #tracks = new Map<string, Track>();
  readonly #idCompany: number;

  constructor(signature: Pick<RadioSignature, 'idCompany'>) {
    this.#idCompany = signature.idCompany;
  }

  get size(): number {
    return this.#tracks.size;
  }

  /** Takes in one matching advertisement. */
  hear(advert: Advert, matched: MatchClass): void {
    const key = this.#keyOf(advert, matched);
    let track = this.#tracks.get(key);
    if (track === undefined) {
      if (this.#tracks.size >= TRACKS) this.#dropLongestSilent();
      track = {
        key,
        class: matched,
        platform: platformOf(matched),
        firstAt: advert.at,
        lastAt: advert.at,
        packets: 0,
        strengths: [],
        times: [],
        next: 0,
      };
    } else {
      // Re-inserting keeps the map in order of last hearing, so the longest silent track is its first.
      this.#tracks.delete(key);
      if (rank[matched] > rank[track.class]) track.class = matched;
    }
    this.#tracks.set(key, track);
    track.lastAt = advert.at;
    track.packets++;
    if (advert.rssi !== null) {
      track.strengths[track.next] = advert.rssi;
      track.times[track.next] = advert.at;
      track.next = (track.next + 1) % STRENGTHS;
    }
  }

  /** Forgets what was not heard for two minutes. `now` in monotonic milliseconds. */
  forget(now: number): void {
    for (const [key, track] of this.#tracks) {
      if (now - track.lastAt <= MEMORY_MS) return;
      this.#tracks.delete(key);
    }
  }

  tracks(): IterableIterator<Track> {
    return this.#tracks.values();
  }

  #keyOf(advert: Advert, matched: MatchClass): string {
    if (matched.startsWith('android')) {
      const block = advert.manufacturer.find(({ company }) => company === this.#idCompany);
      if (block !== undefined) return `id ${hexOf(block.data)}`;
    }
    return `at ${advert.address}`;
  }

  #dropLongestSilent(): void {
    for (const key of this.#tracks.keys()) {
      this.#tracks.delete(key);
      return;
    }
  }
}

/** Strengths of the last seconds, dBm, unsorted. */
export function recentStrengths(track: Track, now: number): number[] {
  return track.strengths.filter((_, index) => now - (track.times[index] ?? 0) <= WINDOW_MS);
}

/** Median strength of the last seconds in dBm, or `null` where nothing was measured. One reflection does not move it. */
export function medianStrength(track: Track, now: number): number | null {
  const sorted = recentStrengths(track, now).sort((a, b) => a - b);
  return sorted.length === 0 ? null : (sorted[sorted.length >> 1] ?? null);
}
