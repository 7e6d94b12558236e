import { setImmediate as nextTurn } from 'node:timers/promises';
import { wallOf } from '../../core/base/clock.ts';
import { done, failed } from '../../core/base/result.ts';
import { flagsOf, latestOfOthers } from '../../core/log/clock-flags.ts';
import type { HistoryLine } from '../../preload/contract.ts';
import { historyWhy, historyWords } from '../messages/history.ts';
import { wordsForClock } from '../messages/index.ts';
import type { HistoryEvent, HistoryPlace } from '../store/projections/history.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { World } from '../world/world.ts';

/** Who did what for a union, when and why, newest first, page by page. */
export function historyHandlers(context: Context): Pick<Handlers, 'history.get'> {
  return {
    'history.get': async ({ union: code, subtree, limit, cursor }) => {
      const world = context.world();
      const { history } = world.store;
      const known = context.union(code);
      if (!known.ok) return known;
      const started = readPlace(cursor);
      if (started === 'bad') return failed('bad-input', { where: 'cursor' });
      const wanted = subtree ? isWithin(world, code) : code;
      const lines: HistoryLine[] = [];
      let place = started;
      do {
        const slice = history.read(wanted, place, limit - lines.length);
        lines.push(...slice.events.map((event) => lineOf(world, event)));
        place = slice.next;
        // A union that was counted for a week ago may lie far back: others get their turn in between.
        if (place !== null && lines.length < limit) await nextTurn();
      } while (place !== null && lines.length < limit && context.world() === world);
      return done({ lines, cursor: place === null ? null : JSON.stringify(place) });
    },
  };
}

function readPlace(cursor: string | null): HistoryPlace | null | 'bad' {
  if (cursor === null) return null;
  try {
    const place = JSON.parse(cursor) as unknown;
    if (typeof place !== 'object' || place === null) return 'bad';
    return Object.values(place).every((seq) => Number.isSafeInteger(seq)) ? (place as HistoryPlace) : 'bad';
  } catch {
    return 'bad';
  }
}

/** Whether the numbers of a union roll up to this one. Asked for the unions that come up, not for the whole tree. */
function isWithin({ store }: World, code: string): (union: string) => boolean {
  const known = new Map([[code, true]]);
  return (union) => {
    const before = known.get(union);
    if (before !== undefined) return before;
    const within = store.ancestors(union).includes(code);
    known.set(union, within);
    return within;
  };
}

function lineOf({ store, campaign }: World, { row, event, undone }: HistoryEvent): HistoryLine {
  const { machine, seq, stamp, kind, union } = row;
  const body: { by?: string | undefined; booth?: string | undefined } = event?.body ?? {};
  const context = { letter: campaign.letter.date, others: latestOfOthers(store.history.machines(), machine) };
  return {
    ...{ machine, seq, kind, union, undone },
    at: new Date(wallOf(stamp)).toISOString(),
    unionName: union === null ? null : (store.units.get(union)?.name ?? union),
    by: body.by ?? null,
    booth: body.booth ?? null,
    host: body.booth === undefined ? null : store.booths.unionAt(body.booth, stamp),
    what: event === null ? { vi: kind, en: kind } : historyWords(event, campaign),
    why: event === null ? null : historyWhy(event),
    flags: event === null ? [] : flagsOf(event, context).map((flag) => wordsForClock(flag, machine)),
  };
}
