import { useState } from 'react';
import { shortDate } from '../../core/base/day.ts';
import type { Board as BoardView } from '../../preload/contract.ts';
import { FailureNotice, Notice } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { figure, percentage } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Board.module.css';
import { BoardRows } from './BoardRows.tsx';
import { RankingChart } from './RankingChart.tsx';

/** Who below has reported, who is late, and whose figures changed afterwards. */
export function Board({ union, onDone }: { readonly union: string; readonly onDone: () => void }) {
  const { t, of } = useWords();
  const [turn, setTurn] = useState(0);
  const board = useAsked('report.board', { union }, turn);
  if (board.error !== null) return <FailureNotice error={board.error} />;
  if (board.value === null) return null;
  const done = () => {
    setTurn(turn + 1);
    onDone();
  };
  return (
    <Card title={t('report.board.title')}>
      <Sums board={board.value} />
      <BoardRows board={board.value} onDone={done} />
      <p className={css.soft}>{t('report.board.numerator', { numerator: of(board.value.numerator) })}</p>
      <RankingChart rows={board.value.rows} />
    </Card>
  );
}

function Sums({ board: { asked, reported, late, changed, percent, due, urgency } }: { readonly board: BoardView }) {
  const { t, language } = useWords();
  const of = (number: number): string =>
    t('report.board.of', { number: figure(number, language), asked: figure(asked, language) });
  return (
    <>
      {urgency !== 'open' && reported < asked && (
        <Notice tone={urgency === 'late' ? 'bad' : 'warn'} what={t('report.due', { day: shortDate(due) })} />
      )}
      <dl className={css.sums}>
        <div data-tone={reported === asked ? 'good' : 'plain'}>
          <dt>{t('report.board.reported')}</dt>
          <dd>
            {of(reported)}
            {percent !== null && <small>{percentage(percent, language)}</small>}
          </dd>
        </div>
        <div data-tone={late > 0 ? 'bad' : 'plain'}>
          <dt>{t('report.board.late')}</dt>
          <dd>{figure(late, language)}</dd>
        </div>
        <div data-tone={changed > 0 ? 'warn' : 'plain'}>
          <dt>{t('report.board.changed')}</dt>
          <dd>{figure(changed, language)}</dd>
        </div>
      </dl>
    </>
  );
}
