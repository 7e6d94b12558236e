import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import type { RosterResult, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { base64Of } from '../ui/files.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/figures.ts';
import { useWords } from '../words/index.ts';
import css from './Unions.module.css';

type Import =
  | { readonly at: 'rest' }
  | { readonly at: 'reading'; readonly file: string }
  | { readonly at: 'done'; readonly file: string; readonly result: RosterResult }
  | { readonly at: 'failed'; readonly error: WireFailure };

/** A file goes in by the picker or by dropping it; what came of each row comes out. */
export function RosterImport({ onImported }: { readonly onImported: () => void }) {
  const { t } = useWords();
  const { kit } = useSession();
  const [state, setState] = useState<Import>({ at: 'rest' });
  // A browser says nothing when the file of before is chosen again, which is what somebody does who has mended it.
  const empty = useRef<() => void>(null);

  const bring = async (file: File | null | undefined) => {
    if (!file) return;
    setState({ at: 'reading', file: file.name });
    const base64 = await base64Of(file);
    const reply = await kit.request('roster.import', { fileName: file.name.slice(-255), base64 });
    if (!reply.ok) return setState({ at: 'failed', error: reply.error });
    setState({ at: 'done', file: file.name, result: reply.value });
    onImported();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void bring(event.dataTransfer.files[0]);
  };

  return (
    <Card title={t('unions.import')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div className={css.drop} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <FileButton
          resetRef={empty}
          onChange={(file) => {
            void bring(file);
            empty.current?.();
          }}
          accept=".csv,.xlsx,.txt"
          inputProps={{ 'aria-label': t('unions.file') }}
        >
          {(props) => (
            <Button {...props} leftSection={<Icon name="upload" />} loading={state.at === 'reading'}>
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
        {state.at === 'reading' && <p>{t('unions.reading', { file: state.file })}</p>}
        {state.at === 'done' && <Imported file={state.file} result={state.result} />}
      </div>
      {state.at === 'failed' && <FailureNotice error={state.error} />}
    </Card>
  );
}

function Imported({ file, result }: { readonly file: string; readonly result: RosterResult }) {
  const { t, language } = useWords();
  const sums = [
    { key: 'added', tone: 'good', value: result.added },
    { key: 'changed', tone: 'fair', value: result.changed },
    { key: 'unchanged', tone: 'plain', value: result.unchanged },
    { key: 'rejected', tone: result.rejectedTotal > 0 ? 'bad' : 'plain', value: result.rejectedTotal },
  ] as const;
  return (
    <>
      <h3>{t('unions.done', { file })}</h3>
      <dl className={css.sums}>
        {sums.map(({ key, tone, value }) => (
          <div key={key} data-tone={tone} data-sum={key}>
            <dd>{figure(value, language)}</dd>
            <dt>{t(`unions.${key}`)}</dt>
          </div>
        ))}
      </dl>
      {result.rejected.length > 0 && <Rejected result={result} />}
    </>
  );
}

function Rejected({ result }: { readonly result: RosterResult }) {
  const { t, of, language } = useWords();
  return (
    <>
      <h3>{t('unions.rejectedTitle')}</h3>
      <p>{t('unions.rejectedLead')}</p>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('unions.row')}</th>
              <th scope="col">{t('unions.why')}</th>
              <th scope="col">{t('unions.todo')}</th>
            </tr>
          </thead>
          <tbody>
            {result.rejected.map(({ row, code, words }) => (
              <tr key={`${row} ${code}`}>
                <td className={css.number}>{row}</td>
                <td>{of(words.what)}</td>
                <td>{of(words.todo)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {result.rejectedTotal > result.rejected.length && (
        <p>
          {t('unions.rejectedCut', {
            shown: figure(result.rejected.length, language),
            number: figure(result.rejectedTotal, language),
          })}
        </p>
      )}
    </>
  );
}
