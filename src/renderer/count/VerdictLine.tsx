import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { verdictLooks } from '../ui/tones.ts';
import { clockTime } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './SayLine.module.css';

/**
 * The last check's verdict, and the one key that sends it along with the next person. One that is still on the glass
 * goes by itself: a key that seemed to decide that would lie.
 */
export function VerdictLine() {
  const { t } = useWords();
  const { verdicts, checking } = useSession();
  const onGlass = useStore(checking.store, ({ check }) => check.at === 'ended');
  const asking = useStore(checking.store, (state) => state.asking !== null);
  const atHand = useStore(verdicts.store, (state) => state.atHand);
  // While the operator's word is on its way, this verdict is about to give its place to another.
  if (atHand === null || asking) return null;
  const { tone, icon } = verdictLooks[atHand.verdict];
  if (onGlass) {
    return (
      <p className={css.verdict} data-tone={tone} data-goes>
        <Icon name={icon} />
        <b>{t('booth.goesAlong')}</b>
      </p>
    );
  }
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
