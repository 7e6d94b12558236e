import { SegmentedControl } from '@mantine/core';
import type { FigureChoice, ReportDesk } from '../../preload/contract.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Parts.module.css';
import { useAct } from './use-act.ts';

/** Counted and declared numbers side by side; the signer's choice is kept with who made it. */
export function Choices({ desk, onDone }: { readonly desk: ReportDesk; readonly onDone: () => void }) {
  const { t, of, language } = useWords();
  const act = useAct();
  const number = (value: number | null): string =>
    value === null ? t('report.choices.none') : figure(value, language);
  const choose = async (choice: FigureChoice, source: string) => {
    const figures = { [choice.figure]: source === 'counted' || source === 'declared' ? source : null };
    if ((await act.run('report.choose', { union: desk.union, figures })) !== null) onDone();
  };
  return (
    <Card title={t('report.choices.title')}>
      <p className={css.soft}>{t('report.choices.lead')}</p>
      {act.error !== null && <FailureNotice error={act.error} />}
      {desk.choices.length === 0 ? (
        <p>{t('report.choices.empty')}</p>
      ) : (
        <ul className={css.choices}>
          {desk.choices.map((choice) => (
            <li key={choice.figure}>
              <b>{of(choice.label)}</b>
              <SegmentedControl
                fullWidth
                size="md"
                aria-label={of(choice.label)}
                disabled={act.busy}
                value={choice.source ?? 'open'}
                onChange={(source) => void choose(choice, source)}
                data={[
                  { value: 'counted', label: `${t('report.choices.counted')}: ${number(choice.counted)}` },
                  { value: 'declared', label: `${t('report.choices.declared')}: ${number(choice.declared)}` },
                  { value: 'open', label: t('report.choices.open') },
                ]}
              />
              <small>
                {of(choice.countedLabel)}
                {choice.by !== null && ` · ${t('report.choices.by', { by: choice.by })}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
