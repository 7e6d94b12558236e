import type { UnionLevel } from './union.ts';

/** What decides where a union's numbers go. */
export interface TreeFacts {
  readonly level: UnionLevel;
  readonly parent: string | null;
  readonly coordinated?: boolean | undefined;
  readonly owner?: string | null | undefined;
}

export type TreeOf = (code: string) => TreeFacts | null;

/** Where its own row sends a union's numbers: to its parent, or, when it is listed for cooperation, to their owner. */
export const sendsTo = ({ parent, coordinated, owner }: TreeFacts): string | null =>
  coordinated === true ? (owner ?? null) : parent;

/** A union is asked for several times on the way up, and a look into the roster is the dearest step of it. */
export function remembering<U>(lookUp: (code: string) => U | null): (code: string) => U | null {
  const known = new Map<string, U | null>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = lookUp(code);
    known.set(code, found);
    return found;
  };
}

/**
 * The union at which a circle is cut open, or `null` where there is none. Rosters of two machines may each be right
 * and together make a circle; the highest union on it (then the first by code) then sends its numbers to nobody.
 * Only the rows as they stand decide, so every order of events ends with the same tree.
 * @param start a union; the circle is looked for on its way up, and counts only when `start` lies on it.
 */
export function circleHead(start: string, treeOf: TreeOf): string | null {
  const way: { code: string; level: UnionLevel }[] = [];
  const seen = new Set<string>();
  for (let at: string | null = start; at !== null && !seen.has(at); ) {
    const facts: TreeFacts | null = treeOf(at);
    if (facts === null) return null;
    seen.add(at);
    way.push({ code: at, level: facts.level });
    at = sendsTo(facts);
    if (at === start) {
      return way.reduce((head, one) =>
        one.level < head.level || (one.level === head.level && one.code < head.code) ? one : head,
      ).code;
    }
  }
  return null;
}

/** The one union that a union's numbers roll up to: as its row says, unless that would close a circle. */
export function rollsTo(code: string, treeOf: TreeOf): string | null {
  const facts = treeOf(code);
  if (facts === null || circleHead(code, treeOf) === code) return null;
  return sendsTo(facts);
}

/**
 * The superiors of a union as the rows name them, nearest first, and whether that way ends at one without a superior:
 * a code that the roster does not hold, or a circle, ends it elsewhere.
 */
export function treeTop(
  code: string,
  treeOf: TreeOf,
): { readonly above: readonly string[]; readonly isWhole: boolean } {
  const above: string[] = [];
  const seen = new Set<string>();
  for (let at = code; !seen.has(at); ) {
    const facts = treeOf(at);
    if (facts === null) return { above, isWhole: false };
    if (facts.parent === null) return { above, isWhole: true };
    seen.add(at);
    at = facts.parent;
    above.push(at);
  }
  return { above, isWhole: false };
}

/** Grassroots unions are level 4 (charter of 2020). */
const GRASSROOTS = 4;

/**
 * Whether a union counts as one grassroots union of those above it: once, so not where it was taken over, nor where
 * it is a second listing of a union that stands elsewhere.
 */
export function isGrassroots(
  facts: TreeFacts & { readonly successor?: string | null | undefined },
  treeOf: TreeOf,
): boolean {
  if (facts.level !== GRASSROOTS || facts.successor) return false;
  if (facts.coordinated !== true) return true;
  const owner = facts.owner ? treeOf(facts.owner) : null;
  return owner !== null && owner.level < GRASSROOTS;
}
