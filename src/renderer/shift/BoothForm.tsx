import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BoothView, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { UnionField } from '../ui/UnionField.tsx';
import { useWords } from '../words/index.ts';
import css from './Shift.module.css';

/** Sets a booth up, or changes one; this laptop then stands there. */
export function BoothForm({ booth, onDone }: { readonly booth: BoothView | null; readonly onDone: () => void }) {
  const { t } = useWords();
  const { kit, duty } = useSession();
  const [code, setCode] = useState(booth?.code ?? '');
  const [name, setName] = useState(booth?.name ?? '');
  const [place, setPlace] = useState(booth?.place ?? '');
  const [host, setHost] = useState(booth === null ? null : { code: booth.union, name: booth.unionName });
  const [error, setError] = useState<WireFailure | null>(null);
  const save = async () => {
    if (host === null) return;
    const reply = await kit.request('booth.set', { code, name, place, union: host.code });
    if (!reply.ok) return setError(reply.error);
    const failure = await duty.set({ booth: reply.value.booth.code });
    setError(failure);
    if (failure === null) onDone();
  };
  return (
    <Card title={booth === null ? t('shift.add') : t('shift.edit')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t('shift.code')}
          value={code}
          maxLength={40}
          readOnly={booth !== null}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <TextInput
          label={t('shift.name')}
          value={name}
          maxLength={200}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={t('shift.placeHint')}
          value={place}
          maxLength={200}
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
        />
        <UnionField
          label={t('shift.host')}
          choose={t('shift.chooseHost')}
          change={t('booth.switch')}
          name={host?.name ?? null}
          onPick={({ code: union, name: unionName }) => setHost({ code: union, name: unionName })}
        />
        {error !== null && <FailureNotice error={error} />}
        <p className={css.row}>
          <Button type="submit" disabled={host === null || code.trim() === '' || name.trim() === ''}>
            {t('shift.saveBooth')}
          </Button>
          <Button type="button" variant="default" onClick={onDone}>
            {t('app.cancel')}
          </Button>
        </p>
      </form>
    </Card>
  );
}
