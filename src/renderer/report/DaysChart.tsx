import { useId } from 'react';
import { shortDate } from '../../core/base/day.ts';
import { sumOf } from '../../core/figures/figures.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import { useKit } from '../state/session.ts';
import { figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Parts.module.css';

/** The picture's own units; it is scaled to the width that it gets. */
const WIDE = 560;
const HIGH = 220;
const FOOT = 26;
const HEAD = 20;

/**
 * The days of the drive, two columns a day: everybody who came, and those with the app working. Every column carries
 * its number; readers of screens hear the same as a list. A day that has not come is not a day with nobody (law 7).
 */
export function DaysChart({ desk: { days, outside } }: { readonly desk: ReportDesk }) {
  const { t, language } = useWords();
  const app = useKit((state) => state.campaign?.app.name ?? '');
  const title = useId();
  const most = Math.max(1, ...days.map(({ all }) => all ?? 0));
  const step = WIDE / days.length;
  const height = (value: number): number => (value / most) * (HIGH - FOOT - HEAD);
  const short = (day: string): string => shortDate(day).replace(/\/\d+$/, '');
  const beside = sumOf(outside, Object.keys(outside));
  return (
    <figure className={css.chart}>
      <figcaption>
        <b>{t('report.chart.days')}</b>
        <span data-key="all">{t('report.chart.all')}</span>
        <span data-key="working">{t('report.chart.working', { app })}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-labelledby={title}>
        <title id={title}>
          {`${t('report.chart.daysText', { number: figure(days.length, language) })}. ${days
            .map(({ day, all, working }) =>
              all === null
                ? `${short(day)}: ${t('report.notYet')}`
                : `${short(day)}: ${figure(all, language)}, ${t('report.chart.working', { app })} ${figure(working ?? 0, language)}`,
            )
            .join('; ')}`}
        </title>
        <line x1="0" x2={WIDE} y1={HIGH - FOOT} y2={HIGH - FOOT} />
        {days.map(({ day, all, working }, at) => (
          <g key={day} transform={`translate(${at * step} 0)`}>
            <text x={step / 2} y={HIGH - 7} textAnchor="middle" data-soft={all === null || undefined}>
              {short(day)}
            </text>
            {all !== null && (
              <>
                <rect
                  data-key="all"
                  x={step * 0.14}
                  width={step * 0.36}
                  y={HIGH - FOOT - height(all)}
                  height={height(all)}
                />
                <rect
                  data-key="working"
                  x={step * 0.5}
                  width={step * 0.36}
                  y={HIGH - FOOT - height(working ?? 0)}
                  height={height(working ?? 0)}
                />
                <text x={step / 2} y={HIGH - FOOT - height(all) - 6} textAnchor="middle">
                  {figure(all, language)}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
      {beside > 0 && (
        <p className={css.soft}>
          {t('report.outside')}: {figure(beside, language)}
        </p>
      )}
    </figure>
  );
}
