import type { ReactNode } from 'react';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Tabs.module.css';
import type { Tone } from './tones.ts';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** So many things ask to be looked at there. */
  readonly open?: number;
  readonly tone?: Tone;
}

interface Props<Key extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly current: Key;
  readonly onGo: (key: Key) => void;
  /** What stands at the end of the row. */
  readonly children?: ReactNode;
}

/** The parts of a page, as the pages that they are to a reader of screens. */
export function Tabs<Key extends string>({ label, tabs, current, onGo, children }: Props<Key>) {
  const { language } = useWords();
  return (
    <nav className={css.tabs} aria-label={label}>
      {tabs.map(({ key, label: name, open = 0, tone = 'warn' }) => (
        <button key={key} type="button" aria-current={key === current ? 'page' : undefined} onClick={() => onGo(key)}>
          {name}
          {open > 0 && <b data-tone={tone}>{figure(open, language)}</b>}
        </button>
      ))}
      {children}
    </nav>
  );
}
