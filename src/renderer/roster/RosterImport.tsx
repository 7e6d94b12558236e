import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import type { RosterPreview, RosterResult, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { base64Of } from '../ui/files.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { Imported } from './Imported.tsx';
import { Preview } from './Preview.tsx';
import css from './Unions.module.css';

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly preview: RosterPreview; readonly applying: boolean }
  | { readonly at: 'done'; readonly result: RosterResult }
  | { readonly at: 'failed'; readonly error: WireFailure }
  | { readonly at: 'unreadable' };

/** Nothing of the file is in the list any more than before: looking again is all that is needed. */
const stale: ReadonlySet<string> = new Set(['roster-changed', 'roster-preview-gone']);

/** A file is looked at first, by the picker or by dropping it; then it goes in as it was shown. */
export function RosterImport({ onImported }: { readonly onImported: () => void }) {
  const { t } = useWords();
  const { kit } = useSession();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const [file, setFile] = useState<File | null>(null);
  // A browser says nothing when the file of before is chosen again, which is what somebody does who has mended it.
  const empty = useRef<() => void>(null);
  const name = file?.name ?? '';

  const look = async (chosen: File | null | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setStep({ at: 'reading' });
    const base64 = await base64Of(chosen).catch(() => null);
    if (base64 === null) return setStep({ at: 'unreadable' });
    const savedAt = new Date(chosen.lastModified).toISOString();
    const reply = await kit.request('roster.preview', { fileName: chosen.name.slice(-255), base64, savedAt });
    setStep(reply.ok ? { at: 'preview', preview: reply.value, applying: false } : { at: 'failed', error: reply.error });
  };
  const apply = async (preview: RosterPreview, conflicts: 'keep' | 'take') => {
    setStep({ at: 'preview', preview, applying: true });
    const reply = await kit.request('roster.apply', { token: preview.token, conflicts });
    if (!reply.ok) return setStep({ at: 'failed', error: reply.error });
    setStep({ at: 'done', result: reply.value });
    onImported();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void look(event.dataTransfer.files[0]);
  };

  return (
    <Card title={t('unions.import')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div className={css.drop} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <FileButton
          resetRef={empty}
          onChange={(chosen) => {
            void look(chosen);
            empty.current?.();
          }}
          accept=".csv,.xlsx,.txt"
          inputProps={{ 'aria-label': t('unions.file') }}
        >
          {(props) => (
            <Button {...props} leftSection={<Icon name="upload" />} loading={step.at === 'reading'}>
              {t('unions.file')}
            </Button>
          )}
        </FileButton>
        <p>
          <span>{t('unions.drop')}</span>
          {t('unions.columns')}
        </p>
      </div>
      <div role="status" className={css.outcome}>
        {step.at === 'reading' && <p>{t('unions.reading', { file: name })}</p>}
        {step.at === 'done' && <Imported file={name} result={step.result} />}
      </div>
      {step.at === 'preview' && (
        <Preview
          key={step.preview.token}
          file={name}
          preview={step.preview}
          applying={step.applying}
          onApply={(conflicts) => void apply(step.preview, conflicts)}
          onCancel={() => setStep({ at: 'rest' })}
        />
      )}
      {step.at === 'unreadable' && (
        <Notice tone="bad" what={t('unions.unreadable', { file: name })} todo={t('unions.unreadableTodo')} />
      )}
      {step.at === 'failed' && (
        <FailureNotice error={step.error}>
          {stale.has(step.error.code) && <Button onClick={() => void look(file)}>{t('unions.preview.again')}</Button>}
        </FailureNotice>
      )}
    </Card>
  );
}
