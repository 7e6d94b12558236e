import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReportDesk, RequestOut } from '../../preload/contract.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { Files, paperFormats } from './MakeReport.tsx';
import css from './Parts.module.css';
import frame from './Report.module.css';
import { useAct } from './use-act.ts';

/** Texts for an e-mail and for a chat, and the small documents beside a report. */
export function Texts({ desk }: { readonly desk: ReportDesk }) {
  const { t } = useWords();
  return (
    <div className={frame.columns}>
      <div>
        <Copied title={t('report.texts.summary')} text={desk.summary} />
        <Copied title={t('report.texts.chat')} text={desk.chat} />
      </div>
      <div>
        <Documents union={desk.union} standing={desk.reports.find(({ replacedBy }) => replacedBy === null) ?? null} />
      </div>
    </div>
  );
}

function Copied({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <Card title={title}>
      <p className={css.text} lang="vi">
        {text}
      </p>
      <p className={css.actions}>
        <Button
          variant="default"
          leftSection={<Icon name={state === 'copied' ? 'tick' : 'paper'} />}
          aria-label={t('report.texts.copyOf', { what: title })}
          onClick={() => void copy()}
        >
          {t('report.texts.copy')}
        </Button>
        <span role="status">{state === 'copied' && t('report.texts.copied')}</span>
      </p>
      {state === 'failed' && <Notice tone="warn" what={t('report.texts.failed')} />}
    </Card>
  );
}

function Documents({
  union,
  standing,
}: {
  readonly union: string;
  readonly standing: ReportDesk['reports'][0] | null;
}) {
  const { t } = useWords();
  const act = useAct();
  const [files, setFiles] = useState<RequestOut<'report.make'>['files']>([]);
  const make = async (kind: 'quick' | 'letter') => {
    const report = kind === 'letter' ? (standing?.ref ?? null) : null;
    const made = await act.run('report.make', { union, formats: paperFormats, kind, report });
    if (made !== null) setFiles([...made.files, ...files]);
  };
  return (
    <Card title={t('report.texts.documents')}>
      <p className={css.soft}>{t('report.texts.documentsLead')}</p>
      <p className={css.actions}>
        {(['quick', 'letter'] as const).map((kind) => (
          <Button key={kind} leftSection={<Icon name="paper" />} loading={act.busy} onClick={() => void make(kind)}>
            {t('report.texts.make', { what: t(`report.preview.${kind}`).toLocaleLowerCase() })}
          </Button>
        ))}
      </p>
      {act.error !== null && <FailureNotice error={act.error} />}
      {files.length > 0 && <Files files={files} />}
    </Card>
  );
}
