import { Button, Modal } from '@mantine/core';
import { useKit, useSession } from '../state/session.ts';
import { KeyCap } from '../ui/KeyCap.tsx';
import { WordsNotice } from '../ui/Notice.tsx';
import { ToPractice } from '../ui/ToPractice.tsx';
import { useWords } from '../words/index.ts';
import css from './ReasonSheet.module.css';

/** Why this laptop cannot listen, what to do, and the practice world. Counting keys rest while it is read. */
export function RadioSheet() {
  const { t } = useWords();
  const { counting } = useSession();
  const radio = useKit((state) => state.radio);
  return (
    <Modal
      opened
      onClose={counting.close}
      closeOnEscape={false}
      withCloseButton={false}
      size="44rem"
      title={radio.state === 'absent' ? t('radio.absent') : t('settings.radio')}
      classNames={{ title: css.title ?? '' }}
    >
      <div className={css.sheet}>
        {radio.state === 'absent' && <WordsNotice words={radio.words} tone="warn" icon="silent" />}
        <p>{t('radio.practiceText')}</p>
        <p className={css.actions}>
          <ToPractice />
          <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={counting.close}>
            {t('booth.dismiss')}
          </Button>
        </p>
      </div>
    </Modal>
  );
}
