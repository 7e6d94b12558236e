import type { UnionView } from '../../preload/contract.ts';

/** The unions above, highest first; the confederation at the top says nothing that tells two companies apart. */
export function pathOf({ above }: Pick<UnionView, 'above'>): string {
  const told = above.length > 1 ? above.slice(0, -1) : above;
  return told.toReversed().join(' › ');
}

/** What every company's name begins with, in the order in which it does. */
const beginnings = [
  /^(?:CĐCS|Công đoàn cơ sở|CĐ|Công đoàn)\s+/iu,
  /^Công ty\s+/iu,
  /^(?:TNHH|trách nhiệm hữu hạn|cổ phần|CP)\s+/iu,
  /^(?:MTV|một thành viên)\s+/iu,
];

/** The part of a name that tells two companies of a park apart, for a place with little room. */
export function shortName(name: string): string {
  let left = name;
  for (const beginning of beginnings) left = left.replace(beginning, '');
  return left.charAt(0).toLocaleUpperCase('vi') + left.slice(1);
}
