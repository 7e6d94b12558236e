import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { base64Of, saveAs } from '../ui/files.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';
import css from './Form.module.css';
import { useAct } from './use-act.ts';

type Said =
  | { readonly what: 'saved'; readonly name: string }
  | { readonly what: 'loaded'; readonly name: string; readonly changed: number }
  | { readonly what: 'unreadable'; readonly name: string };

/** Carries the whole form to another laptop, or to the units below, and takes one in. */
export function FormFile({ union, onLoaded }: { readonly union: string; readonly onLoaded: () => void }) {
  const { t } = useWords();
  const act = useAct();
  const [said, setSaid] = useState<Said | null>(null);
  // A browser says nothing when the file of before is chosen again, which is what somebody does who has mended it.
  const empty = useRef<() => void>(null);
  const save = async () => {
    setSaid(null);
    const file = await act.run('form.file', { union });
    if (file === null) return;
    saveAs(file.name, file.base64);
    setSaid({ what: 'saved', name: file.name });
  };
  const load = async (chosen: File | null) => {
    if (chosen === null) return;
    setSaid(null);
    const { name } = chosen;
    const base64 = await base64Of(chosen).catch(() => null);
    if (base64 === null) return setSaid({ what: 'unreadable', name });
    const loaded = await act.run('form.load', { union, fileName: name.slice(-255), base64 });
    if (loaded === null) return;
    setSaid({ what: 'loaded', name, changed: loaded.changed });
    onLoaded();
  };
  return (
    <section className={css.file} aria-label={t('report.form.file')}>
      <h3>{t('report.form.file')}</h3>
      <p>{t('report.form.fileLead')}</p>
      <p className={css.buttons}>
        <Button variant="default" leftSection={<Icon name="save" />} loading={act.busy} onClick={() => void save()}>
          {t('report.form.toFile')}
        </Button>
        <FileButton
          resetRef={empty}
          accept=".json,application/json"
          onChange={(chosen) => {
            void load(chosen);
            empty.current?.();
          }}
          inputProps={{ 'aria-label': t('report.form.fromFile') }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<Icon name="upload" />} loading={act.busy}>
              {t('report.form.fromFile')}
            </Button>
          )}
        </FileButton>
      </p>
      {act.error !== null && <FailureNotice error={act.error} />}
      {said?.what === 'unreadable' && (
        <Notice tone="bad" what={t('unions.unreadable', { file: said.name })} todo={t('unions.unreadableTodo')} />
      )}
      <div role="status">
        {said?.what === 'saved' && <p>{t('report.saved', { name: said.name })}</p>}
        {said?.what === 'loaded' && <p>{t('report.form.loaded', { file: said.name, number: said.changed })}</p>}
      </div>
    </section>
  );
}
