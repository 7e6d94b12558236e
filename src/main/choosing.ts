import { done, failed } from '../core/outcome.ts';
import { choose, countsOf, currentUnion, lately, todayOf, unionView } from './counts.ts';
import type { Desk, Handlers } from './kit.ts';

/** Finding a union, and choosing for which one is counted. */
export function choosing(desk: Desk): Pick<Handlers, 'union.search' | 'union.choose' | 'union.lately'> {
  return {
    'union.search': ({ text, limit }) => {
      const world = desk.world();
      const today = todayOf(desk);
      const { unions, total } = world.store.units.search(text, limit);
      return done({ unions: unions.map((union) => unionView(world, union, today)), total });
    },

    'union.choose': ({ union: code }) => {
      const world = desk.world();
      const union = world.store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const chosen = choose(world, code);
      if (!chosen.ok) return chosen;
      const counts = countsOf(desk);
      desk.push({ name: 'counts.changed', body: counts });
      return done({ union: unionView(world, union, todayOf(desk)), counts });
    },

    'union.lately': () => {
      const world = desk.world();
      const today = todayOf(desk);
      const unions = lately(world).flatMap((code) => world.store.units.get(code) ?? []);
      const current = currentUnion(world);
      const union = current === null ? null : world.store.units.get(current);
      return done({
        current: union === null ? null : unionView(world, union, today),
        unions: unions.map((one) => unionView(world, one, today)),
      });
    },
  };
}
