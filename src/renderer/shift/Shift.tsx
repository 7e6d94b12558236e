import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useKit, useSession } from '../state/session.ts';
import { Page } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { BoothCard } from './BoothCard.tsx';
import { DayCard, UnclosedDay } from './DayCard.tsx';
import { OperatorCard } from './OperatorCard.tsx';
import css from './Shift.module.css';

/** The booth of this laptop, who is on duty, and its days: opened in the morning, closed with a count in the evening. */
export default function Shift() {
  const { t } = useWords();
  const { duty } = useSession();
  const booth = useStore(duty.store, (state) => state.settings?.booth ?? null);
  const shift = useStore(duty.store, (state) => state.shift);
  const revision = useKit((state) => state.counts?.revision ?? 0);
  // The kit's count of the day grows with every person, also with those of another window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new event asks again
  useEffect(() => void duty.load(), [duty, revision]);
  return (
    <Page title={t('shift.title')} lead={t('shift.lead')}>
      {shift?.unclosed.map((day) => (
        <UnclosedDay key={day} day={day} />
      ))}
      <div className={css.columns}>
        {booth !== null && shift !== null && <DayCard shift={shift} />}
        <OperatorCard />
        <BoothCard booth={booth} />
      </div>
    </Page>
  );
}
