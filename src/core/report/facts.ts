import { type Figures, hasCounted, type Totals, workforceOf } from '../figures/figures.ts';

/** The figures that a report rests on, by name: `counted.installed`, `declared.reached`, `roster.workers`. */
export type Facts = Readonly<Record<string, number>>;

/** Everything in a union's subtree that would make its report another one, if it changed. */
export function factsOf(figures: Figures): Facts {
  const named = (prefix: string, values: Readonly<Record<string, number | null>>): [string, number][] =>
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[`${prefix}.${key}`, value]]));
  const { workers, members, smartphones } = workforceOf(figures);
  // What was counted and taken back again leaves a zero behind, and is no different from nothing.
  const counts = (totals: Totals): Totals => Object.fromEntries(Object.entries(totals).filter(([, n]) => n !== 0));
  return Object.fromEntries([
    ...named('counted', counts(figures.byOutcome)),
    ...named('reason', counts(figures.byReason)),
    ...named('roster', { workers, members, smartphones }),
    ...named('declared', figures.declared?.values ?? {}),
    ...(figures.declared?.outreach ?? []).flatMap(({ form, quantity, people }) =>
      named('outreach', { [form]: quantity, [`${form}.people`]: people }),
    ),
  ]);
}

export interface FactChange {
  readonly key: string;
  /** `null`: was, or is, not reported. */
  readonly before: number | null;
  readonly now: number | null;
}

/** What differs between the figures of a report and those of now, by name. */
export function changesOf(before: Facts, now: Facts): FactChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return keys
    .map((key) => ({ key, before: before[key] ?? null, now: now[key] ?? null }))
    .filter((change) => change.before !== change.now);
}

/** What a complete report tells; each counts the same. */
export const parts = ['results', 'workers', 'smartphones', 'reached', 'outreach', 'texts'] as const;
export type Part = (typeof parts)[number];

/** The parts that a union's figures do not have yet. Zero is an answer, "not reported" is none (law 7). */
export function missingParts(figures: Figures): Part[] {
  const { declared } = figures;
  const { workers, smartphones } = workforceOf(figures);
  const told = (key: string): boolean => declared?.values[key] !== undefined;
  const has: Readonly<Record<Part, boolean>> = {
    results: hasCounted(figures) || told('installed'),
    workers: workers !== null || told('workers'),
    smartphones: smartphones !== null || told('smartphones'),
    reached: hasCounted(figures) || told('reached'),
    outreach: (declared?.outreach.length ?? 0) > 0,
    texts: Object.keys(declared?.texts ?? {}).length > 0,
  };
  return parts.filter((part) => !has[part]);
}

/** Completeness in whole percent. */
export const completeness = (missing: readonly Part[]): number =>
  Math.round(((parts.length - missing.length) * 100) / parts.length);
