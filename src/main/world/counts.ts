import { sumBy } from '../../core/figures/figures.ts';
import type { Counts, RecentTally } from '../../preload/contract.ts';
import type { TallyLine } from '../store/projections/recent-tallies.ts';
import { EVERYTHING, type TotalRow } from '../store/projections/totals.ts';
import { type Context, todayOf } from './context.ts';
import { currentUnion } from './settings.ts';
import type { World } from './world.ts';

/** Undo reaches this deep, and the screen shows as many. */
const RECENT = 10;
const tallyLines = (rows: readonly TotalRow[]) =>
  rows
    .filter(({ subject }) => subject === 'tally')
    .map(({ day, code, detail, tree }) => ({ day, outcome: code, reason: detail || null, count: tree }));

/** The numbers on the operator's screen, read back from what is on disk. */
export function countsOf(context: Context): Counts {
  const world = context.world();
  const day = todayOf(context);
  const union = currentUnion(world.store);
  const lines = union === null ? [] : tallyLines(world.store.totals.of(union));
  const everything = tallyLines(world.store.totals.of(EVERYTHING));
  return {
    union,
    day,
    today: sumBy(lines, (line) => (line.day === day ? line.outcome : null)),
    campaign: sumBy(lines, (line) => line.outcome),
    todayAll: sumBy(everything, (line) => (line.day === day ? line.outcome : null)),
    recent: world.store.recentTallies(RECENT).map((line) => recentView(world, line)),
    revision: world.store.lastSeq(),
  };
}

export function recentView(world: World, line: TallyLine): RecentTally {
  const union = line.union ?? '';
  const { outcome, reason, count, day } = line.body;
  return {
    machine: line.machine,
    seq: line.seq,
    kind: line.kind,
    union,
    unionName: world.store.units.get(union)?.name ?? union,
    outcome,
    reason: reason ?? null,
    count: line.kind === 'minus' ? -count : count,
    day,
    paper: line.kind === 'tally' && line.body.source === 'paper',
    why: line.kind === 'minus' ? line.body.why : null,
    check: line.kind === 'tally' && line.body.check ? world.store.attached.verdictOf(line.body.check) : null,
    at: new Date(line.at).toISOString(),
    undone: line.undone,
  };
}
