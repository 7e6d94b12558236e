import { daysBetween } from '../../core/base/day.ts';
import { NO_HOUR } from '../../core/base/event-schema.ts';
import { done } from '../../core/base/result.ts';
import type { Bilingual, Campaign } from '../../core/campaign/campaign.ts';
import { workingOutcomes } from '../../core/campaign/campaign.ts';
import { percent, sumBy, sumOf } from '../../core/figures/figures.ts';
import type { Coverage, Denominator, Live } from '../../preload/contract.ts';
import { nameOfFigure } from '../messages/index.ts';
import type { SubtreeFacts } from '../store/projections/subtrees.ts';
import { type Context, type Handlers, todayOf } from '../world/context.ts';
import { figuresAt } from './figures-at.ts';

/** Where a union's whole subtree stands now: by day, hour, outcome and reason, with coverage over a chosen denominator. */
export function totalsHandlers(context: Context): Pick<Handlers, 'totals.get'> {
  return {
    'totals.get': ({ union: code, day: asked, denominator }) => {
      const { store, campaign } = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const day = asked ?? todayOf(context);
      const figures = figuresAt(store, null)(union);
      const lines = store.totals
        .of(code)
        .filter(({ subject, tree, own }) => subject === 'tally' && (tree !== 0 || own !== 0))
        .map(({ day: on, code: outcome, detail, tree, own }) => ({
          day: on,
          outcome,
          reason: detail || null,
          count: tree,
          own,
        }));
      const { first, last } = campaign.days;
      const within = (has: (day: string) => boolean) => sumBy(lines, (line) => (has(line.day) ? line.outcome : null));
      const facts = store.subtrees.of(code);
      const live: Live = {
        union: code,
        name: union.name,
        day,
        byOutcome: figures.byOutcome,
        ownByOutcome: sumBy(
          lines.map((line) => ({ ...line, count: line.own })),
          (line) => line.outcome,
        ),
        byReason: figures.byReason,
        byDay: { ...figures.byDay },
        byHour: byHour(store.totals.hours(code, day)),
        campaignDays: daysBetween(first, last),
        inCampaign: within((on) => on >= first && on <= last),
        late: within((on) => on > last),
        early: within((on) => on < first),
        checks: { ...figures.checks },
        coverage: coverageOf(campaign, facts, figures.byOutcome, denominator),
        grassroots: { ...facts.grassroots },
      };
      return done(live);
    },
  };
}

function byHour(rows: readonly { hour: number; code: string; amount: number }[]): Live['byHour'] {
  const hours: Record<string, Record<string, number>> = {};
  for (const { hour, code, amount } of rows) {
    const name = hour === NO_HOUR ? 'none' : String(hour);
    hours[name] = { ...hours[name], [code]: amount };
  }
  return hours;
}

const sources: Readonly<Record<'roster' | 'declared', Bilingual>> = {
  roster: { vi: 'theo danh sách công đoàn', en: 'as the roster gives it' },
  declared: { vi: 'theo số liệu tự báo cáo', en: 'as declared' },
};

/** A rate with both of its parts named: nobody has to guess which of the four denominators in circulation it was. */
function coverageOf(
  campaign: Campaign,
  facts: SubtreeFacts,
  byOutcome: Readonly<Record<string, number>>,
  denominator: Denominator,
): Coverage {
  const [source, key] = denominator.split('.') as ['roster' | 'declared', keyof SubtreeFacts['roster']];
  const whole = facts[source][key];
  const working = workingOutcomes(campaign);
  const part = sumOf(
    byOutcome,
    working.map(({ code }) => code),
  );
  const figure = nameOfFigure(key);
  const names = (language: keyof Bilingual) => working.map(({ short }) => short[language]).join(' + ');
  return {
    denominator,
    numeratorLabel: { vi: names('vi'), en: names('en') },
    denominatorLabel: { vi: `${figure.vi}, ${sources[source].vi}`, en: `${figure.en}, ${sources[source].en}` },
    part,
    whole,
    percent: percent({ part, whole: whole.value }),
  };
}
