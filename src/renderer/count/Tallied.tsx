import { shortDate } from '../../core/base/day.ts';
import { sumOf } from '../../core/figures/figures.ts';
import type { RecentTally } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { Icon } from '../ui/icons.tsx';
import { KeyCap } from '../ui/KeyCap.tsx';
import { toneIcons } from '../ui/tones.ts';
import { shortName } from '../ui/union-path.ts';
import { clockTime, figure } from '../words/format.ts';
import { useWords } from '../words/index.ts';
import css from './Tallied.module.css';

const sum = (totals: Readonly<Record<string, number>> | undefined): number =>
  totals === undefined ? 0 : sumOf(totals, Object.keys(totals));

/** The day's total, and the last lines with a way back for each. */
export function Tallied() {
  const { t, language } = useWords();
  const counts = useKit((state) => state.counts);
  const recent = counts?.recent ?? [];
  return (
    <div className={css.side}>
      <section className={css.total} aria-label={t('booth.todayUnion')}>
        <h2>{t('booth.todayUnion')}</h2>
        <p>
          <BigNumber value={sum(counts?.today)} /> <span>{t('booth.turns')}</span>
        </p>
        <dl>
          <div>
            <dt>{t('booth.todayAll')}</dt>
            <dd>{figure(sum(counts?.todayAll), language)}</dd>
          </div>
          <div>
            <dt>{t('booth.campaign')}</dt>
            <dd>{figure(sum(counts?.campaign), language)}</dd>
          </div>
        </dl>
      </section>
      <section className={css.recent} aria-label={t('booth.recent')}>
        <header>
          <h2>{t('booth.recent')}</h2>
          {recent.length > 0 && (
            <span aria-hidden="true">
              {t('booth.undo')} <KeyCap code="Ctrl+Z" />
            </span>
          )}
        </header>
        {recent.length === 0 && <p>{t('booth.recentNone')}</p>}
        <ol>
          {recent.map((tally) => (
            <Line key={`${tally.machine} ${tally.seq}`} tally={tally} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function Line({ tally }: { readonly tally: RecentTally }) {
  const { t, of, language } = useWords();
  const { counting } = useSession();
  const outcome = useKit((state) => state.campaign?.outcomes.find(({ code }) => code === tally.outcome));
  const reason = useKit((state) => state.campaign?.reasons.find(({ code }) => code === tally.reason));
  const today = useKit((state) => state.counts?.day);
  const what = outcome === undefined ? tally.outcome : of(outcome.short);
  const time = clockTime(tally.at);
  const tone = outcome?.tone ?? 'plain';
  const people = figure(Math.abs(tally.count), language);
  const day = shortDate(tally.day);
  const about = [
    tally.undone ? t('booth.undone') : null,
    shortName(tally.unionName),
    tally.paper ? t('booth.paper', { day }) : tally.day === today ? null : t('booth.forDay', { day }),
    reason === undefined ? null : of(reason.label),
    tally.why,
    tally.check === null ? null : t('booth.checkedAs', { verdict: t(`check.verdict.${tally.check}`) }),
  ].filter((part) => part !== null);
  return (
    <li className={css.line} data-tone={tone} data-undone={tally.undone || undefined}>
      <Icon name={tally.kind === 'minus' ? 'dash' : tally.paper ? 'sheet' : toneIcons[tone]} size="1.25rem" />
      <span className={css.what}>
        <span>
          <time>{time}</time> <b>{what}</b> {tally.count > 1 && t('booth.many', { number: people })}
          {tally.count < 0 && t('booth.minus', { number: people })}
        </span>
        <small title={[tally.unionName, ...about].join(' · ')}>{about.join(' · ')}</small>
      </span>
      {!tally.undone && tally.count > 0 && (
        <button
          type="button"
          className={css.less}
          title={t('booth.takeOff')}
          aria-label={t('booth.takeOffOf', { what, time })}
          onClick={() => counting.showSheet('minus', tally)}
        >
          <Icon name="dash" />
        </button>
      )}
      {!tally.undone && (
        <button
          type="button"
          className={css.undo}
          title={t('booth.undo')}
          aria-label={t('booth.undoOf', { what, time })}
          onClick={() => counting.undo(tally)}
        >
          <Icon name="undo" />
        </button>
      )}
    </li>
  );
}
