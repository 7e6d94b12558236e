import { isClosed, type Union } from '../../core/roster/union.ts';
import type { UnionView } from '../../preload/contract.ts';
import type { World } from '../world/world.ts';

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
