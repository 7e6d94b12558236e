import { done } from '../../core/base/result.ts';
import { DEPTH_MAX, type Union } from '../../core/roster/union.ts';
import type { Units } from '../store/projections/units.ts';
import { type Context, type Handlers, todayOf } from '../world/context.ts';
import { countsOf } from '../world/counts.ts';
import { choose, currentUnion, lately } from '../world/settings.ts';
import { unionView } from './union-view.ts';

/** Unions listed by name; beyond that the number must do. */
const LISTED = 500;

/** Finding a union, and choosing for which one is counted. */
export function unionHandlers(
  context: Context,
): Pick<Handlers, 'union.search' | 'union.get' | 'union.choose' | 'union.lately'> {
  return {
    'union.search': ({ text, limit }) => {
      const world = context.world();
      const today = todayOf(context);
      const { unions, total } = world.store.units.search(text, limit);
      return done({ unions: unions.map((union) => unionView(world, union, today)), total });
    },

    'union.get': ({ union: code }) => {
      const world = context.world();
      const { units } = world.store;
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const below = units.below(code);
      return done({
        union: unionView(world, union, todayOf(context)),
        above: wayUp(units, union),
        below: below.slice(0, LISTED).map(named),
        belowTotal: below.length,
        guests: units.guests(code).slice(0, LISTED).map(named),
        tookOver: units
          .tookOver(code)
          .flatMap((one) => units.get(one) ?? [])
          .map(named),
      });
    },

    'union.choose': ({ union: code }) => {
      const world = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const chosen = choose(world.store, code);
      if (!chosen.ok) return chosen;
      const counts = countsOf(context);
      context.push({ name: 'counts.changed', body: counts });
      return done({ union: unionView(world, union, todayOf(context)), counts });
    },

    'union.lately': () => {
      const world = context.world();
      const today = todayOf(context);
      const unions = lately(world.store).flatMap((code) => world.store.units.get(code) ?? []);
      const current = currentUnion(world.store);
      const union = current === null ? null : world.store.units.get(current);
      return done({
        current: union === null ? null : unionView(world, union, today),
        unions: unions.map((one) => unionView(world, one, today)),
      });
    },
  };
}

const named = ({ code, name }: Union) => ({ code, name });

/** The unions above, nearest first. A circle of superiors ends at the deepest way that the kit follows. */
function wayUp(units: Units, { parent }: Union): { code: string; name: string }[] {
  const way: { code: string; name: string }[] = [];
  let at = parent;
  while (at !== null && way.length < DEPTH_MAX) {
    const union = units.get(at);
    if (union === null) break;
    way.push(named(union));
    at = union.parent;
  }
  return way;
}
