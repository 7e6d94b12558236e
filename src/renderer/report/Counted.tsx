import { daysBetween, shortDate } from '../../core/day.ts';
import { sumOf } from '../../core/figures.ts';
import type { Status } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { Card } from '../ui/Page.tsx';
import { toneIcons } from '../ui/tones.ts';
import { figure } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import css from './Report.module.css';

/** Counted people by outcome, and how the days of the drive went. */
export function Counted({ status }: { readonly status: Status }) {
  const { t, of, language } = useWords();
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  const all = sumOf(status.counted, Object.keys(status.counted));
  return (
    <Card title={t('report.counted')}>
      <dl className={css.counted}>
        {outcomes.map(({ code, label, tone }) => (
          <div key={code} data-tone={tone}>
            <dt>
              <Icon name={toneIcons[tone]} size="1.25rem" />
              {of(label)}
            </dt>
            <dd>{figure(status.counted[code] ?? 0, language)}</dd>
          </div>
        ))}
        <div className={css.sum}>
          <dt>{t('report.total')}</dt>
          <dd>{figure(all, language)}</dd>
        </div>
      </dl>
      <Days status={status} />
    </Card>
  );
}

function Days({ status }: { readonly status: Status }) {
  const { t, language } = useWords();
  const span = useKit((state) => state.campaign?.days);
  const today = useKit((state) => state.counts?.day ?? state.about?.today ?? '');
  if (span === undefined) return null;
  const days = daysBetween(span.first, span.last);
  const of = (day: string): number => {
    const totals = status.byDay[day] ?? {};
    return sumOf(totals, Object.keys(totals));
  };
  const late = Object.keys(status.byDay).filter((day) => !days.includes(day));
  const outside = late.reduce((sum, day) => sum + of(day), 0);
  // A day that has not come is not a day with nobody (law 7).
  const rows = [
    ...days.map((day) => ({ name: shortDate(day).replace(/\/\d+$/, ''), value: day > today ? null : of(day) })),
    ...(outside > 0 ? [{ name: t('report.outside'), value: outside }] : []),
  ];
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <table className={css.days}>
      <caption>{t('report.byDay')}</caption>
      <tbody>
        {rows.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <span className={css.bar} style={{ width: `${((value ?? 0) / most) * 100}%` }} />
            </td>
            <td>{value === null ? <small>{t('report.notYet')}</small> : figure(value, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
