import type { ReactNode } from 'react';
import type { WireFailure, Words } from '../../preload/contract.ts';
import { useWords } from '../words/index.ts';
import { Icon, type IconName } from './icons.tsx';
import css from './Notice.module.css';
import type { Tone } from './tones.ts';

interface Look {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly children?: ReactNode;
}

/** What happened and what to do, in the words of the kit's own catalogue of messages. */
export function WordsNotice({ words, tone = 'bad', icon = 'warning', children }: Look & { readonly words: Words }) {
  const { of } = useWords();
  return (
    <Notice what={of(words.what)} todo={of(words.todo)} tone={tone} icon={icon}>
      {children}
    </Notice>
  );
}

/** A failure as it came over the boundary; never its code. */
export function FailureNotice({ error, children }: { readonly error: WireFailure; readonly children?: ReactNode }) {
  return <WordsNotice words={error.words}>{children}</WordsNotice>;
}

export function Notice({
  what,
  todo,
  tone = 'plain',
  icon = 'warning',
  children,
}: Look & { readonly what: string; readonly todo?: string }) {
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon} size="1.75rem" />
      <div className={css.words}>
        <strong>{what}</strong>
        {todo !== undefined && <span>{todo}</span>}
      </div>
      {children !== undefined && <div className={css.actions}>{children}</div>}
    </div>
  );
}
