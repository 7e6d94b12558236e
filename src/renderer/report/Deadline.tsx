import { shortDate } from '../../core/day.ts';
import type { Status } from '../../preload/contract.ts';
import { Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import { deadlineSays } from './deadline-says.ts';
import css from './Report.module.css';

/** "Before the 31st" leaves the 30th as the last day; the kit counts, the person need not. */
export function Deadline({ deadline }: { readonly deadline: Status['deadline'] }) {
  const { t, language } = useWords();
  const days = figure(deadline.daysLeft, language);
  const looks = {
    open: { tone: 'fair', icon: 'clock', words: t('report.open', { days }) },
    near: { tone: 'warn', icon: 'warning', words: t('report.near', { days }) },
    lastDay: { tone: 'warn', icon: 'warning', words: t('report.lastDay') },
    late: { tone: 'bad', icon: 'warning', words: t('report.late') },
  } as const;
  const { tone, icon, words } = looks[deadlineSays(deadline)];
  return (
    <Notice tone={tone} icon={icon} what={words} todo={t('report.deadline', { day: shortDate(deadline.dueBefore) })} />
  );
}

/** Who has sent nothing yet, by name. */
export function NotReported({ status }: { readonly status: Status }) {
  const { t, language } = useWords();
  const more = status.notReportedTotal - status.notReported.length;
  return (
    <Card title={`${t('report.notReported')}: ${figure(status.notReportedTotal, language)}`}>
      {status.notReportedTotal === 0 ? (
        <p>{t('report.notReportedNone')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and a keyboard must be able to
        <ul className={css.missing} tabIndex={0} aria-label={t('report.notReported')}>
          {status.notReported.map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
          {more > 0 && <li>{t('report.notReportedCut', { number: figure(more, language) })}</li>}
        </ul>
      )}
    </Card>
  );
}
