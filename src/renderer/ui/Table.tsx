import type { ComponentProps } from 'react';
import css from './Table.module.css';

/**
 * A table of the office screens. A cell with `data-number` stands to the right. `named`: it scrolls in a box of its own,
 * which the keys reach under this name, and its head stays in view.
 */
export function Table({ named, children, ...more }: ComponentProps<'table'> & { readonly named?: string }) {
  const table = (
    <table className={css.table} {...more}>
      {children}
    </table>
  );
  if (named === undefined) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keys
    <section className={css.scroll} tabIndex={0} aria-label={named}>
      {table}
    </section>
  );
}
