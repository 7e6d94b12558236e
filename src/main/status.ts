import type { Campaign } from '../core/campaign.ts';
import { type Day, dayOf, daysUntil } from '../core/day.ts';
import { hasCounted } from '../core/figures.ts';
import { done, failed } from '../core/outcome.ts';
import type { Union } from '../core/union.ts';
import type { Status } from '../preload/contract.ts';
import { type FiguresOf, figuresAt } from './figures.ts';
import type { Desk, Handlers } from './kit.ts';

/** Unions listed by name as not having reported; beyond that the number must do. */
const LISTED = 500;

/** Where a union's whole subtree stands: totals, coverage, deadline, who has not reported. */
export function statusKeeping(desk: Desk): Pick<Handlers, 'status.get'> {
  return {
    'status.get': ({ union: code }) => {
      const { store, campaign } = desk.world();
      const union = store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const figuresOf = figuresAt(store, null);
      const figures = figuresOf(union);
      const missing = notReported(union, store.units.below(code), figuresOf);
      return done({
        union: union.code,
        name: union.name,
        counted: Object.fromEntries(
          campaign.outcomes.map((outcome) => [outcome.code, figures.byOutcome[outcome.code] ?? 0]),
        ),
        reasons: { ...figures.byReason },
        byDay: Object.fromEntries(Object.entries(figures.byDay).map(([day, totals]) => [day, { ...totals }])),
        checks: { ...figures.checks },
        declared: {},
        workforce: { workers: union.workers, members: union.members, smartphones: union.smartphones },
        deadline: deadlineOf(campaign, dayOf(desk.clock.wall())),
        notReported: missing.slice(0, LISTED).map(({ code: missingCode, name }) => ({ code: missingCode, name })),
        notReportedTotal: missing.length,
      });
    },
  };
}

/** "Trước ngày 31/8" excludes the 31st: from that day on a report is late. */
export function deadlineOf(campaign: Campaign, today: Day): Status['deadline'] {
  const { dueBefore, warnFrom } = campaign.report;
  const state = today >= dueBefore ? 'late' : today >= warnFrom ? 'near' : 'open';
  return { dueBefore, warnFrom, daysLeft: daysUntil(today, dueBefore) - 1, state };
}

/** Unions directly below with nothing from their whole subtree; for one that has none below, itself. */
function notReported(union: Union, below: readonly Union[], figuresOf: FiguresOf): Union[] {
  const asked = below.length === 0 ? [union] : below;
  return asked.filter((one) => !hasCounted(figuresOf(one)));
}
