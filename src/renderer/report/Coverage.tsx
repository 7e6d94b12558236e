import { workingOutcomes } from '../../core/campaign/campaign.ts';
import { percent, sumOf } from '../../core/figures/figures.ts';
import type { Status } from '../../preload/contract/status.ts';
import { useKit } from '../state/session.ts';
import { Card } from '../ui/Page.tsx';
import { figure, percentage } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Report.module.css';

/** One numerator, named, over each denominator, named; what is not given stays "not given", never zero (law 7). */
export function Coverage({ status }: { readonly status: Status }) {
  const { t, of, language } = useWords();
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  const installed = workingOutcomes({ outcomes });
  const part = sumOf(
    status.counted,
    installed.map(({ code }) => code),
  );
  return (
    <Card title={t('report.coverage')}>
      <p>
        {t('report.coverageLead', {
          numerator: installed.map(({ short }) => of(short)).join(t('report.numeratorAnd')),
          number: figure(part, language),
        })}
      </p>
      <table className={css.coverage}>
        <thead>
          <tr>
            <th scope="col">{t('report.denominator')}</th>
            <th scope="col">{t('report.people')}</th>
            <th scope="col">{t('report.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {(['workers', 'members', 'smartphones'] as const).map((key) => {
            const whole = status.workforce[key];
            const rate = percent({ part, whole });
            return (
              <tr key={key}>
                <th scope="row">{t(`report.${key}`)}</th>
                <td>{whole === null ? t('report.unknown') : figure(whole, language)}</td>
                <td>
                  {rate === null ? '–' : <b>{percentage(rate, language)}</b>}
                  {rate !== null && rate > 100 && <small>{t('report.over')}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
