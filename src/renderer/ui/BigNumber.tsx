import { type CSSProperties, useRef } from 'react';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './BigNumber.module.css';

/** A number that is read from a metre away: as large as its box (a CSS container) and `--number-max` allow. It settles visibly when the kit has told a new one. */
export function BigNumber({ value }: { readonly value: number }) {
  const { language } = useWords();
  const first = useRef(value);
  const text = figure(value, language);
  return (
    <span
      key={value}
      className={css.number}
      style={{ '--letters': text.length } as CSSProperties}
      data-settle={first.current !== value || undefined}
    >
      {text}
    </span>
  );
}
