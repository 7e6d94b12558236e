import type { Union } from './union.ts';

const unionFields = [
  'name',
  'level',
  'parent',
  'province',
  'workers',
  'members',
  'smartphones',
  'from',
  'to',
  'successor',
  'coordinated',
  'owner',
] as const;
export type UnionField = (typeof unionFields)[number];

export interface FieldChange {
  readonly field: UnionField;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

/** What differs between two rows of one union. */
export function changesBetween(before: Union, after: Union): FieldChange[] {
  const plain = (value: string | number | boolean | null | undefined) =>
    value === undefined || value === false ? null : value === true ? 1 : value;
  return unionFields
    .map((field) => ({ field, from: plain(before[field]), to: plain(after[field]) }))
    .filter(({ from, to }) => from !== to);
}
