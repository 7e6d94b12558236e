import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ReportFormat, RequestOut, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { saveAs } from '../ui/files.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Report.module.css';

type ReportFile = RequestOut<'report.make'>['files'][number];

/** The formats as the contract names them; a format that is not written does not stand here either. */
const formats = { docx: true, xlsx: true, pdf: true, csv: true, json: true } as const satisfies Record<
  ReportFormat,
  true
>;
export const allFormats = Object.keys(formats) as ReportFormat[];

/** Formats of a document that is read and signed on paper. */
export const paperFormats: ReportFormat[] = ['docx', 'pdf'];

/** Makes the documents, says where they lie, and hands them to the browser to save. */
export function MakeReport({ union }: { readonly union: string }) {
  const { t } = useWords();
  const { kit } = useSession();
  const [chosen, setChosen] = useState<readonly ReportFormat[]>(allFormats);
  const [making, setMaking] = useState(false);
  const [files, setFiles] = useState<readonly ReportFile[]>([]);
  const [error, setError] = useState<WireFailure | null>(null);

  const make = async () => {
    setMaking(true);
    const reply = await kit.request('report.make', { union, formats: [...chosen] });
    setMaking(false);
    setError(reply.ok ? null : reply.error);
    if (reply.ok) setFiles((made) => [...reply.value.files, ...made]);
  };

  return (
    <Card title={t('report.make')}>
      <fieldset className={css.formats}>
        <legend>{t('report.formats')}</legend>
        {allFormats.map((format) => (
          <Checkbox
            key={format}
            label={t(`report.${format}`)}
            checked={chosen.includes(format)}
            onChange={({ currentTarget }) =>
              setChosen(currentTarget.checked ? [...chosen, format] : chosen.filter((other) => other !== format))
            }
          />
        ))}
      </fieldset>
      <Button
        size="xl"
        leftSection={<Icon name="paper" />}
        disabled={chosen.length === 0}
        loading={making}
        onClick={() => void make()}
      >
        {t('report.make')}
      </Button>
      {error !== null && <FailureNotice error={error} />}
      <section aria-label={t('report.files')} aria-live="polite">
        {files.length === 0 ? <p className={css.soft}>{t('report.filesNone')}</p> : <Files files={files} />}
      </section>
    </Card>
  );
}

/** Files that were made: where they lie, and a way to save a copy from a browser. */
export function Files({ files }: { readonly files: readonly ReportFile[] }) {
  const { t, language } = useWords();
  const { kit } = useSession();
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<WireFailure | null>(null);
  const folder = files[0]?.path.slice(0, -files[0].name.length - 1);
  const save = async (path: string) => {
    const reply = await kit.request('file.read', { path });
    setError(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    saveAs(reply.value.name, reply.value.base64);
    setSaved(reply.value.name);
  };
  return (
    <>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file.path}>
            <Icon name="paper" size="1.75rem" />
            <p>
              <b>{file.name}</b>
              <small>{t('report.size', { size: figure(Math.ceil(file.bytes / 1000), language) })}</small>
            </p>
            <Button
              variant="default"
              leftSection={<Icon name="save" />}
              aria-label={`${t('report.save')}: ${file.name}`}
              onClick={() => void save(file.path)}
            >
              {t('report.save')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.soft}>
        {t('report.filesWhere')} <code>{folder}</code>
      </p>
      {error !== null && <FailureNotice error={error} />}
      <p role="status" className={css.soft}>
        {saved !== null && t('report.saved', { name: saved })}
      </p>
    </>
  );
}
