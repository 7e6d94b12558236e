import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { FailureNotice } from '../ui/Notice.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useWords } from '../words/index.ts';
import css from './CountSheet.module.css';

/** Longest code of an operator. */
const CODE_MAX = 8;

/** Change of shift in two keys: the one that opens this, and the digit of who counts from now on. */
export function OperatorSheet() {
  const { t } = useWords();
  const { counting, duty } = useSession();
  const operators = useStore(duty.store, (state) => state.operators);
  const current = useStore(duty.store, (state) => state.settings?.operator ?? null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<WireFailure | null>(null);
  const set = async (operator: string | null) => {
    const failure = await duty.set({ operator });
    setError(failure);
    if (failure === null) counting.close();
  };
  return (
    <Sheet title={t('operators.title')} onClose={counting.close} size="48rem" lead={t('operators.hint')} leaveFirst>
      {operators.length > 0 && (
        <div className={css.choice}>
          {operators.map((operator, index) => (
            <button
              key={operator}
              type="button"
              className={css.chip}
              data-tone={operator === current ? 'good' : 'plain'}
              onClick={() => void set(operator)}
            >
              <KeyCap code={`Digit${index + 1}`} big />
              <b>{operator}</b>
              {operator === current && (
                <span className={css.current}>
                  <Icon name="tick" size="1.25rem" /> {t('operators.current')}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
      <form
        className={css.row}
        onSubmit={(event) => {
          event.preventDefault();
          void set(code);
        }}
      >
        <TextInput
          label={t('operators.other')}
          value={code}
          maxLength={CODE_MAX + 4}
          autoComplete="off"
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button type="submit" disabled={code.trim() === ''}>
          {t('operators.set')}
        </Button>
        {current !== null && (
          <Button type="button" variant="default" onClick={() => void set(null)}>
            {t('operators.none')}
          </Button>
        )}
      </form>
      {error !== null && <FailureNotice error={error} />}
    </Sheet>
  );
}
