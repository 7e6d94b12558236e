import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { Life } from './Life.tsx';
import css from './Parts.module.css';
import frame from './Report.module.css';
import { useAct } from './use-act.ts';

/** Number, date and signer; then the report is frozen, and goes its way. */
export function IssuePart({ desk, onDone }: { readonly desk: ReportDesk; readonly onDone: () => void }) {
  return (
    <div className={frame.columns}>
      <div>
        <Issue key={desk.nextNumber} desk={desk} onDone={onDone} />
      </div>
      <div>
        <Life desk={desk} onDone={onDone} />
      </div>
    </div>
  );
}

function Issue({ desk, onDone }: { readonly desk: ReportDesk; readonly onDone: () => void }) {
  const { t } = useWords();
  const act = useAct();
  const standing = desk.reports.find(({ replacedBy }) => replacedBy === null);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState(shortDate(desk.today));
  const [signer, setSigner] = useState(desk.signer);
  const [replacing, setReplacing] = useState(false);
  const issue = async (event: FormEvent) => {
    event.preventDefault();
    const issued = await act.run('report.issue', {
      union: desk.union,
      number,
      issuedOn: date,
      signer: signer.trim() === '' ? null : signer,
      replaces: replacing && standing !== undefined ? standing.ref : null,
    });
    if (issued !== null) onDone();
  };
  return (
    <Card title={t('report.issue.title')}>
      <p className={css.soft}>{t('report.issue.lead')}</p>
      {desk.practice && <Notice tone="warn" what={t('report.issue.practice')} />}
      <form className={css.issue} onSubmit={(event) => void issue(event)}>
        <TextInput
          size="lg"
          label={t('report.issue.number')}
          description={t('report.issue.numberHelp', { number: desk.nextNumber, symbol: desk.symbol })}
          value={number}
          maxLength={12}
          autoComplete="off"
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <TextInput
          size="lg"
          label={t('report.issue.date')}
          value={date}
          maxLength={12}
          autoComplete="off"
          onChange={({ currentTarget }) => setDate(currentTarget.value)}
        />
        <TextInput
          size="lg"
          label={t('report.issue.signer')}
          value={signer}
          maxLength={100}
          autoComplete="off"
          onChange={({ currentTarget }) => setSigner(currentTarget.value)}
        />
        {standing !== undefined && (
          <Checkbox
            label={t('report.issue.replaces', { symbol: standing.symbol })}
            checked={replacing}
            onChange={({ currentTarget }) => setReplacing(currentTarget.checked)}
          />
        )}
        {act.error !== null && <FailureNotice error={act.error} />}
        <Button type="submit" size="xl" leftSection={<Icon name="paper" />} loading={act.busy}>
          {t('report.issue.do')}
        </Button>
      </form>
    </Card>
  );
}
