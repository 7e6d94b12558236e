import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Reply, RequestOut } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Settings.module.css';

/** Where a second copy of every backup goes, and a backup now. The answer comes once the copies have proved themselves. */
export function Backups() {
  const { t, language } = useWords();
  const { kit } = useSession();
  const dataFolder = useKit((state) => state.about?.dataFolder);
  const [place, setPlace] = useState('');
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<Reply<RequestOut<'backup.make'>> | null>(null);
  useEffect(() => {
    // Each world has a place of its own.
    if (dataFolder === undefined) return;
    setReply(null);
    void kit.request('backup.place', {}).then((stands) => {
      if (stands.ok) setPlace(stands.value.folder ?? '');
    });
  }, [kit, dataFolder]);
  const backUp = async () => {
    setBusy(true);
    const kept = await kit.request('backup.place', { folder: place.trim() || null });
    setReply(kept.ok ? await kit.request('backup.make', {}) : kept);
    setBusy(false);
  };
  return (
    <Card title={t('settings.backups')}>
      <p className={css.soft}>{t('settings.backupsText')}</p>
      <TextInput
        size="lg"
        label={t('settings.backupPlace')}
        value={place}
        maxLength={1_000}
        disabled={busy}
        onChange={({ currentTarget }) => {
          setPlace(currentTarget.value);
          setReply(null);
        }}
      />
      <p>
        <Button variant="default" leftSection={<Icon name="save" />} loading={busy} onClick={() => void backUp()}>
          {t('settings.backupNow')}
        </Button>
      </p>
      {reply?.ok === false && <FailureNotice error={reply.error} />}
      {reply?.ok === true && (
        <Notice
          tone="good"
          icon="tick"
          what={t('settings.backedUp', { events: figure(reply.value.events, language) })}
          todo={reply.value.file}
        />
      )}
    </Card>
  );
}
