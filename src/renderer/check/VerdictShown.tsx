import { Button } from '@mantine/core';
import { absences } from '../../core/radio/absence.ts';
import { answerKeys, isFree } from '../keys.ts';
import { type CheckState, canRead, codesOf } from '../state/check-session.ts';
import { TOUCH } from '../state/press-guard.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { ToPractice } from '../ui/ToPractice.tsx';
import { verdictLooks } from '../ui/tones.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Answers } from './Answers.tsx';
import css from './VerdictShown.module.css';

/** The verdict as large as its words allow, why, and one next step. */
export function VerdictShown({ check }: { readonly check: Extract<CheckState, { at: 'ended' }> }) {
  const { result } = check;
  const { t, of, language } = useWords();
  const { checking, counting, go } = useSession();
  const { tone, icon } = verdictLooks[result.verdict];
  const word = t(`check.verdict.${result.verdict}`);
  const campaign = useKit((state) => state.campaign);
  const hasCards = result.verdict !== 'pass' && (campaign?.cards.length ?? 0) > 0;
  const answering = codesOf(check).length > 0 || canRead(check);
  const radioIsAbsent = absences.some((absence) => absence === result.reason);
  return (
    <div className={css.verdict} data-tone={tone} data-verdict={result.verdict} data-answering={answering || undefined}>
      <div className={css.mark}>
        <Icon name={icon} size="100%" />
      </div>
      <div className={css.words}>
        <h2 data-long={word.length > 7 || undefined}>{word}</h2>
        <p className={css.why}>{of(result.words.what)}</p>
        <p className={css.todo}>
          <b>{t('check.todo')}</b>
          {of(result.words.todo)}
        </p>
        {!radioIsAbsent && (
          <p className={css.heard}>
            {t(`check.platform.${result.platform}`)} ·{' '}
            {t('check.heard', {
              seconds: Math.round(result.seconds),
              packets: figure(result.packets, language),
            })}
          </p>
        )}
        <Answers check={check} />
        <p className={css.actions}>
          <Button variant="white" rightSection={<KeyCap code="NumpadMultiply" />} onClick={checking.start}>
            {result.verdict === 'pass' ? t('check.next') : t('check.again')}
          </Button>
          {hasCards && (
            <Button
              variant="white"
              rightSection={
                isFree(answerKeys.cards, campaign?.outcomes ?? []) ? <KeyCap code={answerKeys.cards} /> : undefined
              }
              onClick={(event) => counting.isFresh(TOUCH, event.timeStamp) && checking.showCards()}
            >
              {t('check.cards.open')}
            </Button>
          )}
          {radioIsAbsent && <ToPractice />}
          <Button variant="white" rightSection={<KeyCap code="F2" />} onClick={() => go('booth')}>
            {t('check.back')}
          </Button>
        </p>
      </div>
    </div>
  );
}
