import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { WireFailure } from '../../preload/contract.ts';
import { RadioCard } from '../radio/RadioCard.tsx';
import { DayStart } from '../shift/DayStart.tsx';
import { useKit, useSession } from '../state/session.ts';
import { Facts } from '../ui/Facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card, Page } from '../ui/Page.tsx';
import { type Language, languages, speak, useWords } from '../words/index.ts';
import { Backups } from './Backups.tsx';
import css from './Settings.module.css';
import { VerifyLog } from './VerifyLog.tsx';

/** Language, world, where the data lies, and what the kit keeps. */
export default function Settings() {
  const { t, language } = useWords();
  const about = useKit((state) => state.about);
  const support = useKit((state) => state.campaign?.support);
  return (
    <Page title={t('settings.title')}>
      <div className={css.columns}>
        <Card title={t('settings.language')}>
          <SegmentedControl
            size="lg"
            fullWidth
            aria-label={t('settings.language')}
            value={language}
            onChange={(value) => speak(value as Language)}
            data={languages.map((value) => ({ value, label: <span lang={value}>{t(`settings.${value}`)}</span> }))}
          />
        </Card>
        <World />
        <DayStart />
      </div>
      <RadioCard />
      <div className={css.columns}>
        <Card title={t('settings.folder')}>
          <p className={css.soft}>{t('settings.folderText')}</p>
          <Folder path={about?.dataFolder ?? ''} />
        </Card>
        <VerifyLog />
        <Backups />
        <Card title={t('settings.keeps')}>
          <p>{t('settings.keepsText')}</p>
        </Card>
        <Card title={t('settings.about')}>
          <Facts>
            <dt>{t('settings.version')}</dt>
            <dd>{about?.version}</dd>
            <dt>{t('settings.machine')}</dt>
            <dd>
              <code>{about?.machine}</code>
            </dd>
            <dt>{t('settings.support')}</dt>
            <dd>
              {support?.phone} · {support?.email}
            </dd>
          </Facts>
        </Card>
      </div>
    </Page>
  );
}

function World() {
  const { t } = useWords();
  const { enter } = useSession();
  const world = useKit((state) => state.about?.world ?? 'real');
  const [error, setError] = useState<WireFailure | null>(null);
  const other = world === 'real' ? 'practice' : 'real';
  return (
    <Card title={t('settings.world')}>
      <p>
        <b>{t('settings.worldNow', { world: t(`settings.${world}`) })}</b>
      </p>
      <p className={css.soft}>{t('settings.worldText')}</p>
      {error !== null && <FailureNotice error={error} />}
      <p>
        <Button variant="default" leftSection={<Icon name="swap" />} onClick={() => void enter(other).then(setError)}>
          {other === 'practice' ? t('settings.toPractice') : t('settings.toReal')}
        </Button>
      </p>
    </Card>
  );
}

function Folder({ path }: { readonly path: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div className={css.folder}>
      <code>{path}</code>
      <Button
        variant="default"
        leftSection={<Icon name={copied ? 'tick' : 'folder'} />}
        onClick={() =>
          void navigator.clipboard.writeText(path).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {copied ? t('settings.copied') : t('settings.copy')}
      </Button>
    </div>
  );
}
