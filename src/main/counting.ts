import { outcomeOf } from '../core/campaign.ts';
import { dayOf } from '../core/day.ts';
import type { LogEvent } from '../core/event.ts';
import { sumBy } from '../core/figures.ts';
import { done, failed, type Outcome } from '../core/outcome.ts';
import { countOf } from '../core/tally.ts';
import type { Union } from '../core/union.ts';
import type { Counts, RecentTally, UnionView } from '../preload/contract.ts';
import type { Desk, Handlers } from './kit.ts';
import type { TallyLine } from './store/recent.ts';
import { EVERYTHING, type TotalRow } from './store/totals.ts';
import type { World } from './world.ts';

/** Tallies that go to the screen; undo reaches as deep as the store keeps them at hand. */
const RECENT = 10;
/** Unions at hand on the number keys. */
const LATELY = 9;

const CURRENT = 'current-union';
const LATEST = 'latest-unions';

type CountingRequest = 'tally.add' | 'tally.undo' | 'union.choose' | 'union.lately' | 'union.search';

/** Counting people, choosing for which union, and taking a slip back. */
export function counting(desk: Desk): Pick<Handlers, CountingRequest> {
  const changed = (): Counts => {
    const counts = countsOf(desk);
    desk.push({ name: 'counts.changed', body: counts });
    return counts;
  };

  return {
    'union.search': ({ text, limit }) => {
      const { store } = desk.world();
      const { unions, total } = store.units.search(text, limit);
      return done({ unions: unions.map((union) => unionView(desk.world(), union)), total });
    },

    'union.choose': ({ union: code }) => {
      const union = desk.world().store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const chosen = choose(desk.world(), code);
      return chosen.ok ? done({ union: unionView(desk.world(), union), counts: changed() }) : chosen;
    },

    'union.lately': () => {
      const world = desk.world();
      const unions = lately(world).flatMap((code) => world.store.units.get(code) ?? []);
      const current = currentUnion(world);
      const union = current === null ? null : world.store.units.get(current);
      return done({
        current: union === null ? null : unionView(world, union),
        unions: unions.map((one) => unionView(world, one)),
      });
    },

    'tally.add': ({ union: code, outcome: outcomeCode, reason: reasonCode, count: typed }) => {
      const world = desk.world();
      const fits = outcomeOf(world.campaign, outcomeCode, reasonCode);
      if (!fits.ok) return fits;
      const count = countOf(typed);
      if (!count.ok) return count;
      if (world.store.units.get(code) === null) return failed('union-unknown', { union: code });
      const written = world.store.append([
        {
          kind: 'tally',
          union: code,
          body: {
            campaign: world.campaign.id,
            outcome: outcomeCode,
            reason: reasonCode,
            count: count.value,
            day: dayOf(desk.clock.wall()),
          },
        },
      ]);
      if (!written.ok) return written;
      // A remembered choice that cannot be written does not undo a count that was.
      if (currentUnion(world) !== code) choose(world, code);
      return done({ events: written.value.map(refOf), counts: changed() });
    },

    'tally.undo': ({ event }) => {
      const world = desk.world();
      const target = undoTarget(world, event);
      if (target === null) return failed('nothing-to-undo');
      const written = world.store.append([
        { kind: 'undo', union: target.union, body: { target: refOf(target), why: 'mistake' } },
      ]);
      if (!written.ok) return written;
      const undone = recentView(world, { ...target, undone: true });
      return done({ events: written.value.map(refOf), undone, counts: changed() });
    },
  };
}

const refOf = ({ machine, seq }: Pick<LogEvent, 'machine' | 'seq'>) => ({ machine, seq });

function undoTarget(world: World, event: { machine: string; seq: number } | null): TallyLine | null {
  if (event === null) return world.store.recentTallies(64).find((line) => !line.undone) ?? null;
  if (event.machine !== world.store.machine) return null;
  const line = world.store.tally(event.seq);
  return line === null || line.undone ? null : line;
}

/** The union that this machine counts for now; `null` before one was chosen. */
export const currentUnion = (world: World): string | null => world.store.setting(CURRENT);

const lately = (world: World): string[] => JSON.parse(world.store.setting(LATEST) ?? '[]') as string[];

function choose(world: World, code: string): Outcome<void> {
  const latest = [code, ...lately(world).filter((other) => other !== code)].slice(0, LATELY);
  const remembered = world.store.remember(LATEST, JSON.stringify(latest));
  return remembered.ok ? world.store.remember(CURRENT, code) : remembered;
}

export const unionView = (world: World, union: Union): UnionView => ({
  ...union,
  above: world.store.units.above(union.code),
});

const tallyLines = (rows: readonly TotalRow[]) =>
  rows
    .filter(({ subject }) => subject === 'tally')
    .map(({ day, code, detail, tree }) => ({ day, outcome: code, reason: detail || null, count: tree }));

/** The numbers on the operator's screen, read back from what is on disk. */
export function countsOf(desk: Desk): Counts {
  const world = desk.world();
  const day = dayOf(desk.clock.wall());
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

function recentView(world: World, line: TallyLine): RecentTally {
  const union = line.union ?? '';
  return {
    machine: line.machine,
    seq: line.seq,
    union,
    unionName: world.store.units.get(union)?.name ?? union,
    outcome: line.body.outcome,
    reason: line.body.reason,
    count: line.body.count,
    at: new Date(line.at).toISOString(),
    undone: line.undone,
  };
}
