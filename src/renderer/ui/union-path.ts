import type { UnionView } from '../../preload/contract.ts';

/** The unions above, highest first; the confederation at the top says nothing that tells two companies apart. */
export function pathOf({ above }: Pick<UnionView, 'above'>): string {
  const told = above.length > 1 ? above.slice(0, -1) : above;
  return told.toReversed().join(' › ');
}
