import type { Campaign } from './campaign.ts';
import type { DeclaredKey } from './declared.ts';
import { type Figures, hasCounted, sumOf, workforceOf } from './figures.ts';

/**
 * The number of the kit that stands beside a declared one: what the booths counted, or what the roster says of
 * people and unions. `null` where the kit has no number of its own.
 */
export function countedFor(campaign: Campaign, figures: Figures, key: DeclaredKey): number | null {
  const counts = hasCounted(figures);
  const all = (codes: readonly string[]): number | null => (counts ? sumOf(figures.byOutcome, codes) : null);
  const outcomes = campaign.outcomes.map(({ code }) => code);
  switch (key) {
    case 'workers':
    case 'members':
    case 'smartphones':
      return workforceOf(figures)[key];
    case 'installed':
      return all(outcomes.filter((code) => code === 'installed' || code === 'reactivated'));
    case 'installed_before':
      return all(outcomes.filter((code) => code === 'already'));
    case 'reached':
      return all(outcomes);
    case 'grassroots_total':
      return figures.grassroots?.total ?? null;
    case 'grassroots_active':
      return figures.grassroots?.active ?? null;
  }
}
