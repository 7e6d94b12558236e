import { countText } from '../base/format.ts';
import { type TreeOf, treeTop } from '../roster/tree.ts';
import type { UnionLevel } from '../roster/union.ts';

/**
 * People counted where no way leads up to the top of the roster: for a code that it does not hold, below a superior
 * that it does not hold, on a circle of superiors, or for a second listing without an owner.
 */
export interface Outside {
  /** The union, or the missing superior, at which the way up ends. */
  readonly code: string;
  readonly count: number;
}

/** Unions of this level and below have nobody to miss but what the roster lists below them. */
const GRASSROOTS = 4;

/**
 * What a union's report may be short of. A line that the roster itself lists below somebody is missed there and above;
 * nobody can say where any other belongs, so every office from the upper unions on is told.
 * @param own the union itself and those that its numbers roll up to: what ends there is in its own numbers.
 */
export function outsideFor(
  union: { readonly code: string; readonly level: UnionLevel },
  lines: readonly Outside[],
  own: ReadonlySet<string>,
  treeOf: TreeOf,
): Outside[] {
  return lines.filter(({ code }) => {
    if (own.has(code)) return false;
    const { above, isWhole } = treeTop(code, treeOf);
    return above.includes(union.code) || (!isWhole && union.level < GRASSROOTS);
  });
}

/** Codes that one line can carry. */
const NAMED = 5;

/** `X9 (12 lượt); X10 (3 lượt) và 4 mã khác`. */
export function outsideText(lines: readonly Outside[]): string {
  const named = lines
    .slice(0, NAMED)
    .map(({ code, count }) => `${code === '' ? '–' : code} (${countText(count)} lượt)`);
  const more = lines.length - NAMED;
  return `${named.join('; ')}${more > 0 ? ` và ${countText(more)} mã khác` : ''}`;
}

export const outsideSum = (lines: readonly Outside[]): number => lines.reduce((sum, { count }) => sum + count, 0);

/** What a document says of it; `null` where there is nothing to say. */
export const outsideSentence = (lines: readonly Outside[]): string | null =>
  lines.length === 0
    ? null
    : `Chưa tính vào số liệu báo cáo: ${countText(outsideSum(lines))} lượt đã đếm cho đơn vị không có trong danh sách công đoàn hoặc chưa rõ cấp trên, mã ${outsideText(lines)}.`;
