import type { Live } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { Card } from '../ui/Page.tsx';
import { Table } from '../ui/Table.tsx';
import { toneIcons } from '../ui/tones.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Figures.module.css';
import { allOf, dayName } from './totals-values.ts';

/** Each outcome on one day, in all, and of the union alone without those below it. */
export function Outcomes({ live }: { readonly live: Live }) {
  const { t, of, language } = useWords();
  const outcomes = useKit((state) => state.campaign?.outcomes ?? []);
  const columns = [live.byDay[live.day] ?? {}, live.byOutcome, live.ownByOutcome];
  return (
    <Card title={t('figures.totals.byOutcome')}>
      <Table data-live="outcomes">
        <thead>
          <tr>
            <th scope="col">{t('figures.totals.outcome')}</th>
            <th scope="col" data-number>
              {t('figures.totals.ofDay', { day: dayName(live.day) })}
            </th>
            <th scope="col" data-number>
              {t('figures.totals.all')}
            </th>
            <th scope="col" data-number>
              {t('figures.totals.own')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ code, label, tone }) => (
            <tr key={code} data-tone={tone} data-outcome={code}>
              <th scope="row">
                <span className={css.outcome}>
                  <Icon name={toneIcons[tone]} size="1.25rem" />
                  {of(label)}
                </span>
              </th>
              {columns.map((totals, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns in a fixed order
                <td key={at} data-number>
                  <b>{figure(totals[code] ?? 0, language)}</b>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('figures.totals.sum')}</th>
            {columns.map((totals, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three columns in a fixed order
              <td key={at} data-number>
                <b>{figure(allOf(totals), language)}</b>
              </td>
            ))}
          </tr>
        </tfoot>
      </Table>
    </Card>
  );
}
