import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { NOTE_MAX } from '../../core/base/limits.ts';
import type { Finding, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { moment } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Figures.module.css';

interface Props {
  readonly union: string;
  readonly findings: readonly Finding[];
  /** All findings of the union, once a person has taken one upon themselves. */
  readonly onAccepted: (findings: Finding[]) => void;
}

/** What may be wrong with a union's figures, and what somebody took upon themselves. */
export function Findings({ union, findings, onAccepted }: Props) {
  const { t } = useWords();
  return (
    <Card title={t('figures.findings.title')}>
      <p>{t('figures.findings.lapses')}</p>
      {findings.length === 0 && <Notice tone="good" icon="tick" what={t('figures.findings.none')} />}
      <FindingList union={union} findings={findings} onAccepted={onAccepted} />
    </Card>
  );
}

export function FindingList({ union, findings, onAccepted }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul className={css.findings}>
      {findings.map((finding) => (
        <li key={finding.id} data-finding={finding.id}>
          <One union={union} finding={finding} onAccepted={onAccepted} />
        </li>
      ))}
    </ul>
  );
}

type OneProps = Omit<Props, 'findings'> & { readonly finding: Finding };

function One({ union, finding: { id, severity, words, accepted }, onAccepted }: OneProps) {
  const { t, of } = useWords();
  const tone = accepted !== null ? 'plain' : severity === 'block' ? 'bad' : 'warn';
  return (
    <div className={css.finding} data-tone={tone}>
      <p className={css.severity}>
        <Icon name={accepted !== null ? 'tick' : severity === 'block' ? 'blocked' : 'warning'} size="1.25rem" />
        {t(`figures.findings.${accepted !== null ? 'taken' : severity}`)}
      </p>
      <p>
        <b>{of(words.what)}</b> {accepted === null && of(words.todo)}
      </p>
      {accepted !== null && (
        <p>
          {t('figures.findings.acceptedBy', {
            why: accepted.why,
            by: accepted.by ?? t('figures.findings.nobody'),
            at: moment(accepted.at),
          })}
        </p>
      )}
      {accepted === null && severity === 'warn' && (
        <Accept union={union} id={id} what={of(words.what)} onAccepted={onAccepted} />
      )}
    </div>
  );
}

type AcceptProps = Omit<Props, 'findings'> & { readonly id: string; readonly what: string };

/** Takes a warning upon oneself: a reason, then a button. Not a form of its own, since it may stand inside one. */
function Accept({ union, id, what, onAccepted }: AcceptProps) {
  const { t } = useWords();
  const { kit } = useSession();
  const [why, setWhy] = useState('');
  const [error, setError] = useState<WireFailure | null>(null);
  const accept = async () => {
    const reply = await kit.request('warning.accept', { union, id, why });
    setError(reply.ok ? null : reply.error);
    if (reply.ok) onAccepted(reply.value.findings);
  };
  return (
    <>
      <div className={css.accept}>
        <TextInput
          aria-label={`${t('figures.findings.why')}: ${what}`}
          placeholder={t('figures.findings.why')}
          value={why}
          maxLength={NOTE_MAX}
          onChange={(event) => setWhy(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void accept();
          }}
        />
        <Button variant="default" aria-label={t('figures.findings.acceptFor', { what })} onClick={() => void accept()}>
          {t('figures.findings.accept')}
        </Button>
      </div>
      {error !== null && <FailureNotice error={error} />}
    </>
  );
}
