import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Reply, RequestOut } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Settings.module.css';

type Verified = Reply<RequestOut<'log.verify'>>;

/** Replays the log on demand, so that a person who signs can see that the numbers stand. */
export function VerifyLog() {
  const { t, language } = useWords();
  const { kit } = useSession();
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<Verified | null>(null);
  const verify = async () => {
    setBusy(true);
    setReply(await kit.request('log.verify', {}));
    setBusy(false);
  };
  return (
    <Card title={t('settings.log')}>
      <p className={css.soft}>{t('settings.logText')}</p>
      <p>
        <Button variant="default" leftSection={<Icon name="shield" />} loading={busy} onClick={() => void verify()}>
          {busy ? t('settings.verifying') : t('settings.verify')}
        </Button>
      </p>
      {reply?.ok === false && <FailureNotice error={reply.error} />}
      {reply?.ok === true && reply.value.ok && (
        <Notice
          tone="good"
          icon="tick"
          what={t('settings.verified', {
            events: figure(reply.value.events, language),
            machines: figure(reply.value.machines, language),
          })}
        />
      )}
      {reply?.ok === true && !reply.value.ok && <Notice tone="bad" what={t('settings.faults')} />}
    </Card>
  );
}
