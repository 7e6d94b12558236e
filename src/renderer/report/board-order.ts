import type { BoardRow } from '../../preload/contract.ts';

/** Columns that a board can be put in order by. */
export const boardColumns = ['unit', 'state', 'due', 'complete', 'rate', 'rank'] as const;
export type BoardColumn = (typeof boardColumns)[number];

export interface BoardOrder {
  readonly by: BoardColumn;
  readonly down: boolean;
}

/** Who needs a call first: late and missing, then missing, then changed, then late but there, then the rest. */
const need = ({ arrival, late, changes }: BoardRow): number =>
  arrival === null ? (late ? 0 : 1) : changes.length > 0 ? 2 : late ? 3 : 4;

const value: Readonly<Record<BoardColumn, (row: BoardRow) => number | string>> = {
  unit: ({ name }) => name,
  state: need,
  due: ({ due }) => due,
  complete: ({ completeness }) => completeness,
  rate: ({ percent }) => percent ?? -1,
  // Units that are not ranked stand at the end, whichever way the rest goes.
  rank: ({ rank }) => rank ?? Number.MAX_SAFE_INTEGER,
};

const collator = new Intl.Collator('vi', { numeric: true });

/** The rows in an order; those that are equal in it stay in the order of the roster. */
export function inOrder(rows: readonly BoardRow[], { by, down }: BoardOrder): BoardRow[] {
  const of = value[by];
  const compare = (a: BoardRow, b: BoardRow): number => {
    const [first, second] = [of(a), of(b)];
    if (typeof first === 'string' || typeof second === 'string') return collator.compare(String(first), String(second));
    return first - second;
  };
  return rows.toSorted((a, b) => (down ? -compare(a, b) : compare(a, b)));
}
