import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { shortDate } from '../../core/base/day.ts';
import type { Shift } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Facts } from '../ui/Facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { Card } from '../ui/Page.tsx';
import type { Tone } from '../ui/tones.ts';
import { clockTime, figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { CloseDay } from './CloseDay.tsx';
import { OpenDay } from './OpenDay.tsx';
import css from './Shift.module.css';

const tones: Readonly<Record<Shift['state'], Tone>> = { fresh: 'plain', open: 'good', closed: 'fair' };

/** One day of this booth: what the kit has counted, who opened and closed it, and the next step. */
export function DayCard({ shift }: { readonly shift: Shift }) {
  const { t, of, language } = useWords();
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  const { day, state, kit, byOutcome, operators, opened, closed } = shift;
  const momentOf = ({ at, by }: { readonly at: string; readonly by: string | null }) => ({
    time: clockTime(at),
    by: by ?? t('shift.nobody'),
  });
  return (
    <Card title={t('shift.day', { day: shortDate(day) })}>
      <p className={css.state} data-tone={tones[state]} role="status">
        <Icon name={state === 'closed' ? 'tick' : 'clock'} size="1.25rem" /> {t(`shift.state.${state}`)}
      </p>
      <p className={css.kit}>
        <span className={css.soft}>{t('shift.kit')}</span>
        <b>{t('shift.turns', { number: figure(kit, language) })}</b>
      </p>
      <Facts>
        {outcomes
          .filter(({ code }) => byOutcome[code] !== undefined)
          .map(({ code, label }) => [
            <dt key={`${code} what`}>{of(label)}</dt>,
            <dd key={code}>{figure(byOutcome[code] ?? 0, language)}</dd>,
          ])}
        {operators.length > 0 && (
          <>
            <dt>{t('shift.onDuty')}</dt>
            <dd>{operators.join(', ')}</dd>
          </>
        )}
      </Facts>
      {opened !== null && <p className={css.soft}>{t('shift.openedAt', momentOf(opened))}</p>}
      {closed !== null && (
        <>
          <p>
            {t('shift.closedAt', momentOf(closed))}.{' '}
            <b>
              {closed.hand === null
                ? t('shift.kitOnly', { kit: figure(closed.kit, language) })
                : t('shift.both', { kit: figure(closed.kit, language), hand: figure(closed.hand, language) })}
            </b>
          </p>
          {closed.note !== null && <p>{t('shift.noteWas', { note: closed.note })}</p>}
          <p className={css.soft}>{t('shift.closedStill')}</p>
        </>
      )}
      {state === 'open' ? <CloseDay day={day} kit={kit} first /> : <OpenDay again={state === 'closed'} />}
    </Card>
  );
}

/** A day before today that was opened and never closed: offered until somebody has confirmed its count. */
export function UnclosedDay({ day }: { readonly day: string }) {
  const { t, language } = useWords();
  const { kit, duty } = useSession();
  const [shift, setShift] = useState<Shift | null>(null);
  const today = useStore(duty.store, (state) => state.shift);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes today may have changed that day
  useEffect(() => {
    void kit.request('shift.get', { day }).then((reply) => setShift(reply.ok ? reply.value : null));
  }, [kit, day, today]);
  if (shift === null || shift.state !== 'open') return null;
  return (
    <Card title={t('shift.unclosed', { day: shortDate(day) })}>
      <p className={css.kit}>
        <span className={css.soft}>{t('shift.kit')}</span>
        <b>{t('shift.turns', { number: figure(shift.kit, language) })}</b>
      </p>
      <CloseDay day={day} kit={shift.kit} />
    </Card>
  );
}
