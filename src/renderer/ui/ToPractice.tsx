import { Button } from '@mantine/core';
import { TO_PRACTICE } from '../state/count-state.ts';
import { useKit, useSession } from '../state/session.ts';
import { useWords } from '../words/index.ts';

/** The way out of having no radio: the same screens with make-believe phones. Nothing when already there. */
export function ToPractice() {
  const { t } = useWords();
  const { enter, go, counting } = useSession();
  const real = useKit((state) => state.about?.world === 'real');
  if (!real) return null;
  const toPractice = async () => {
    const refused = await enter('practice');
    if (refused === null) return;
    // Why, and what to do first, stands on the counting screen.
    counting.close();
    go('booth');
    counting.report(TO_PRACTICE, refused);
  };
  return (
    <Button variant="default" onClick={() => void toPractice()}>
      {t('radio.toPractice')}
    </Button>
  );
}
