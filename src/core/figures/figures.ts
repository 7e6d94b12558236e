import type { Day } from '../base/day.ts';
import type { Verdict } from '../check/verdict.ts';
import type { Union } from '../roster/union.ts';

/** Totals by key; a key that is absent is zero. */
export type Totals = Readonly<Record<string, number>>;

/** One line of the projection: what was counted in one union's whole subtree on one day. */
export interface CountLine {
  readonly day: Day;
  readonly outcome: string;
  readonly reason: string | null;
  readonly count: number;
}

/** Whom a union could reach: the denominators. `null` is "not given", not zero. */
export type Workforce = Pick<Union, 'workers' | 'members' | 'smartphones'>;

/** Grassroots unions (level 4) of a subtree, and how many of them have counted anyone. */
export interface Grassroots {
  readonly total: number;
  readonly active: number;
}

/** Where a number of a subtree comes from: the union's own word, or the sum of those below that are known. */
export type Source = 'own' | 'sum' | 'none';

/** What unions declare of themselves, cumulative. Stands beside what was counted; never added to it. */
export interface DeclaredFigures {
  /** By key of `declaredKeys`; a key that nobody declared is absent: not reported, which is not zero. */
  readonly values: Totals;
  readonly from: Readonly<Record<string, Source>>;
  /** Forms of outreach in the order of the campaign, those that anybody declared; `null` is not reported. */
  readonly outreach: readonly {
    readonly form: string;
    readonly quantity: number | null;
    readonly people: number | null;
  }[];
  /** The union's own texts by topic of `declaredTexts`. */
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

/** What a union's subtree shows at a cut-off. Counted only: declared figures stand beside, never inside. */
export interface Figures {
  readonly union: Union;
  readonly byOutcome: Totals;
  readonly byReason: Totals;
  readonly byDay: Readonly<Record<Day, Totals>>;
  readonly checks: Readonly<Partial<Record<Verdict, number>>>;
  /** Denominators of the subtree, where they are known better than by the union's own row of the roster. */
  readonly workforce?: Workforce;
  readonly workforceFrom?: Readonly<Record<keyof Workforce, Source>>;
  readonly declared?: DeclaredFigures;
  readonly grassroots?: Grassroots;
}

export const workforceOf = (figures: Figures): Workforce => figures.workforce ?? figures.union;

/**
 * True once a person was counted: until then a union has not reported, which is not the same as zero. A check alone
 * counts nobody.
 */
export const hasCounted = ({ byOutcome, byDay }: Figures): boolean =>
  [byOutcome, byDay].some((totals) => Object.keys(totals).length > 0);

/** A share with its parts in view. `null` where there is nothing to divide by. */
export interface Rate {
  readonly part: number;
  readonly whole: number | null;
}

/** Percent with one decimal from sums, as `87,0`; `null` where the whole is unknown or zero. */
export function percent(rate: Rate): number | null {
  if (rate.whole === null || rate.whole === 0) return null;
  return Math.round((rate.part * 1000) / rate.whole) / 10;
}

/** Sums lines into totals by a key of the line. */
export function sumBy(lines: readonly CountLine[], key: (line: CountLine) => string | null): Totals {
  const totals: Record<string, number> = {};
  for (const line of lines) {
    const name = key(line);
    if (name !== null) totals[name] = (totals[name] ?? 0) + line.count;
  }
  return totals;
}

/** The sum of some of the totals. */
export const sumOf = (totals: Totals, keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + (totals[key] ?? 0), 0);

/** Adds what is known; `null` (not reported) only when nothing is known at all. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
