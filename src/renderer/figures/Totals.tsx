import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { Denominator, Live } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Bars } from '../ui/Bars.tsx';
import { Facts } from '../ui/Facts.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { Coverage } from './Coverage.tsx';
import css from './Figures.module.css';
import { Outcomes } from './Outcomes.tsx';
import { allOf, dayName, daysOf, dayValues, hourValues } from './totals-values.ts';

/** What was counted for a union and all below it, as it comes in. Every tally of any window asks the kit again. */
export function Totals({ union }: { readonly union: string }) {
  const { t } = useWords();
  const counts = useKit((state) => state.counts);
  const today = counts?.day ?? '';
  // `null` follows the working day over midnight.
  const [day, setDay] = useState<string | null>(null);
  const [denominator, setDenominator] = useState<Denominator>('roster.workers');
  const { value: live, error } = useAsked('totals.get', { union, day, denominator }, counts);
  if (live === null) return error === null ? null : <FailureNotice error={error} />;
  return (
    <div className={css.stack}>
      {error !== null && <FailureNotice error={error} />}
      <div className={css.lead}>
        <NativeSelect
          size="lg"
          label={t('figures.totals.day')}
          value={day ?? today}
          onChange={(event) => setDay(event.currentTarget.value === today ? null : event.currentTarget.value)}
          data={daysOf(live, today).map((value) => ({
            value,
            label: value === today ? `${shortDate(value)} (${t('figures.totals.today')})` : shortDate(value),
          }))}
        />
        <p>{t('figures.totals.lead')}</p>
      </div>
      <div className={css.columns}>
        <div>
          <Outcomes live={live} />
          <Reasons live={live} />
          <Reach live={live} />
        </div>
        <div>
          <Coverage coverage={live.coverage} onChoose={setDenominator} />
          <Days live={live} today={today} />
          <Hours live={live} />
        </div>
      </div>
    </div>
  );
}

function Reasons({ live: { byReason } }: { readonly live: Live }) {
  const { t, of } = useWords();
  const reasons = useKit((state) => state.campaign?.reasons ?? []);
  const bars = Object.entries(byReason)
    .filter(([, value]) => value !== 0)
    .sort(([, a], [, b]) => b - a)
    .map(([code, value]) => {
      const label = reasons.find((reason) => reason.code === code)?.label;
      return { key: code, name: label === undefined ? code : of(label), value, tone: 'warn' as const };
    });
  return (
    <Card>
      {bars.length === 0 ? (
        <p>{t('figures.totals.noReason')}</p>
      ) : (
        <Bars caption={t('figures.totals.byReason')} bars={bars} />
      )}
    </Card>
  );
}

/** The days of the campaign; what came before and after stands apart and in no day's bar. */
function Days({ live, today }: { readonly live: Live; readonly today: string }) {
  const { t } = useWords();
  const days = dayValues(live, today).map(({ day, value }) => ({
    key: day,
    name: dayName(day),
    value,
    none: t('figures.totals.notYet'),
  }));
  const apart = [
    { key: 'late', name: t('figures.totals.late'), value: allOf(live.late), tone: 'warn' as const },
    { key: 'early', name: t('figures.totals.early'), value: allOf(live.early), tone: 'warn' as const },
  ];
  return (
    <Card>
      <Bars caption={t('figures.totals.byDay')} bars={[...days, ...apart]} />
    </Card>
  );
}

function Hours({ live }: { readonly live: Live }) {
  const { t } = useWords();
  const { hours, none } = hourValues(live);
  const bars = [
    ...hours.map(({ hour, value }) => ({ key: String(hour), name: t('figures.totals.hour', { hour }), value })),
    ...(none === 0 ? [] : [{ key: 'none', name: t('figures.totals.noHour'), value: none, tone: 'plain' as const }]),
  ];
  const caption = t('figures.totals.byHour', { day: shortDate(live.day) });
  return (
    <Card {...(bars.length === 0 ? { title: caption } : {})}>
      {bars.length === 0 ? <p>{t('figures.totals.noTally')}</p> : <Bars caption={caption} bars={bars} />}
    </Card>
  );
}

function Reach({ live: { grassroots, checks } }: { readonly live: Live }) {
  const { t, language } = useWords();
  return (
    <Card>
      <Facts stacked>
        <dt>{t('figures.totals.grassroots')}</dt>
        <dd>
          {t('figures.totals.grassrootsOf', {
            active: figure(grassroots.active, language),
            total: figure(grassroots.total, language),
          })}
        </dd>
        <dt>{t('figures.totals.checks')}</dt>
        <dd>{figure(allOf(checks), language)}</dd>
      </Facts>
    </Card>
  );
}
