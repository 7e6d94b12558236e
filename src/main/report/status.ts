import { type Day, dayOf } from '../../core/base/day.ts';
import { done } from '../../core/base/result.ts';
import type { Campaign } from '../../core/campaign/campaign.ts';
import { declaredKeys } from '../../core/figures/declared.ts';
import { sumBy } from '../../core/figures/figures.ts';
import { doubtfulClocks, hasMovedBack } from '../../core/log/clock-flags.ts';
import { deadlineOf } from '../../core/report/deadline.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Status } from '../../preload/contract/status.ts';
import type { BoardRow } from '../../preload/contract.ts';
import { figuresAt } from '../figures/figures-at.ts';
import { findingViews } from '../figures/findings.ts';
import { wordsForClock } from '../messages/index.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { World } from '../world/world.ts';
import { boardView } from './board.ts';

/** Unions listed by name; beyond that the number must do. */
const LISTED = 500;

/** Where a union's whole subtree stands: totals, what was declared, deadline, who has not reported, what is doubtful. */
export function statusHandlers(context: Context): Pick<Handlers, 'status.get'> {
  return {
    'status.get': ({ union: code }) => {
      const world = context.world();
      const { store, campaign } = world;
      const asked = context.union(code);
      if (!asked.ok) return asked;
      const union = asked.value;
      const figures = figuresAt(store, null)(union);
      const missing = notReported(world, union);
      const facts = store.subtrees.of(code);
      const known = declaredKeys.flatMap((key) => {
        const { value, from } = facts.declared[key];
        return value === null || from === 'none' ? [] : [{ key, value, from }];
      });
      const { workers, members, smartphones } = facts.roster;
      const named = (list: readonly Union[]) =>
        list.slice(0, LISTED).map(({ code: one, name }) => ({ code: one, name }));
      return done({
        union: union.code,
        name: union.name,
        counted: Object.fromEntries(
          campaign.outcomes.map((outcome) => [outcome.code, figures.byOutcome[outcome.code] ?? 0]),
        ),
        reasons: { ...figures.byReason },
        byDay: Object.fromEntries(Object.entries(figures.byDay).map(([day, totals]) => [day, { ...totals }])),
        checks: { ...figures.checks },
        late: lateOf(campaign, figures.byDay),
        declared: Object.fromEntries(known.map(({ key, value }) => [key, value])),
        declaredFrom: Object.fromEntries(known.map(({ key, from }) => [key, from])),
        workforce: { workers: workers.value, members: members.value, smartphones: smartphones.value },
        workforceFrom: { workers: workers.from, members: members.from, smartphones: smartphones.from },
        grassroots: { ...facts.grassroots },
        coordinated: store.units
          .guests(code)
          .slice(0, LISTED)
          .map(({ code: one, name, owner = null }) => ({ code: one, name, owner })),
        tookOver: named(store.units.tookOver(code).flatMap((one) => store.units.get(one) ?? [])),
        findings: findingViews(world, union),
        clocks: clocksOf(context),
        deadline: deadlineOf(campaign, dayOf(context.clock.wall())),
        reports: reportsOf(context, union),
        notReported: named(missing),
        notReportedTotal: missing.length,
      });
    },
  };
}

/** Who has reported, by code; the board has the rest. */
function reportsOf(context: Context, union: Union): Status['reports'] {
  const { due, asked, reported, percent, rows } = boardView(context, union);
  const codes = (is: (row: BoardRow) => boolean) =>
    rows
      .filter(is)
      .slice(0, LISTED)
      .map(({ code }) => code);
  return {
    ...{ due, asked, reported, percent },
    missing: codes(({ arrival }) => arrival === null),
    late: codes(({ late }) => late),
    changed: codes(({ changes }) => changes.length > 0),
  };
}

/** Counted after the last day of the campaign: real people, but not of these eight days. */
function lateOf({ days }: Campaign, byDay: Readonly<Record<Day, Readonly<Record<string, number>>>>): Status['late'] {
  const lines = Object.entries(byDay)
    .filter(([day]) => day > days.last)
    .flatMap(([day, totals]) =>
      Object.entries(totals).map(([outcome, count]) => ({ day, outcome, reason: null, count })),
    );
  return sumBy(lines, ({ outcome }) => outcome);
}

/**
 * Unions directly below with nothing from their whole subtree; for one that has none below, itself. Nobody waits for
 * a union that was taken over.
 */
function notReported({ store }: World, union: Union): Union[] {
  const below = store.units.below(union.code);
  const asked = below.length === 0 ? [union] : below.filter(({ successor }) => !successor);
  return asked.filter(({ code }) => !store.totals.any(code));
}

function clocksOf({ world, clock }: Context): Status['clocks'] {
  const { store, campaign } = world();
  const doubtful = doubtfulClocks(store.history.machines(), campaign.letter.date).map(({ machine, flag }) => ({
    machine,
    words: wordsForClock(flag, machine),
  }));
  if (!hasMovedBack(clock.wall(), store.lastStamp())) return doubtful;
  return [...doubtful, { machine: store.machine, words: wordsForClock('moved-back', store.machine) }];
}
