import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BoothView, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Facts } from '../ui/Facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import { BoothForm } from './BoothForm.tsx';
import css from './Shift.module.css';

/** The booth where this laptop stands, the others that were set up, and the way to set one up. */
export function BoothCard({ booth }: { readonly booth: BoothView | null }) {
  const { t } = useWords();
  const { kit, duty } = useSession();
  const [booths, setBooths] = useState<readonly BoothView[]>([]);
  const [editing, setEditing] = useState<BoothView | 'new' | null>(null);
  const [error, setError] = useState<WireFailure | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a booth that was set up or changed asks again
  useEffect(() => {
    void kit.request('booth.list', {}).then((reply) => {
      if (reply.ok) setBooths(reply.value.booths);
      else setError(reply.error);
    });
  }, [kit, booth]);
  const use = async (code: string | null) => setError(await duty.set({ booth: code }));
  const others = booths.filter(({ code }) => code !== booth?.code);
  return (
    <Card title={t('shift.booth')}>
      {booth === null ? (
        <p className={css.soft}>{t('shift.boothNone')}</p>
      ) : (
        <>
          <p>
            <b>{t('shift.boothNow', { booth: booth.code, name: booth.name })}</b>
          </p>
          <Facts>
            {booth.place !== '' && (
              <>
                <dt>{t('shift.place')}</dt>
                <dd>{booth.place}</dd>
              </>
            )}
            <dt>{t('shift.host')}</dt>
            <dd>{booth.unionName}</dd>
          </Facts>
        </>
      )}
      <p className={css.row}>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
          {t('shift.add')}
        </Button>
        {booth !== null && (
          <>
            <Button variant="default" onClick={() => setEditing(booth)}>
              {t('shift.edit')}
            </Button>
            <Button variant="default" onClick={() => void use(null)}>
              {t('shift.leave')}
            </Button>
          </>
        )}
      </p>
      {editing !== null && (
        <BoothForm
          key={editing === 'new' ? '' : editing.code}
          booth={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
        />
      )}
      {others.length > 0 && (
        <>
          <h3>{t('shift.others')}</h3>
          <ul className={css.booths}>
            {others.map(({ code, name, unionName }) => (
              <li key={code}>
                <span>
                  <b>{t('shift.boothNow', { booth: code, name })}</b>
                  <br />
                  <small>{unionName}</small>
                </span>
                <Button variant="default" onClick={() => void use(code)}>
                  {t('shift.use')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {error !== null && <FailureNotice error={error} />}
    </Card>
  );
}
