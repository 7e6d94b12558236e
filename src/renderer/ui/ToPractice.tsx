import { Button } from '@mantine/core';
import { useKit, useSession } from '../state/session.ts';
import { useWords } from '../words/index.ts';

/** The way out of having no radio: the same screens with make-believe phones. Nothing when already there. */
export function ToPractice() {
  const { t } = useWords();
  const { enter } = useSession();
  const real = useKit((state) => state.about?.world === 'real');
  if (!real) return null;
  return (
    <Button variant="default" onClick={() => void enter('practice')}>
      {t('radio.toPractice')}
    </Button>
  );
}
