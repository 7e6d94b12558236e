import { Button } from '@mantine/core';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { WordsNotice } from '../ui/Notice.tsx';
import { RadioPill } from '../ui/RadioPill.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { ToPractice } from '../ui/ToPractice.tsx';
import { useWords } from '../words/index.ts';

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
    <Sheet
      title={radio.state === 'absent' ? t('radio.absent') : t('settings.radio')}
      onClose={counting.close}
      size="44rem"
      leave={t('booth.dismiss')}
      beside={
        <>
          <Button leftSection={<Icon name="wheel" />} onClick={toTools}>
            {t('radio.tools')}
          </Button>
          <ToPractice />
        </>
      }
    >
      {radio.state === 'absent' ? <WordsNotice words={radio.words} tone="warn" icon="silent" /> : <RadioPill />}
      <p>{t('radio.toolsText')}</p>
      {real && <p>{t('radio.practiceText')}</p>}
    </Sheet>
  );
}
