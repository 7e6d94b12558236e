import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { useWords } from '../words/index.ts';
import { handOf } from './hand.ts';
import css from './Shift.module.css';

/** Opens the day with those on duty; what was counted on paper since the morning may be told with it. */
export function OpenDay({ again }: { readonly again: boolean }) {
  const { t } = useWords();
  const { duty } = useSession();
  const current = useStore(duty.store, (state) => state.settings?.operator ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [before, setBefore] = useState('');
  const [bad, setBad] = useState<string | null>(null);
  const [error, setError] = useState<WireFailure | null>(null);
  const operators = typed ?? current;
  const open = async () => {
    const hand = before.trim() === '' ? null : handOf(before);
    if (hand === null && before.trim() !== '') return setBad(before);
    setBad(null);
    setError(await duty.open({ operators: operators.split(/[\s,;]+/).filter(Boolean), hand }));
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextInput
        label={t('shift.operators')}
        value={operators}
        maxLength={200}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <TextInput
        label={t('shift.handBefore')}
        value={before}
        maxLength={12}
        inputMode="numeric"
        onChange={({ currentTarget }) => setBefore(currentTarget.value)}
      />
      {bad !== null && <Notice tone="bad" what={t('shift.handBad', { typed: bad })} todo={t('shift.handBadTodo')} />}
      {error !== null && <FailureNotice error={error} />}
      <Button type="submit" size="xl" leftSection={<Icon name="clock" />} variant={again ? 'default' : 'filled'}>
        {again ? t('shift.openAgain') : t('shift.open')}
      </Button>
    </form>
  );
}
