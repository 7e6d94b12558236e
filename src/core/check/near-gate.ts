import type { RadioSignature } from '../radio/signature-schema.ts';
import type { MatchClass, Track } from './track.ts';
import type { Platform } from './verdict.ts';

/**
 * How long a phone must stay inside the gate. The closer, the sooner: what is far inside can only be a phone
 * held to the laptop, what is just inside may be somebody passing by, or a reflection that adds up for a moment.
 * `look` is the stretch looked back on, ms; `stay` the least time from its first event to its last; `events` how
 * many at least: of a phone far off that is rarely heard, three in a row may be glitches of the receiver.
 */
const STAYS = [
  { above: 6, look: 750, stay: 450, events: 4 },
  { above: 0, look: 1_600, stay: 1_100, events: 5 },
] as const;
/** Old versions and iPhones in the background send about once a second. */
const SLOW_STAYS = [{ above: 0, look: 5_000, stay: 1_900, events: 3 }] as const;
const slow: readonly MatchClass[] = ['android-old', 'iphone-old', 'iphone-background'];

/** Heard within this time, a phone is here now; five events of an open app may be lost in a row. */
const FRESH_MS = 500;
const SLOW_FRESH_MS = 2_500;

/**
 * A phone takes a new address when it starts to advertise again, after a pause; in the middle of a run only once
 * in a quarter of an hour. More likely a second transmitter has taken up its ID, and the first is heard again soon.
 */
const MOVED_MS = 2_000;

/** Hands and reflections take 10 dB from a packet now and then, not from every fourth one: that is a second sender. */
const QUARTILE_BELOW_DB = 10;

/** The two gates of this laptop, dBm. `shiftDb` is what its calibration found. */
export interface Gate {
  readonly android: number;
  readonly iphone: number;
}

export const gateOf = ({ near }: Pick<RadioSignature, 'near'>, shiftDb = 0): Gate => ({
  android: near.android + shiftDb,
  iphone: near.iphone + shiftDb,
});

export const gateFor = (gate: Gate, platform: Platform): number => (platform === 'iphone' ? gate.iphone : gate.android);

/** dB beyond its gate: the scale on which phones of both platforms compare. `null` where nothing was measured. */
export function marginOf(track: Track, gate: Gate): number | null {
  const level = track.level();
  return level === null ? null : level.median - gateFor(gate, track.platform);
}

/** Whether the phone was heard just now. */
export const isHere = (track: Track, now: number): boolean =>
  now - track.lastAt <= (slow.includes(track.class) ? SLOW_FRESH_MS : FRESH_MS);

/**
 * Whether the phone is held to the laptop: here now, and inside the gate for long enough, by the middle of its
 * strengths and not by a few of them. `packets` is the campaign's own least number of them.
 */
export function isHeld(track: Track, gate: Gate, packets: number, now: number): boolean {
  if (!isHere(track, now) || now - track.movedAt < MOVED_MS) return false;
  const at = gateFor(gate, track.platform);
  for (const { above, look, stay, events } of slow.includes(track.class) ? SLOW_STAYS : STAYS) {
    const heard = track.strength(look);
    if (heard === null || heard.events < Math.max(packets, events) || heard.span < stay) continue;
    if (heard.median >= at + above && heard.quartile >= at + above - QUARTILE_BELOW_DB) return true;
  }
  return false;
}
