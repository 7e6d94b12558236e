import { countedBeside } from '../figures/counted-beside.ts';
import { type Figures, hasCounted, type Totals } from '../figures/figures.ts';
import type { Counting } from './outcomes.ts';

/** Figures that a union both counts and declares, so that its signer chooses which one the report stands on. */
export const choosableKeys = ['reached', 'installed_before', 'installed', 'grassroots_active'] as const;
export type ChoosableKey = (typeof choosableKeys)[number];
export type Source = 'counted' | 'declared';

/** What the signer chose; a figure that is not named stands on what was counted. */
export type ReportChoice = Readonly<Partial<Record<ChoosableKey, Source>>>;

export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  counted: 'số liệu đếm tại bàn',
  declared: 'số liệu đơn vị tự báo cáo',
};

/** What was counted for a declared figure; `null` where nothing was, `''` where it cannot be counted at a booth. */
export function countedFor(counting: Counting, union: Figures, key: string): number | null | '' {
  if (key === 'grassroots_active') return union.grassroots?.active ?? null;
  const codes = counting.outcomes.map(({ code }) => code);
  const counted = countedBeside(key, codes, union.byOutcome);
  if (counted === null) return '';
  return hasCounted(union) ? counted.count : null;
}

/** Where a figure of the report comes from: the signer's choice, as far as there is a figure to choose. */
export function sourceOf(choice: ReportChoice, declared: Totals | null, key: ChoosableKey): Source {
  return choice[key] === 'declared' && declared?.[key] !== undefined ? 'declared' : 'counted';
}
