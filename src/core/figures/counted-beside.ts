import { sumOf, type Totals } from './figures.ts';

/** The outcome of the campaign that a declared figure speaks of, where it has another name. */
const OUTCOME: Readonly<Partial<Record<string, string>>> = { installed_before: 'already' };

/** What the booths counted of the same people as a declared figure. */
export interface CountedBeside {
  readonly count: number;
  /** The one outcome that it is; `null`: everybody who came. */
  readonly outcome: string | null;
}

/**
 * What the booths counted beside a declared figure, `null` where no booth counts it. Everybody who came to a table was
 * reached there, whatever came of it, so `reached` takes every outcome.
 * @param outcomes codes of the campaign; what was counted under any other is taken too.
 */
export function countedBeside(key: string, outcomes: readonly string[], byOutcome: Totals): CountedBeside | null {
  const known = new Set([...outcomes, ...Object.keys(byOutcome)]);
  if (key === 'reached') return { count: sumOf(byOutcome, [...known]), outcome: null };
  const outcome = OUTCOME[key] ?? key;
  return known.has(outcome) ? { count: byOutcome[outcome] ?? 0, outcome } : null;
}
