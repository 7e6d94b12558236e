import { type Outside, outsideFor } from '../../core/figures/off-roster.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Store } from '../store/index.ts';

/**
 * What was counted outside the tree and may be missed in a union's numbers.
 * @param until as it stood at a moment, folded anew from the log; `null` is now.
 */
export function outsideOf(store: Store, union: Union, until: number | null = null): Outside[] {
  const lines = until === null ? store.outside.now() : outsideAt(store, until);
  if (lines.length === 0) return [];
  return outsideFor(union, lines, new Set([union.code, ...store.ancestors(union.code)]), store.units.get);
}

function outsideAt(store: Store, until: number): Outside[] {
  const counts = new Map(store.outside.ends().map((code) => [code, 0]));
  if (counts.size === 0) return [];
  for (const { union, subject, amount } of store.totalsAt(until)) {
    if (union === null || subject !== 'tally') continue;
    const end = [union, ...store.ancestors(union)].find((code) => counts.has(code));
    if (end !== undefined) counts.set(end, (counts.get(end) ?? 0) + amount);
  }
  return [...counts].map(([code, count]) => ({ code, count })).filter(({ count }) => count !== 0);
}
