import { dayOf, daysBetween } from '../../core/base/day.ts';
import { done } from '../../core/base/result.ts';
import { workingCodes } from '../../core/campaign/campaign.ts';
import { type Figures, sumBy, sumOf } from '../../core/figures/figures.ts';
import { chatText, summaryParagraph } from '../../core/report/brief.ts';
import { dueOf, isLate, urgencyOf } from '../../core/report/deadline.ts';
import { nextNumber, registerYear } from '../../core/report/life.ts';
import type { ReportDesk } from '../../preload/contract.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { World } from '../world/world.ts';
import { arrivalOf, rowsBelow } from './board.ts';
import { briefOf } from './brief.ts';
import { checklist } from './checklist.ts';
import { choiceViews } from './choices.ts';
import { reportsOf } from './issued-view.ts';
import { sceneOf } from './scene.ts';

/** Everything that the report screen shows of a union, as it stands now. */
export function reportOverviewHandlers(context: Context): Pick<Handlers, 'report.desk'> {
  return {
    'report.desk': ({ union: code }) => {
      const world = context.world();
      const { store, campaign } = world;
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const now = context.clock.wall();
      const today = dayOf(now);
      const scene = sceneOf(world, union, null, now);
      const rows = rowsBelow(context, scene);
      const brief = briefOf(context, scene, rows);
      const arrival = arrivalOf(world, code);
      const due = dueOf(campaign.report, union.level, store.reports.due(code, campaign.id));
      return done({
        union: code,
        name: union.name,
        asOf: new Date(now).toISOString(),
        today,
        practice: world.name === 'practice',
        due,
        urgency: urgencyOf(due, today, campaign.report),
        arrival:
          arrival === null ? null : { by: arrival.by, on: arrival.on, symbol: arrival.symbol, state: arrival.state },
        late: isLate(arrival?.on ?? today, due),
        reports: reportsOf(context, union),
        checks: checklist(context, scene, scene.form.signer, rows),
        choices: choiceViews(world, union, scene.figures),
        nextNumber: nextNumber(store.reports.numbers(code, registerYear(today))),
        symbol: scene.form.symbol,
        signer: scene.form.signer,
        summary: summaryParagraph(brief),
        chat: chatText(brief),
        ...daysOf(world, scene.figures, today),
      });
    },
  };
}

/** The days of the campaign for a chart, days to come left open, and what was counted outside of them. */
function daysOf({ campaign }: World, { byDay }: Figures, today: string): Pick<ReportDesk, 'days' | 'outside'> {
  const days = daysBetween(campaign.days.first, campaign.days.last);
  const working = workingCodes(campaign);
  const outside = Object.entries(byDay)
    .filter(([day]) => !days.includes(day))
    .flatMap(([day, totals]) =>
      Object.entries(totals).map(([outcome, count]) => ({ day, outcome, reason: null, count })),
    );
  return {
    days: days.map((day) => {
      const totals = byDay[day] ?? {};
      if (day > today) return { day, all: null, working: null };
      return { day, all: sumOf(totals, Object.keys(totals)), working: sumOf(totals, working) };
    }),
    outside: { ...sumBy(outside, ({ outcome }) => outcome) },
  };
}
