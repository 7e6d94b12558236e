import { NativeSelect } from '@mantine/core';
import type { Denominator, Coverage as View } from '../../preload/contract.ts';
import { Card } from '../ui/Page.tsx';
import { figure, percentage } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Figures.module.css';

/** The contract's denominators, in order; a missing or a strange one does not compile. */
const denominators = Object.keys({
  'roster.workers': true,
  'roster.members': true,
  'roster.smartphones': true,
  'declared.workers': true,
  'declared.members': true,
  'declared.smartphones': true,
  'declared.reached': true,
} satisfies Record<Denominator, true>) as Denominator[];

/** A rate over a denominator that a person chooses. Both of its parts always stand beside it with their names. */
export function Coverage({
  coverage,
  onChoose,
}: {
  readonly coverage: View;
  readonly onChoose: (denominator: Denominator) => void;
}) {
  const { t, of, language } = useWords();
  const { part, whole, percent } = coverage;
  const unknown = coverage.denominator.startsWith('roster.') ? t('unions.unknown') : t('figures.notReported');
  return (
    <Card title={t('figures.totals.coverage')}>
      <NativeSelect
        size="lg"
        label={t('figures.totals.denominator')}
        value={coverage.denominator}
        onChange={(event) => onChoose(event.currentTarget.value as Denominator)}
        data={denominators.map((value) => ({ value, label: t(`figures.denominators.${value}`) }))}
      />
      <div className={css.coverage} role="status">
        <strong>{percent === null ? '–' : percentage(percent, language)}</strong>
        <dl>
          <dt>{t('figures.totals.part', { label: of(coverage.numeratorLabel) })}</dt>
          <dd>{figure(part, language)}</dd>
          <dt>{t('figures.totals.whole', { label: of(coverage.denominatorLabel) })}</dt>
          <dd>
            {whole.value === null ? unknown : figure(whole.value, language)}
            {whole.from === 'sum' && (
              <small>
                {t('figures.declared.given', {
                  given: figure(whole.given, language),
                  asked: figure(whole.asked, language),
                })}
              </small>
            )}
          </dd>
        </dl>
      </div>
      {percent === null && <p>{t('figures.totals.noWhole')}</p>}
      {percent !== null && percent > 100 && <p className={css.warning}>{t('figures.totals.over')}</p>}
    </Card>
  );
}
