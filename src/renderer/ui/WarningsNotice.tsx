import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { useSession } from '../state/session.ts';
import { useWords } from '../words/index.ts';
import { WordsNotice } from './Notice.tsx';

/** What the Kit had to say of people whom it did count; stays until it is put away, and holds up nobody. */
export function WarningsNotice() {
  const { t } = useWords();
  const { warnings } = useSession();
  const shown = useStore(warnings.store, (state) => state.shown);
  return shown.map((words, index) => (
    <WordsNotice key={words.what.vi} words={words} tone="warn">
      {index === shown.length - 1 && (
        <Button variant="default" onClick={warnings.dismiss}>
          {t('booth.dismiss')}
        </Button>
      )}
    </WordsNotice>
  ));
}
