import { daysUntil, shortDate } from '../../core/base/day.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import { Notice } from '../ui/Notice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { deadlineSays } from './deadline-says.ts';

/** The last day on which this union's report is on time; the kit counts, the person need not. */
export function Deadline({ desk: { due, today, urgency, arrival, late } }: { readonly desk: ReportDesk }) {
  const { t, language } = useWords();
  if (arrival !== null) {
    const day = shortDate(arrival.on);
    return (
      <Notice
        tone={late ? 'warn' : 'good'}
        icon={late ? 'warning' : 'tick'}
        what={t(late ? 'report.board.wasLate' : 'report.board.onTime', { day })}
        todo={[...(arrival.symbol === null ? [] : [arrival.symbol]), t('report.due', { day: shortDate(due) })].join(
          ' · ',
        )}
      />
    );
  }
  const left = daysUntil(today, due);
  const days = figure(left, language);
  const looks = {
    open: { tone: 'fair', icon: 'clock', words: t('report.open', { days }) },
    near: { tone: 'warn', icon: 'warning', words: t('report.near', { days }) },
    lastDay: { tone: 'warn', icon: 'warning', words: t('report.lastDay') },
    late: { tone: 'bad', icon: 'warning', words: t('report.late') },
  } as const;
  const { tone, icon, words } = looks[deadlineSays({ state: urgency, daysLeft: left })];
  return <Notice tone={tone} icon={icon} what={words} todo={t('report.due', { day: shortDate(due) })} />;
}
