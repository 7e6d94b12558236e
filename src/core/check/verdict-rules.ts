import type { RadioSignature } from '../radio/signature-schema.ts';
import type { Contest } from './candidates.ts';
import type { Ears } from './scan-health.ts';
import type { Conclusion } from './verdict.ts';

/** An obsolete version is said after this many seconds: a current one of the same phone would have been heard by then. */
const OUTDATED_AFTER_S = 5;
/** One second more than the app's pause: by then an Android phone with the app in the background has spoken. */
const PAUSE_MARGIN_S = 1;

export const isOld = (name: string): boolean => name === 'android-old' || name === 'iphone-old';

/** What the phone in hand has proved by now, as early as that; `null` while nothing is proved. */
export function proved(
  { best, held, standsOut }: Contest,
  ears: Ears,
  signature: RadioSignature,
  now: number,
): Conclusion | null {
  if (best === null) return notSeen(ears, signature, now);
  if (!held || !standsOut || best.twoPlaces) return null;
  const { proven, class: name } = best.track;
  if (name === 'android' || name === 'iphone') return { verdict: 'pass', reason: 'near-signal' };
  if (proven && isOld(name) && ears.seconds(now) >= OUTDATED_AFTER_S) {
    return { verdict: 'outdated', reason: 'old-version' };
  }
  if (!proven && ears.healthySeconds(now) >= signature.silenceSeconds + PAUSE_MARGIN_S) {
    return { verdict: 'inconclusive', reason: 'iphone-background' };
  }
  return null;
}

/** Two phones, or one ID from two places: which of them is in hand, waiting will not tell. */
export const unclear = ({ best }: Contest): Conclusion => ({
  verdict: 'unclear',
  reason: best?.twoPlaces ? 'two-places' : 'two-near',
});

/** What must be said when the time is over. */
export function atTheEnd(look: Contest, ears: Ears, signature: RadioSignature, now: number): Conclusion {
  const { best, standsOut } = look;
  if (best !== null && best.margin !== null && best.margin >= 0) {
    if (!standsOut || best.twoPlaces) return unclear(look);
    if (best.track.proven && isOld(best.track.class)) return { verdict: 'outdated', reason: 'old-version' };
  }
  // Where the laptop did not listen to the end, what it heard from afar says nothing of the phone in hand.
  if (ears.absence !== null) return { verdict: 'inconclusive', reason: ears.absence };
  if (ears.packets === 0) return { verdict: 'inconclusive', reason: 'no-packets' };
  if (ears.interrupted) return { verdict: 'inconclusive', reason: 'radio-restarted' };
  if (ears.fellSilent(now)) return { verdict: 'inconclusive', reason: 'fell-silent' };
  if (best === null) return notSeen(ears, signature, now) ?? { verdict: 'inconclusive', reason: 'too-short' };
  if (best.margin === null) return { verdict: 'unclear', reason: 'no-strength' };
  if (!best.track.proven) return { verdict: 'inconclusive', reason: 'iphone-background' };
  // Near at last, but not here long enough to be called held, is weak too: hold it still, and check again.
  return { verdict: 'weak', reason: best.margin >= 0 && best.track.class === 'android-partial' ? 'partial' : 'far' };
}

/** Only after enough listening among others, and without a break: absence must be more than not having heard. */
function notSeen(ears: Ears, { notSeenSeconds }: RadioSignature, now: number): Conclusion | null {
  const enough = !ears.interrupted && ears.healthySeconds(now) >= notSeenSeconds;
  return enough ? { verdict: 'not-seen', reason: 'silent' } : null;
}
