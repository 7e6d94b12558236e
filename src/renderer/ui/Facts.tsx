import type { ReactNode } from 'react';
import css from './Facts.module.css';

/** Names and what they are, side by side: `dt` and `dd` in pairs. `stacked`: one under the other, for a narrow place. */
export function Facts({ children, stacked = false }: { readonly children: ReactNode; readonly stacked?: boolean }) {
  return (
    <dl className={css.facts} data-stacked={stacked || undefined}>
      {children}
    </dl>
  );
}
