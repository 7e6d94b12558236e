import type { IssuedReport } from '../../preload/contract.ts';
import { figure } from '../words/format.ts';
import type { useWords } from '../words/index.ts';

/** Figures named before the rest is only counted. */
const SHOWN = 3;

/** `Đếm: Cài mới 12 → 47; …`. */
export function changesText(
  changes: IssuedReport['changes'],
  { t, of, language }: ReturnType<typeof useWords>,
): string {
  const number = (value: number | null): string =>
    value === null ? t('report.choices.none') : figure(value, language);
  const shown = changes
    .slice(0, SHOWN)
    .map(({ label, before, now }) =>
      t('report.board.change', { label: of(label), before: number(before), now: number(now) }),
    );
  return `${shown.join('; ')}${changes.length > SHOWN ? '; …' : ''}`;
}
