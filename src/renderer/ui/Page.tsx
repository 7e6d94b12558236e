import type { ReactNode } from 'react';
import css from './Page.module.css';

/** The head and the scrolling body of the office screens. */
export function Page({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

/** One sheet of a page. */
export function Card({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className={css.card}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  );
}
