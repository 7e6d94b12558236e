import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useWords } from '../words/index.ts';
import css from './Shift.module.css';

/** Who counts from now on: a code, never a name. */
export function OperatorCard() {
  const { t } = useWords();
  const { duty } = useSession();
  const operator = useStore(duty.store, (state) => state.settings?.operator ?? null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<WireFailure | null>(null);
  const set = async () => {
    const failure = await duty.set({ operator: code });
    setError(failure);
    if (failure === null) setCode('');
  };
  return (
    <Card title={t('shift.operator')}>
      <p role="status">{operator === null ? t('shift.operatorNone') : <b>{t('shift.operatorNow', { operator })}</b>}</p>
      <form
        className={css.row}
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <TextInput
          label={t('shift.operatorCode')}
          value={code}
          maxLength={20}
          autoComplete="off"
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={code.trim() === ''}>
          {t('shift.setOperator')}
        </Button>
      </form>
      {error !== null && <FailureNotice error={error} />}
    </Card>
  );
}
