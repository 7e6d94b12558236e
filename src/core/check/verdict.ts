import { absences } from '../radio/absence.ts';

/**
 * What the check may say, and why (docs/check.md). A reason belongs to one verdict; words and next steps for
 * each reason stand in `src/main/messages/index.ts`, and why each is said when it is, in `docs/check.md`.
 */
export const reasonsByVerdict = {
  /**
   * Near, standing out, current version; or unclear to the laptop, and the operator saw the same code on the
   * phone's screen; or an iPhone in the background that answered when it was asked.
   */
  pass: ['near-signal', 'code-confirmed', 'gatt-confirmed'],
  /** A signal, but whose? */
  unclear: ['two-near', 'two-places', 'no-strength'],
  weak: ['far', 'partial'],
  outdated: ['old-version'],
  'not-seen': ['silent'],
  inconclusive: [...absences, 'radio-restarted', 'no-packets', 'fell-silent', 'too-short', 'iphone-background'],
} as const;

export type Verdict = keyof typeof reasonsByVerdict;
export type ReasonOf<V extends Verdict> = (typeof reasonsByVerdict)[V][number];
export type VerdictReason = ReasonOf<Verdict>;

export const verdicts = Object.keys(reasonsByVerdict) as [Verdict, ...Verdict[]];
export const reasonsOf = <V extends Verdict>(verdict: V): (typeof reasonsByVerdict)[V] => reasonsByVerdict[verdict];

export const platforms = ['android', 'iphone', 'unknown'] as const;
export type Platform = (typeof platforms)[number];

/** A verdict with the reason that belongs to it. */
export type Conclusion = { [V in Verdict]: { readonly verdict: V; readonly reason: ReasonOf<V> } }[Verdict];
