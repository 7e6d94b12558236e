import { Button } from '@mantine/core';
import { useSession } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { verdictLooks } from '../ui/tones.ts';
import { clockTime } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import css from './SayLine.module.css';

/** The last check's verdict, and the one key that sends it along with the next person. */
export function VerdictLine() {
  const { t } = useWords();
  const { verdicts } = useSession();
  const atHand = useStore(verdicts.store, (state) => state.atHand);
  if (atHand === null) return null;
  const { tone, icon } = verdictLooks[atHand.verdict];
  return (
    <div className={css.verdict} data-tone={tone}>
      <Icon name={icon} />
      <b>{t('booth.verdictAt', { time: clockTime(atHand.at), verdict: t(`check.verdict.${atHand.verdict}`) })}</b>
      <Button
        variant={atHand.goes ? 'filled' : 'default'}
        aria-pressed={atHand.goes}
        aria-keyshortcuts=","
        rightSection={<KeyCap code="Comma" />}
        onClick={verdicts.toggle}
      >
        {atHand.goes ? t('booth.attached') : t('booth.attach')}
      </Button>
    </div>
  );
}
