import type { UnionLevel } from './union.ts';

/** A union as far as sums go up the tree. */
export interface TreeNode {
  readonly code: string;
  /** The union that its numbers roll up to. */
  readonly rollsTo: string | null;
  readonly level: UnionLevel;
  /** Counts as one grassroots union of those above it. */
  readonly grassroots: boolean;
  /** Another union took it over: its people are counted there. */
  readonly takenOver: boolean;
}

/** A number of a subtree, and where it comes from: the union's own word goes before the sum of those below. */
export interface Known {
  /** `null`: nobody has reported it, which is not zero. */
  readonly value: number | null;
  readonly from: 'own' | 'sum' | 'none';
  /** Unions directly below whose number is known, out of `asked`. */
  readonly given: number;
  readonly asked: number;
}

export interface Sums {
  of(code: string): Known;
}

/**
 * Sums numbers of unions up the tree. Built once for a roster; `rollsTo` has no circles. A row of numbers holds one for
 * each union, in the order of the nodes; `NaN` is "not reported".
 */
export class TreeSums {
  readonly #at = new Map<string, number>();
  readonly #up: Int32Array;
  /** Unions with those below them first. */
  readonly #order: Int32Array;
  /** Unions directly below, all of them, and without those that were taken over. */
  readonly #below: Int32Array;
  readonly #belowToday: Int32Array;
  readonly #nodes: readonly TreeNode[];

  constructor(nodes: readonly TreeNode[]) {
    this.#nodes = nodes;
    const size = nodes.length;
    for (let index = 0; index < size; index++) this.#at.set(nodes[index]?.code ?? '', index);
    this.#up = Int32Array.from(nodes, ({ rollsTo }) => (rollsTo === null ? -1 : (this.#at.get(rollsTo) ?? -1)));
    this.#order = belowFirst(this.#up);
    this.#below = new Int32Array(size);
    this.#belowToday = new Int32Array(size);
    for (let index = 0; index < size; index++) {
      const up = this.#up[index] ?? -1;
      if (up < 0) continue;
      this.#below[up] = (this.#below[up] ?? 0) + 1;
      if (nodes[index]?.takenOver === false) this.#belowToday[up] = (this.#belowToday[up] ?? 0) + 1;
    }
  }

  /** A row of numbers from those that are known by code. */
  row(known: ReadonlyMap<string, number>): Float64Array {
    const row = new Float64Array(this.#nodes.length).fill(Number.NaN);
    for (const [code, value] of known) {
      const index = this.#at.get(code);
      if (index !== undefined) row[index] = value;
    }
    return row;
  }

  /**
   * A union's own number where it gives one, otherwise the sum of the numbers below that are known.
   * @param isSize people and units: a union that was taken over gives none of these upwards.
   */
  resolve(own: Float64Array, isSize: boolean): Sums {
    const value = own.slice();
    const sum = new Float64Array(own.length);
    const given = new Int32Array(own.length);
    for (const index of this.#order) {
      if (Number.isNaN(value[index]) && (given[index] ?? 0) > 0) value[index] = sum[index] ?? 0;
      const known = value[index] ?? Number.NaN;
      const up = this.#up[index] ?? -1;
      if (up < 0 || Number.isNaN(known) || (isSize && this.#nodes[index]?.takenOver)) continue;
      given[up] = (given[up] ?? 0) + 1;
      sum[up] = (sum[up] ?? 0) + known;
    }
    const asked = isSize ? this.#belowToday : this.#below;
    return {
      of: (code) => {
        const index = this.#at.get(code) ?? -1;
        const known = value[index] ?? Number.NaN;
        const isOwn = !Number.isNaN(own[index] ?? Number.NaN);
        return {
          value: Number.isNaN(known) ? null : known,
          from: isOwn ? 'own' : Number.isNaN(known) ? 'none' : 'sum',
          given: given[index] ?? 0,
          asked: asked[index] ?? 0,
        };
      },
    };
  }

  /** Grassroots unions of every subtree, and those of them in which somebody was counted. */
  grassroots(counted: ReadonlySet<string>): { of(code: string): { total: number; active: number } } {
    const size = this.#nodes.length;
    const total = new Int32Array(size);
    const active = new Int32Array(size);
    const hasCounted = new Uint8Array(size);
    for (const index of this.#order) {
      const node = this.#nodes[index] as TreeNode;
      if (counted.has(node.code)) hasCounted[index] = 1;
      if (node.grassroots) {
        total[index] = (total[index] ?? 0) + 1;
        active[index] = (active[index] ?? 0) + (hasCounted[index] ?? 0);
      }
      const up = this.#up[index] ?? -1;
      if (up < 0) continue;
      total[up] = (total[up] ?? 0) + (total[index] ?? 0);
      active[up] = (active[up] ?? 0) + (active[index] ?? 0);
      if (hasCounted[index] === 1) hasCounted[up] = 1;
    }
    return {
      of: (code) => {
        const index = this.#at.get(code) ?? -1;
        return { total: total[index] ?? 0, active: active[index] ?? 0 };
      },
    };
  }
}

/** Every index after all those that point to it. */
function belowFirst(up: Int32Array): Int32Array {
  const waiting = new Int32Array(up.length);
  for (const above of up) if (above >= 0) waiting[above] = (waiting[above] ?? 0) + 1;
  const order = new Int32Array(up.length);
  let end = 0;
  for (let index = 0; index < up.length; index++) if (waiting[index] === 0) order[end++] = index;
  for (let at = 0; at < end; at++) {
    const above = up[order[at] ?? 0] ?? -1;
    if (above < 0) continue;
    waiting[above] = (waiting[above] ?? 0) - 1;
    if (waiting[above] === 0) order[end++] = above;
  }
  return order.subarray(0, end);
}
