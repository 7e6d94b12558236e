/** What one round of work did, in whatever the row counts. */
export interface Round {
  /** Work done, for example tallies or adverts. */
  readonly amount: number;
  /** Wall time of it, milliseconds. */
  readonly ms: number;
}

export interface Row {
  readonly name: string;
  /** What is counted: `tally/s`. */
  readonly unit: string;
  readonly kit: () => Round;
  /** The same work by a bare library; `null` where the target is absolute. */
  readonly peer: { readonly name: string; readonly run: () => Round } | null;
  /** Least ratio kit ÷ peer; or least rate per second, where there is no peer or `absolute` says so. */
  readonly target: number;
  /** The target is a rate, and the peer stands beside it for comparison only. */
  readonly absolute?: boolean;
  /** Further figures of the kit's rounds, said beside the row. */
  readonly also?: () => string;
}

const ROUNDS = 7;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const rate = ({ amount, ms }: Round): number => (amount * 1_000) / ms;
const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** A row of the table as it is printed, and whether its target was met. */
export interface Result {
  readonly cells: string[];
  readonly met: boolean;
}

/** Runs a row: kit and peer take turns, so that a noisy minute hits both. The first round of each only warms up. */
export function runRow(row: Row): Result {
  const kit: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const kitRate = rate(row.kit());
    const peerRate = row.peer === null ? null : rate(row.peer.run());
    if (round === 0) continue;
    kit.push(kitRate);
    if (peerRate !== null) peer.push(peerRate);
  }
  const absolute = row.peer === null || row.absolute === true;
  const reached = absolute ? median(kit) : median(kit) / median(peer);
  const met = reached >= row.target;
  const ratio = row.peer === null ? '' : (median(kit) / median(peer)).toFixed(2);
  const target = absolute ? `≥ ${whole(row.target)} ${row.unit}` : `≥ ${row.target}`;
  const cells = [
    row.name,
    `${whole(median(kit))} ${row.unit}`,
    row.peer === null ? '' : `${whole(median(peer))} (${row.peer.name})`,
    ratio,
    target,
    met ? 'met' : 'MISSED',
    row.also?.() ?? '',
  ];
  return { cells, met };
}

/** One table, columns as wide as they need. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${head.map((_, column) => (row[column] ?? '').padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
