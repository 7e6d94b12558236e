import { Button, Modal } from '@mantine/core';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { WordsNotice } from '../ui/Notice.tsx';
import { RadioPill } from '../ui/RadioPill.tsx';
import { ToPractice } from '../ui/ToPractice.tsx';
import { useWords } from '../words/index.ts';
import css from './ReasonSheet.module.css';

/** How this laptop listens, or why it cannot and what to do, and the ways to try it. Counting keys rest while it is read. */
export function RadioSheet() {
  const { t } = useWords();
  const { counting, go } = useSession();
  const real = useKit((state) => state.about?.world === 'real');
  const toTools = () => {
    counting.close();
    go('settings');
  };
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
        {radio.state === 'absent' ? <WordsNotice words={radio.words} tone="warn" icon="silent" /> : <RadioPill />}
        <p>{t('radio.toolsText')}</p>
        {real && <p>{t('radio.practiceText')}</p>}
        <p className={css.actions}>
          <Button leftSection={<Icon name="wheel" />} onClick={toTools}>
            {t('radio.tools')}
          </Button>
          <ToPractice />
          <Button variant="default" rightSection={<KeyCap code="Esc" />} onClick={counting.close}>
            {t('booth.dismiss')}
          </Button>
        </p>
      </div>
    </Modal>
  );
}
