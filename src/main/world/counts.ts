import { workingDay } from '../../core/base/day.ts';
import { sumBy } from '../../core/figures/figures.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Counts, RecentTally, UnionView } from '../../preload/contract.ts';
import type { Desk } from '../kit.ts';
import type { TallyLine } from '../store/projections/recent-tallies.ts';
import { EVERYTHING, type TotalRow } from '../store/projections/totals.ts';
import { DAY_START } from './duty.ts';
import type { World } from './world.ts';

/** Undo reaches this deep, and the screen shows as many. */
const RECENT = 10;
/** Unions at hand on the number keys. */
const LATELY = 9;

const CURRENT = 'current-union';
const LATEST = 'latest-unions';

/** Hour at which a working day begins on this laptop. */
export const dayStartOf = ({ store }: World): number => Number(store.setting(DAY_START) ?? 0);

/** The working day of now. */
export const todayOf = (desk: Pick<Desk, 'world' | 'clock'>): string =>
  workingDay(desk.clock.wall(), dayStartOf(desk.world()));

/** The union that this machine counts for now; `null` before one was chosen. */
export const currentUnion = (world: World): string | null => world.store.setting(CURRENT);

/** Unions lately counted for on this machine, newest first. */
export const lately = (world: World): string[] => JSON.parse(world.store.setting(LATEST) ?? '[]') as string[];

/** Makes a union the one that is counted for; survives a restart. */
export function choose(world: World, code: string) {
  const latest = [code, ...lately(world).filter((other) => other !== code)].slice(0, LATELY);
  const remembered = world.store.remember(LATEST, JSON.stringify(latest));
  return remembered.ok ? world.store.remember(CURRENT, code) : remembered;
}

/** A union as the screens show it. `today` decides whether its last day has passed. */
export function unionView({ store }: World, union: Union, today: string): UnionView {
  const named = (code: string | null | undefined) =>
    code ? { code, name: store.units.get(code)?.name ?? code } : null;
  const { code, name, level, parent, province, workers, members, smartphones, from = null, to = null } = union;
  return {
    ...{ code, name, level, parent, province, workers, members, smartphones, from, to },
    closed: isClosed(union, today),
    successor: named(union.successor),
    coordinated: union.coordinated === true,
    owner: named(union.owner),
    rollsTo: store.units.rollsTo(code),
    aliases: store.units.aliases(code),
    above: store.units.above(code),
  };
}

export const isClosed = ({ to }: Union, day: string): boolean => typeof to === 'string' && day > to;

const tallyLines = (rows: readonly TotalRow[]) =>
  rows
    .filter(({ subject }) => subject === 'tally')
    .map(({ day, code, detail, tree }) => ({ day, outcome: code, reason: detail || null, count: tree }));

/** The numbers on the operator's screen, read back from what is on disk. */
export function countsOf(desk: Desk): Counts {
  const world = desk.world();
  const day = todayOf(desk);
  const union = currentUnion(world);
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
