import { wallOf } from '../../core/base/clock.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { dueOf, isLate } from '../../core/report/deadline.ts';
import { changesOf, type Facts, factsOf } from '../../core/report/facts.ts';
import { reportStates, stateOf, stepsOf } from '../../core/report/life.ts';
import type { Union } from '../../core/roster/union.ts';
import type { IssuedReport } from '../../preload/contract.ts';
import { figuresNow } from '../figures/figures-at.ts';
import type { IssuedRow } from '../store/projections/reports.ts';
import type { Context } from '../world/context.ts';
import { changesView } from './board.ts';

export function viewOfNewest(context: Context, union: Union): Result<IssuedReport> {
  const [newest] = reportsOf(context, union);
  return newest === undefined ? failed('report-unknown') : done(newest);
}

/** Reports of a union with their lives, newest first. */
export function reportsOf(context: Context, union: Union): IssuedReport[] {
  const world = context.world();
  const facts = factsOf(figuresNow(world)(union));
  return world.store.reports.issued(union.code, world.campaign.id).map((row) => viewOf(context, union, row, facts));
}

export function viewOf(context: Context, union: Union, row: IssuedRow, known: Facts | null): IssuedReport {
  const world = context.world();
  const { store, campaign } = world;
  const steps = stepsOf(store.reports.steps(row));
  const state = stateOf(steps);
  const next = reportStates[reportStates.indexOf(state) + 1];
  const replaced = store.reports.replacedBy(row);
  const due = dueOf(campaign.report, union.level, store.reports.due(union.code, campaign.id));
  return {
    ref: { machine: row.machine, seq: row.seq },
    ...{ union: row.union, number: row.number, symbol: row.symbol, issuedOn: row.issuedOn, signer: row.signer },
    asOf: new Date(row.asOf).toISOString(),
    issuedAt: new Date(wallOf(row.stamp)).toISOString(),
    by: row.operator,
    digest: row.digest,
    state,
    next: replaced !== null || next === undefined || next === 'issued' ? null : next,
    steps: steps.map(({ state: step, on, stamp, operator, note }) => ({
      ...{ state: step, on, by: operator, note },
      at: new Date(wallOf(stamp)).toISOString(),
    })),
    replaces: row.replaces === null ? null : (store.reports.get(row.replaces)?.symbol ?? null),
    replacedBy: replaced?.symbol ?? null,
    due,
    late: isLate(steps[0]?.on ?? row.issuedOn, due),
    changes: changesView(campaign, changesOf(row.facts, known ?? factsOf(figuresNow(world)(union)))),
  };
}
