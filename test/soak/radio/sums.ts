import { type Verdict, verdicts } from '../../../src/core/check/verdict.ts';
import type { Ending } from './play.ts';
import { type Story, stories } from './stories.ts';

/** What scenes of one story came to. Plain data: it travels between threads. */
export interface Sum {
  scenes: number;
  packets: number;
  readonly verdicts: Partial<Record<Verdict, number>>;
  /** Seeds, so that one scene can be played again. */
  readonly falsePasses: number[];
  readonly falseOthers: number[];
  /** Seconds from entering reach to the pass. */
  readonly latencies: number[];
  /** Passes of a phone that fading had lifted into the gate before it was in reach. */
  beforeReach: number;
}

export type Sums = Partial<Record<Story, Sum>>;

const emptySum = (): Sum => ({
  scenes: 0,
  packets: 0,
  verdicts: {},
  falsePasses: [],
  falseOthers: [],
  latencies: [],
  beforeReach: 0,
});

export function add(sums: Sums, ending: Ending): void {
  sums[ending.story] ??= emptySum();
  const sum = sums[ending.story] as Sum;
  sum.scenes++;
  sum.packets += ending.packets;
  sum.verdicts[ending.verdict] = (sum.verdicts[ending.verdict] ?? 0) + 1;
  if (ending.falsePass) sum.falsePasses.push(ending.seed);
  if (ending.falseOther) sum.falseOthers.push(ending.seed);
  if (ending.verdict === 'pass' && ending.latency === null) sum.beforeReach++;
  if (ending.latency !== null) sum.latencies.push(ending.latency);
}

export function join(into: Sums, from: Sums): void {
  for (const story of stories) {
    const sum = from[story];
    if (sum === undefined) continue;
    into[story] ??= emptySum();
    const all = into[story] as Sum;
    all.scenes += sum.scenes;
    all.packets += sum.packets;
    all.beforeReach += sum.beforeReach;
    for (const verdict of verdicts) {
      const count = sum.verdicts[verdict];
      if (count !== undefined) all.verdicts[verdict] = (all.verdicts[verdict] ?? 0) + count;
    }
    for (const name of ['falsePasses', 'falseOthers', 'latencies'] as const) {
      for (const value of sum[name]) all[name].push(value);
    }
  }
}

/** All stories as one. */
export function whole(sums: Sums): Sum {
  const all: Sums = {};
  for (const story of stories) {
    const sum = sums[story];
    if (sum !== undefined) join(all, { silent: sum });
  }
  return all.silent ?? emptySum();
}

/** The value that this share of them stays below; `null` of nothing. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
