import { Button } from '@mantine/core';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { WordsNotice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';
import css from './Bands.module.css';

/** Stands over every screen of the practice world (law 8). */
export function PracticeBand() {
  const { t } = useWords();
  const practice = useKit((state) => state.about?.world === 'practice');
  if (!practice) return null;
  return (
    <aside className={css.practice} aria-label={t('app.practiceBand')}>
      <strong>{t('app.practiceBand')}</strong>
      <span>{t('app.practiceText')}</span>
    </aside>
  );
}

/** Says plainly that the program behind the page is out of reach; goes by itself. */
export function LostBanner() {
  const { t } = useWords();
  const up = useKit((state) => state.up);
  if (up) return null;
  return (
    <div className={css.lost} role="alert">
      <Icon name="warning" />
      <span>
        <strong>{t('line.lost.what')}</strong> {t('line.lost.todo')}
      </span>
      <em>{t('line.again')}</em>
    </div>
  );
}

/** What a person must be told of this folder (a recovery, a backup that failed); stays until it is put away. */
export function FolderNotice() {
  const { t } = useWords();
  const { dismissNotice } = useSession();
  const notice = useKit((state) => state.about?.notice ?? null);
  if (notice === null) return null;
  return (
    <div className={css.folder}>
      <WordsNotice words={notice} tone="warn">
        <Button variant="default" onClick={() => void dismissNotice()}>
          {t('booth.dismiss')}
        </Button>
      </WordsNotice>
    </div>
  );
}
