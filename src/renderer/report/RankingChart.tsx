import { useId } from 'react';
import type { BoardRow } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { figure, percentage } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Board.module.css';

/** The picture's own units; it is scaled to the width that it gets. */
const WIDE = 760;
const LINE = 30;
const NAMES = 330;
const SHOWN = 20;
const NAME_MAX = 32;

/** Units by rate, best first; a unit with fewer than thirty people is not ranked, and the chart says how many are not. */
export function RankingChart({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { t, language } = useWords();
  const app = useKit((state) => state.campaign?.app.name ?? '');
  const title = useId();
  const ranked = rows.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const shown = ranked.slice(0, SHOWN);
  const rest = rows.length - ranked.length;
  if (ranked.length === 0) return null;
  const most = Math.max(100, ...shown.map(({ percent }) => percent ?? 0));
  const rate = (row: BoardRow): string => percentage(row.percent ?? 0, language);
  const says = shown.map((row) => `${row.rank}. ${row.name}: ${rate(row)}`).join('; ');
  return (
    <figure className={css.ranking}>
      <figcaption>{t('report.chart.ranking')}</figcaption>
      <svg viewBox={`0 0 ${WIDE} ${shown.length * LINE}`} role="img" aria-labelledby={title}>
        <title id={title}>
          {`${t('report.chart.rankingText', { app, number: figure(shown.length, language) })}. ${says}`}
        </title>
        {shown.map((row, at) => (
          <g key={row.code} transform={`translate(0 ${at * LINE})`}>
            <text x={NAMES - 8} y="20" textAnchor="end">
              {`${row.rank}. ${row.name.length > NAME_MAX ? `${row.name.slice(0, NAME_MAX)}…` : row.name}`}
            </text>
            <rect x={NAMES} y="5" height="20" width={((row.percent ?? 0) / most) * (WIDE - NAMES - 80)} rx="3" />
            <text x={NAMES + ((row.percent ?? 0) / most) * (WIDE - NAMES - 80) + 8} y="20" data-rate="">
              {rate(row)}
            </text>
          </g>
        ))}
      </svg>
      {rest > 0 && <p className={css.soft}>{t('report.chart.unranked', { number: figure(rest, language) })}</p>}
    </figure>
  );
}
