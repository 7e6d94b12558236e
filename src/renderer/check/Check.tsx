import { useStore } from 'zustand';
import { never } from '../../core/base/result.ts';
import { OutcomeGrid } from '../count/OutcomeGrid.tsx';
import { SayLine } from '../count/SayLine.tsx';
import type { CheckState } from '../state/check-session.ts';
import { useKit, useSession } from '../state/session.ts';
import { useWords } from '../words/index.ts';
import { CardsSheet } from './CardsSheet.tsx';
import css from './Check.module.css';
import { Listening } from './Listening.tsx';
import { NextVisit } from './NextVisit.tsx';
import { Failed, Resting } from './Resting.tsx';
import { VerdictShown } from './VerdictShown.tsx';

/** Does this phone really send? Above, the check; below, the counting keys, which work here too. */
export default function Check() {
  const { t } = useWords();
  const { checking } = useSession();
  const check = useStore(checking.store, (state) => state.check);
  const cards = useStore(checking.store, (state) => state.cards);
  const union = useKit((state) => state.union);
  return (
    <div className={css.check}>
      <header className={css.head}>
        <h1 className={css.title}>{t('check.title')}</h1>
        <NextVisit />
      </header>
      <section className={css.stage} aria-live="polite">
        <Stage check={check} />
      </section>
      <section className={css.count} aria-label={t('check.thenCount')}>
        <p>
          <b>{union?.name ?? t('booth.nobody')}</b>
          <span>{t('check.thenCountText')}</span>
        </p>
        <OutcomeGrid strip />
        <SayLine />
      </section>
      {check.at === 'ended' && cards !== null && <CardsSheet result={check.result} platform={cards} />}
    </div>
  );
}

function Stage({ check }: { readonly check: CheckState }) {
  switch (check.at) {
    case 'rest':
      return <Resting />;
    case 'starting':
      return <Listening check={null} />;
    case 'listening':
      return <Listening check={check} />;
    case 'ended':
      return <VerdictShown check={check} />;
    case 'failed':
      return <Failed error={check.error} />;
    default:
      return never(check);
  }
}
