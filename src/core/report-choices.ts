import { type Figures, hasCounted, sumOf } from './figures.ts';

/** Figures that a union both counts and declares, so that its signer chooses which one the report stands on. */
export const choosableKeys = ['reached', 'installed_before', 'installed', 'grassroots_active'] as const;
export type ChoosableKey = (typeof choosableKeys)[number];

/** The number of the kit that stands beside a declared one; `null` where nobody was counted. */
export function countedFor(figures: Figures, key: ChoosableKey): number | null {
  if (key === 'grassroots_active') return figures.grassroots?.active ?? null;
  if (!hasCounted(figures)) return null;
  const outcomes = Object.keys(figures.byOutcome);
  const spoken = { reached: outcomes, installed: ['installed'], installed_before: ['already'] }[key];
  return sumOf(figures.byOutcome, spoken);
}
