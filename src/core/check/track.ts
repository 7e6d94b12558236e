import type { Advert } from '../radio/advert.ts';
import type { Match } from '../radio/signature.ts';
import type { SignalClass } from '../radio/signature-schema.ts';
import type { Platform } from './verdict.ts';

/** In memory two minutes at most (law 4), then a phone was never here. */
export const MEMORY_MS = 120_000;
/**
 * A crowd has hundreds of phones; more tracks than this is a flood, and the longest silent give way. At 10,000
 * new addresses a minute a track still outlives the longest pause of a phone that is really here.
 */
const TRACKS = 8_192;
/** Advertising events are at least 20 ms apart (Core spec Vol 6 Part B §4.4.2.2): what comes sooner is the same one. */
const ONE_EVENT_MS = 20;
/** Shorter than this, a phone did not pause; it lost a few packets. */
const PAUSE_MS = 1_500;
/** Newest strengths kept for one track: the longest look back, at the interval of an open app, with room to spare. */
const STRENGTHS = 128;
const FIRST_STRENGTHS = 8;

export type MatchClass = Exclude<SignalClass, 'other' | 'beacon' | 'hint'>;

export const isPhone = (name: SignalClass): name is MatchClass =>
  name !== 'other' && name !== 'beacon' && name !== 'hint';

/** A class that says more replaces one that says less; a later half of an advertisement never takes it back. */
const rank: Readonly<Record<MatchClass, number>> = {
  android: 3,
  iphone: 3,
  'android-old': 2,
  'iphone-old': 2,
  'iphone-background': 1,
  'android-partial': 0,
};

/** How strongly a phone was heard in a stretch of time that ends with its last event. */
export interface Strength {
  /** Advertising events with a known strength. */
  readonly events: number;
  /** From the first of them to the last, milliseconds. */
  readonly span: number;
  /** dBm; of two in the middle the weaker, so that one reflection moves nothing. */
  readonly median: number;
  /** A quarter of the events was weaker than this, dBm. */
  readonly quartile: number;
}

const scratch = new Int8Array(STRENGTHS);

/**
 * One phone while it is in the room. Android keeps its Bluezone ID while the address changes every half
 * minute; an iPhone advertises no ID, so its address must do.
 */
export class Track {
  readonly key: string;
  readonly id: string | null;
  readonly platform: Platform;
  readonly firstAt: number;
  class: MatchClass;
  /** Some packet named the app, and not only one bit of Apple's mask, which other apps set too. */
  proven = false;
  lastAt: number;
  packets = 0;
  /** The address heard last: whom to ask for a confirmation. */
  address: string;
  /** When its address last changed in the middle of a run of advertising. */
  movedAt = Number.NEGATIVE_INFINITY;
  /** When two transmitters were last heard taking turns with this ID. */
  twoPlacesAt = Number.NEGATIVE_INFINITY;
  #addressBefore: string | null = null;
  /** Rings of the newest known strengths (dBm) and their times. */
  #strengths = new Int8Array(FIRST_STRENGTHS);
  #times = new Float64Array(FIRST_STRENGTHS);
  #count = 0;
  #level: Strength | null = null;
  #levelOf = 0;

  constructor(key: string, id: string | null, matched: MatchClass, advert: Advert) {
    this.key = key;
    this.id = id;
    this.class = matched;
    this.platform = matched.startsWith('android') ? 'android' : 'iphone';
    this.firstAt = advert.at;
    this.lastAt = advert.at;
    this.address = advert.address;
  }

  hear({ at, address, rssi }: Advert): void {
    this.packets++;
    const pause = at - this.lastAt;
    this.lastAt = Math.max(this.lastAt, at);
    if (address !== this.address) {
      if (pause < PAUSE_MS) this.movedAt = this.lastAt;
      // A phone leaves its address for good when it restarts advertising. One that comes back is a second sender.
      if (address === this.#addressBefore) this.twoPlacesAt = this.lastAt;
      this.#addressBefore = this.address;
      this.address = address;
    }
    if (rssi === null) return;
    if (this.#count > 0 && this.lastAt - this.#time(this.#count - 1) < ONE_EVENT_MS) return;
    if (this.#count === this.#times.length && this.#count < STRENGTHS) this.#grow();
    const slot = this.#count % this.#times.length;
    this.#strengths[slot] = rssi;
    this.#times[slot] = this.lastAt;
    this.#count++;
  }

  /** Strength over the last `ms` before its last measured event; `null` where nothing was measured. */
  strength(ms: number): Strength | null {
    if (this.#count === 0) return null;
    const kept = Math.min(this.#count, this.#times.length);
    const end = this.#time(this.#count - 1);
    let events = 0;
    let first = end;
    while (events < kept) {
      const index = this.#count - 1 - events;
      const time = this.#time(index);
      if (end - time > ms) break;
      first = time;
      insert(this.#strengths[index % this.#strengths.length] as number, events);
      events++;
    }
    return {
      events,
      span: end - first,
      median: scratch[(events - 1) >> 1] as number,
      quartile: scratch[(events - 1) >> 2] as number,
    };
  }

  /**
   * Strength of its last second, or of its last five where that second held fewer than three events: how near
   * the phone was when it was last heard, however long ago that is.
   */
  level(): Strength | null {
    if (this.#levelOf === this.#count) return this.#level;
    this.#levelOf = this.#count;
    const second = this.strength(1_000);
    this.#level = second !== null && second.events < 3 ? this.strength(5_000) : second;
    return this.#level;
  }

  #time(index: number): number {
    return this.#times[index % this.#times.length] as number;
  }

  #grow(): void {
    const strengths = new Int8Array(this.#count * 2);
    strengths.set(this.#strengths);
    const times = new Float64Array(this.#count * 2);
    times.set(this.#times);
    this.#strengths = strengths;
    this.#times = times;
  }
}

/** Puts a value into the first `length` sorted ones of the scratch. */
function insert(value: number, length: number): void {
  let at = length;
  for (; at > 0 && (scratch[at - 1] as number) > value; at--) scratch[at] = scratch[at - 1] as number;
  scratch[at] = value;
}

/** The phones heard lately, by track. Not an identity of anybody: it is thrown away with the check. */
export class Sightings {
  readonly #tracks = new Map<string, Track>();

  get size(): number {
    return this.#tracks.size;
  }

  /** Takes in one matching advertisement. */
  hear(advert: Advert, { rule, id }: Match): void {
    if (!isPhone(rule.class)) return;
    const key = id === null ? `at ${advert.address}` : `id ${id}`;
    let track = this.#tracks.get(key);
    // Half of it may have been heard before the whole, as another phone that would now compete with itself.
    if (id !== null && track?.address !== advert.address) this.dropHalf(advert.address);
    if (track === undefined) {
      if (this.#tracks.size >= TRACKS) this.#dropLongestSilent();
      track = new Track(key, id, rule.class, advert);
    } else {
      // Re-inserting keeps the map in order of last hearing, so the longest silent track is its first.
      this.#tracks.delete(key);
      if (rank[rule.class] > rank[track.class]) track.class = rule.class;
    }
    if (!track.proven) track.proven = rule.all.some(({ has }) => has !== 'overflow');
    this.#tracks.set(key, track);
    track.hear(advert);
  }

  /** What was taken for a phone by half of what it said turned out to be another, or none. */
  dropHalf(address: string): void {
    this.#tracks.delete(`at ${address}`);
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

  #dropLongestSilent(): void {
    for (const key of this.#tracks.keys()) {
      this.#tracks.delete(key);
      return;
    }
  }
}
