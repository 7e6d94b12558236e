import type { RadioSignature } from '../radio/signature-schema.ts';
import { type Gate, isHeld, isHere, marginOf } from './near-gate.ts';
import type { Track } from './track.ts';

/** One phone as it is heard now, beside the others. */
export interface Contender {
  readonly track: Track;
  /** dB beyond its gate; `null` where nothing was measured. */
  readonly margin: number | null;
  /** Two transmitters took turns with its ID: whichever of them is in hand, nobody can say. */
  readonly twoPlaces: boolean;
}

export interface Contest {
  readonly all: readonly Contender[];
  /** The one farthest beyond its gate. */
  readonly best: Contender | null;
  /** The one that competes with it: less than the required lead behind. */
  readonly second: Contender | null;
  /** The best is held to the laptop. */
  readonly held: boolean;
  /** Nobody competes with the best. */
  readonly standsOut: boolean;
}

/** iPhones do not pause: one that is not heard for this long has gone, or has changed its address. */
const IPHONE_GONE_MS = 5_000;
/** A new address is heard within this time of the old one's last packet, at about its strength. */
const SUCCESSOR_MS = 2_000;
const SUCCESSOR_DB = 10;
/**
 * One bit of a mask may be any app's. A phone on its mark is never so weak, not even for a laptop with poor ears;
 * farther under the gate the bit says nothing of the phone in hand, and "not seen" may be said beside it …
 */
const NO_HINT_DB = -28;
/** … and from here on it goes behind every phone that has named the app. */
const FAR_HINT_DB = -18;
/** How long the memory of a second transmitter lasts. */
const TWO_PLACES_MS = 30_000;

/**
 * How the phones heard so far compare. A phone that has fallen silent competes on with the strength it was last
 * heard with, for one whole cycle of the app in the background: its pause is no absence.
 */
export function contestOf(tracks: Iterable<Track>, gate: Gate, signature: RadioSignature, now: number): Contest {
  const cycleMs = 2_000 * signature.silenceSeconds;
  const all: Contender[] = [];
  let best: Contender | null = null;
  let bestCounts = false;
  for (const track of tracks) {
    const margin = marginOf(track, gate);
    const hint = track.proven || margin === null ? 0 : margin;
    if (hint < NO_HINT_DB) continue;
    const one = { track, margin, twoPlaces: now - track.twoPlacesAt <= TWO_PLACES_MS };
    all.push(one);
    const counts = hint >= FAR_HINT_DB && competes(one, cycleMs, now);
    // Who may be here goes before who is gone, and the known before the unknown: unknown is not strong.
    if (best === null || (counts && !bestCounts) || (counts === bestCounts && stronger(one, best))) {
      best = one;
      bestCounts = counts;
    }
  }
  if (best === null) return { all, best, second: null, held: false, standsOut: false };
  const second = rivalOf(best, all, cycleMs, signature.leadDb, now);
  const held = best.margin !== null && isHeld(best.track, gate, signature.passPackets, now);
  return { all, best, second, held, standsOut: best.margin !== null && second === null };
}

const stronger = (a: Contender, b: Contender): boolean =>
  (a.margin ?? Number.NEGATIVE_INFINITY) > (b.margin ?? Number.NEGATIVE_INFINITY);

/** One packet may be a glitch of the receiver; two, the weaker of which counts, are a phone. */
function competes({ track }: Contender, cycleMs: number, now: number): boolean {
  if ((track.level()?.events ?? 0) < 2) return false;
  return isHere(track, now) || now - track.lastAt <= (track.platform === 'iphone' ? IPHONE_GONE_MS : cycleMs);
}

function rivalOf(
  best: Contender,
  all: readonly Contender[],
  cycleMs: number,
  leadDb: number,
  now: number,
): Contender | null {
  let second: Contender | null = null;
  for (const one of all) {
    if (one === best || one.margin === null || best.margin === null || best.margin - one.margin >= leadDb) continue;
    if (!competes(one, cycleMs, now) || isFormerAddress(one, best)) continue;
    if (second === null || stronger(one, second)) second = one;
  }
  return second;
}

/** The same iPhone before it changed its address: the one ended where the other began, equally strong. */
function isFormerAddress(former: Contender, present: Contender): boolean {
  const pause = present.track.firstAt - former.track.lastAt;
  return (
    former.track.platform === 'iphone' &&
    present.track.platform === 'iphone' &&
    pause >= 0 &&
    pause <= SUCCESSOR_MS &&
    Math.abs((former.margin ?? 0) - (present.margin ?? 0)) <= SUCCESSOR_DB
  );
}
