import { sumOf } from '../../core/figures/figures.ts';
import type { Status } from '../../preload/contract/status.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { Card } from '../ui/Page.tsx';
import { toneIcons } from '../ui/tones.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { DaysChart } from './DaysChart.tsx';
import css from './Report.module.css';

/** Counted people by outcome, and how the days of the drive went. */
export function Counted({ desk, status }: { readonly desk: ReportDesk; readonly status: Status }) {
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
      <DaysChart desk={desk} />
    </Card>
  );
}
