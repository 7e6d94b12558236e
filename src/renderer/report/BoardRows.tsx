import { Button } from '@mantine/core';
import { useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { Board, BoardRow } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';
import { Icon } from '../ui/icons.tsx';
import { Table } from '../ui/Table.tsx';
import { figure, percentage } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Board.module.css';
import { type BoardOrder, boardColumns, inOrder } from './board-order.ts';
import { changesText } from './changes-text.ts';
import { Receive } from './Receive.tsx';

/** Rows on the glass; a federation has dozens of units, an industrial park may have two thousand. */
const SHOWN = 300;

/** The board as a table that can be put in order by any column, with the way to every unit. */
export function BoardRows({ board, onDone }: { readonly board: Board; readonly onDone: () => void }) {
  const { t, language } = useWords();
  const [order, setOrder] = useState<BoardOrder>({ by: 'state', down: false });
  const [receiving, setReceiving] = useState<BoardRow | null>(null);
  const rows = inOrder(board.rows, order);
  const more = rows.length - SHOWN;
  if (rows.length === 0) return <p>{t('report.board.none')}</p>;
  return (
    <>
      <div className={css.board}>
        <Table named={t('report.board.title')}>
          <thead>
            <tr>
              {boardColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  data-column={column}
                  aria-sort={order.by === column ? (order.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    aria-label={t('report.board.sort', { column: t(`report.board.${column}`) })}
                    onClick={() => setOrder({ by: column, down: order.by === column && !order.down })}
                  >
                    {t(`report.board.${column}`)}
                    <span aria-hidden="true">{order.by === column ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
              <th scope="col">{t('report.board.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <Row key={row.code} row={row} onReceive={() => setReceiving(row)} />
            ))}
          </tbody>
        </Table>
      </div>
      {more > 0 && <p className={css.soft}>{t('report.board.more', { number: figure(more, language) })}</p>}
      {receiving !== null && (
        <Receive
          row={receiving}
          today={board.today}
          onClose={() => setReceiving(null)}
          onDone={() => {
            setReceiving(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

function Row({ row, onReceive }: { readonly row: BoardRow; readonly onReceive: () => void }) {
  const { t, language } = useWords();
  const { openUnion } = useSession();
  const lacks = row.missing.map((part) => t(`report.board.parts.${part}`)).join(', ');
  return (
    <tr data-unit={row.code}>
      <th scope="row">
        <button
          type="button"
          aria-label={t('report.board.open', { unit: row.name })}
          onClick={() => openUnion(row.code)}
        >
          {row.name}
        </button>
        <small>{row.code}</small>
      </th>
      <td>
        <Arrival row={row} />
      </td>
      <td>
        {shortDate(row.due)}
        {row.dueIsOwn && <small>{t('report.board.own')}</small>}
      </td>
      <td>
        {figure(row.completeness, language)}%
        {lacks !== '' && <small>{t('report.board.lacks', { parts: lacks })}</small>}
      </td>
      <td>
        {row.percent === null ? '–' : <b>{percentage(row.percent, language)}</b>}
        <small>
          {row.part === null ? '–' : figure(row.part, language)}/
          {row.whole === null ? '–' : figure(row.whole, language)}
        </small>
      </td>
      <td>{row.rank === null ? '–' : figure(row.rank, language)}</td>
      <td>
        <Button variant="default" aria-label={t('report.board.receiveOf', { unit: row.name })} onClick={onReceive}>
          {t('report.board.receive')}
        </Button>
      </td>
    </tr>
  );
}

function Arrival({ row: { arrival, late, urgency, changes } }: { readonly row: BoardRow }) {
  const words = useWords();
  const { t } = words;
  if (arrival === null) {
    const says = urgency === 'late' ? 'missingLate' : urgency === 'near' ? 'near' : 'missing';
    return (
      <span className={css.arrival} data-tone={late ? 'bad' : urgency === 'near' ? 'warn' : 'plain'}>
        <Icon name={late ? 'warning' : 'clock'} size="1.25rem" />
        {t(`report.board.${says}`)}
      </span>
    );
  }
  return (
    <>
      <span className={css.arrival} data-tone={late ? 'bad' : 'good'}>
        <Icon name={late ? 'warning' : 'tick'} size="1.25rem" />
        {t(late ? 'report.board.wasLate' : 'report.board.onTime', { day: shortDate(arrival.on) })}
      </span>
      <small>
        {[
          ...(arrival.symbol === null ? [] : [arrival.symbol]),
          arrival.state === null ? t('report.board.paper') : t(`report.life.state.${arrival.state}`),
        ].join(' · ')}
      </small>
      {changes.length > 0 && (
        <small data-tone="warn">{t('report.board.changes', { changes: changesText(changes, words) })}</small>
      )}
    </>
  );
}
