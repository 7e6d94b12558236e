import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icons.tsx';
import { WordsNotice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';
import css from './RadioCard.module.css';
import type { ToolState } from './use-tool.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly icon: IconName;
  readonly state: ToolState<unknown>;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly children?: ReactNode;
}

/** One thing to try with the laptop's Bluetooth: what it is for, a button, and what came of it. */
export function ToolShown({ title, text, action, icon, state, onRun, onStop, children }: Props) {
  const { t } = useWords();
  return (
    <section className={css.tool} aria-label={title}>
      <h3>{title}</h3>
      <p className={css.soft}>{text}</p>
      {children}
      {state.at === 'failed' && <WordsNotice words={state.error.words} tone="warn" />}
      <p>
        {state.at === 'running' ? (
          <Button variant="default" onClick={onStop}>
            {t('tools.stop')}
          </Button>
        ) : (
          <Button variant="default" leftSection={<Icon name={icon} />} onClick={onRun}>
            {action}
          </Button>
        )}
      </p>
    </section>
  );
}
