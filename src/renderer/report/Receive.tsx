import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { BoardRow } from '../../preload/contract.ts';
import { FailureNotice } from '../ui/Notice.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useWords } from '../words/index.ts';
import css from './Board.module.css';
import { useAct } from './use-act.ts';

interface Props {
  readonly row: BoardRow;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Notes a report that came on paper, and gives a unit a deadline of its own. */
export function Receive({ row, today, onClose, onDone }: Props) {
  const { t } = useWords();
  const act = useAct();
  const [on, setOn] = useState(shortDate(today));
  const [symbol, setSymbol] = useState('');
  const [note, setNote] = useState('');
  const [due, setDue] = useState(row.dueIsOwn ? shortDate(row.due) : '');
  const receive = async (day: string | null) => {
    if ((await act.run('report.receive', { union: row.code, on: day, symbol, note })) !== null) onDone();
  };
  const saveDue = async () => {
    const day = due.trim() === '' ? null : due;
    if ((await act.run('report.due', { union: row.code, day })) !== null) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void receive(on);
  };
  return (
    <Sheet
      title={t('report.receive.title', { unit: row.name })}
      onClose={onClose}
      size="lg"
      leave={t('report.receive.cancel')}
    >
      <form className={css.receive} onSubmit={submit}>
        <TextInput
          label={t('report.receive.on')}
          value={on}
          maxLength={12}
          data-autofocus
          onChange={({ currentTarget }) => setOn(currentTarget.value)}
        />
        <TextInput
          label={t('report.receive.symbol')}
          value={symbol}
          maxLength={60}
          onChange={({ currentTarget }) => setSymbol(currentTarget.value)}
        />
        <TextInput
          label={t('report.receive.note')}
          value={note}
          maxLength={300}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {act.error !== null && <FailureNotice error={act.error} />}
        <p className={css.actions}>
          <Button type="submit" size="lg" loading={act.busy}>
            {t('report.receive.save')}
          </Button>
          {row.arrival?.by === 'received' && (
            <Button
              variant="default"
              size="lg"
              aria-label={t('report.board.backOf', { unit: row.name })}
              loading={act.busy}
              onClick={() => void receive(null)}
            >
              {t('report.board.back')}
            </Button>
          )}
        </p>
        <TextInput
          label={t('report.receive.due')}
          value={due}
          maxLength={12}
          onChange={({ currentTarget }) => setDue(currentTarget.value)}
        />
        <p className={css.actions}>
          <Button variant="default" loading={act.busy} onClick={() => void saveDue()}>
            {t('report.receive.saveDue')}
          </Button>
        </p>
      </form>
    </Sheet>
  );
}
