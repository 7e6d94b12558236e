import { Button } from '@mantine/core';
import { useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { IssuedReport, ReportDesk, RequestOut } from '../../preload/contract.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { changesText } from './changes-text.ts';
import { allFormats, Files } from './MakeReport.tsx';
import css from './Parts.module.css';
import { useAct } from './use-act.ts';

/** Reports that got their number, newest first, each with its way from issued to locked. */
export function Life({ desk, onDone }: { readonly desk: ReportDesk; readonly onDone: () => void }) {
  const { t } = useWords();
  return (
    <Card title={t('report.life.title')}>
      <div aria-live="polite" className={css.life}>
        {desk.reports.length === 0 && <p className={css.soft}>{t('report.life.none')}</p>}
        {desk.reports.map((report) => (
          <One key={report.symbol} report={report} onDone={onDone} />
        ))}
      </div>
    </Card>
  );
}

function One({ report, onDone }: { readonly report: IssuedReport; readonly onDone: () => void }) {
  const { t, of, language } = useWords();
  const act = useAct();
  const [files, setFiles] = useState<RequestOut<'report.make'>['files']>([]);
  const { symbol, next } = report;
  const move = async (state: NonNullable<typeof next>) => {
    if ((await act.run('report.move', { report: report.ref, state })) !== null) onDone();
  };
  const make = async () => {
    const made = await act.run('report.make', { union: report.union, formats: allFormats, report: report.ref });
    if (made !== null) setFiles(made.files);
  };
  return (
    <article aria-label={symbol} data-gone={report.replacedBy !== null || undefined}>
      <header>
        <h3>{symbol}</h3>
        <b className={css.state}>{t(`report.life.state.${report.state}`)}</b>
        <span data-tone={report.late ? 'bad' : 'good'}>
          {t(report.late ? 'report.life.late' : 'report.life.onTime')}
        </span>
      </header>
      <p>{t('report.life.signed', { day: shortDate(report.issuedOn), signer: report.signer })}</p>
      {report.replaces !== null && <p>{t('report.life.replaces', { symbol: report.replaces })}</p>}
      {report.replacedBy !== null && <p>{t('report.life.replacedBy', { symbol: report.replacedBy })}</p>}
      <ol>
        {report.steps.map(({ state, on, by, note }) => (
          <li key={state}>
            <Icon name="tick" size="1rem" />
            {t(`report.life.state.${state}`)} {t('report.life.on', { day: shortDate(on) })}
            {by !== null && ` · ${t('report.life.by', { by })}`}
            {note !== null && ` · ${note}`}
          </li>
        ))}
      </ol>
      {report.changes.length > 0 && report.replacedBy === null && (
        <Notice
          tone="warn"
          what={t('report.life.changed', { changes: changesText(report.changes, { t, of, language }) })}
        />
      )}
      <p className={css.soft}>
        {t('report.life.digest', { digest: '' })}
        <code>{report.digest.slice(0, 16)}</code>
      </p>
      {act.error !== null && <FailureNotice error={act.error} />}
      <p className={css.actions}>
        {next !== null && (
          <Button
            loading={act.busy}
            aria-label={t('report.life.stepOf', { step: t(`report.life.step.${next}`), symbol })}
            onClick={() => void move(next)}
          >
            {t(`report.life.step.${next}`)}
          </Button>
        )}
        <Button
          variant="default"
          loading={act.busy}
          aria-label={t('report.life.makeOf', { symbol })}
          onClick={() => void make()}
        >
          {t('report.life.make')}
        </Button>
      </p>
      {files.length > 0 && <Files files={files} />}
    </article>
  );
}
