import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useSession } from '../state/session.ts';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';

/** Holds a screen that fails to itself: the rail and the counting keys go on (law 9). */
export class Fence extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useWords();
  const { go } = useSession();
  return (
    <Notice tone="bad" what={t('app.broken')} todo={t('app.brokenTodo')}>
      <Button onClick={() => go('booth')}>{t('check.back')}</Button>
    </Notice>
  );
}
