import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import { handOf } from './hand.ts';
import css from './Shift.module.css';

interface Props {
  readonly day: string;
  readonly kit: number;
  /** It is what this screen is opened for: Enter confirms. */
  readonly first?: boolean;
}

/**
 * A person confirms the count: one press when it is right as it stands there, a number and a note when it is not. What
 * was counted meanwhile is not confirmed with it: the number on the button is the one that is sent.
 */
export function CloseDay({ day, kit, first = false }: Props) {
  const { t, language } = useWords();
  const { duty } = useSession();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<WireFailure | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  const right = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!first) return;
    // After the frame has moved the focus into the screen.
    const frame = requestAnimationFrame(() => right.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [first]);
  const close = async (hand: number, why: string | null) => {
    setBad(null);
    setError(await duty.close({ day, hand, note: why }));
  };
  const closeByHand = () => {
    const hand = handOf(typed);
    if (hand === null) return setBad(typed);
    void close(hand, note);
  };
  return (
    <div className={css.form}>
      <Button ref={right} size="xl" leftSection={<Icon name="tick" />} onClick={() => void close(kit, null)}>
        {t('shift.closeEqual', { number: figure(kit, language) })}
      </Button>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          closeByHand();
        }}
      >
        <p className={css.soft}>{t('shift.closeOther')}</p>
        <div className={css.row}>
          <TextInput
            label={t('shift.hand')}
            value={typed}
            maxLength={12}
            inputMode="numeric"
            autoComplete="off"
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <TextInput
            label={t('shift.note')}
            value={note}
            maxLength={200}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </div>
        {bad !== null && <Notice tone="bad" what={t('shift.handBad', { typed: bad })} todo={t('shift.handBadTodo')} />}
        {error !== null && <FailureNotice error={error} />}
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          {t('shift.closeHand')}
        </Button>
      </form>
    </div>
  );
}
