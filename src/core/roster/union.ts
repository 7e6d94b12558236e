import type { Day } from '../base/day.ts';

/** Levels of a union in the charter of 2020 (four), and what lies inside a grassroots union (not a level of its own). */
export const unionLevels = [1, 2, 3, 4, 5] as const;
export type UnionLevel = (typeof unionLevels)[number];

/**
 * A node of the roster. The tree is not the administrative tree: a union in a province may answer to a
 * sector union, so parent and province are two facts. Depth is ragged.
 */
export interface Union {
  /** Text, never a number: leading zeros count. */
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly parent: string | null;
  /** GSO code of the province, two digits as text. */
  readonly province: string | null;
  /** Total workers, members, and smartphone owners as the roster gives them; `null` is "not given", not zero. */
  readonly workers: number | null;
  readonly members: number | null;
  readonly smartphones: number | null;
  /** First and last day, both included; without them the union was always there, and stays. */
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
  /** Code of the union that took this one over. Old numbers stay with the old code. */
  readonly successor?: string | null | undefined;
  /** Listed here for cooperation only ("báo cáo phối hợp"): its numbers do not roll up to its parent. */
  readonly coordinated?: boolean | undefined;
  /** Of a coordinated union: the one union that its numbers roll up to. Without it they stand in another listing. */
  readonly owner?: string | null | undefined;
}

/** Deepest way from a union to the top that the kit follows: seven in practice, and a circle must end somewhere. */
export const DEPTH_MAX = 32;

export const isClosed = ({ to }: Union, day: string): boolean => typeof to === 'string' && day > to;
