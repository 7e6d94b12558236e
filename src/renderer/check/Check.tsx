import { never } from '../../core/outcome.ts';
import { OutcomeGrid } from '../booth/OutcomeGrid.tsx';
import { SayLine } from '../booth/SayLine.tsx';
import type { CheckState } from '../state/checking.ts';
import { useKit, useSession } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/index.ts';
import css from './Check.module.css';
import { Listening } from './Listening.tsx';
import { Failed, Resting } from './Resting.tsx';
import { VerdictShown } from './VerdictShown.tsx';

/** Does this phone really send? Above, the check; below, the counting keys, which work here too. */
export default function Check() {
  const { t } = useWords();
  const { checking } = useSession();
  const check = useStore(checking.store, (state) => state.check);
  const union = useKit((state) => state.union);
  return (
    <div className={css.check}>
      <h1 className={css.title}>{t('check.title')}</h1>
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
    </div>
  );
}

function Stage({ check }: { readonly check: CheckState }) {
  switch (check.at) {
    case 'rest':
      return <Resting />;
    case 'starting':
      return <Listening timeout={null} progress={null} />;
    case 'listening':
      return <Listening timeout={check.timeout} progress={check.progress} />;
    case 'ended':
      return <VerdictShown result={check.result} />;
    case 'failed':
      return <Failed error={check.error} />;
    default:
      return never(check);
  }
}
