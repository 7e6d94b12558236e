import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Union } from '../../../src/core/roster/union.ts';
import { openStore } from '../../../src/main/store/index.ts';
import type { Row } from '../harness.ts';
import { openBare } from './bare.ts';

const PER_ROUND = 500;
const roster: Union[] = ['TLD', 'LDLD74', 'T1', 'C1'].map((code, index, all) => ({
  code,
  name: code,
  level: (index + 1) as Union['level'],
  parent: all[index - 1] ?? null,
  province: null,
  workers: null,
  members: null,
  smartphones: null,
}));

/** A tally of a grassroots union four levels deep, on disk, next to a bare insert of the same row on disk. */
export function tallyRow(): { row: Row; close: () => void } {
  // KIT_BENCH_DIR names a folder on a real disk where the temporary one lies in memory: the point is the disk.
  const folder = mkdtempSync(path.join(process.env.KIT_BENCH_DIR ?? tmpdir(), 'tram-bench-'));
  const opened = openStore(path.join(folder, 'kit'), { wall: () => Date.now() }, roster);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const bare = openBare(folder);
  const each: number[] = [];
  const timed = (work: () => void, times?: number[]) => {
    const start = performance.now();
    for (let n = 0; n < PER_ROUND; n++) {
      const before = performance.now();
      work();
      times?.push(performance.now() - before);
    }
    return { amount: PER_ROUND, ms: performance.now() - start };
  };
  const body = { campaign: 'bluezone-2020', outcome: 'installed', count: 1, day: '2020-08-18' };
  return {
    row: {
      name: 'durable tally',
      unit: 'tally/s',
      kit: () =>
        timed(() => {
          const written = store.append([{ kind: 'tally', union: 'C1', body }]);
          if (!written.ok) throw new Error(written.error.code);
        }, each),
      peer: {
        name: 'bare better-sqlite3 insert, same pragmas',
        run: () => timed(() => bare.insert(body)),
      },
      target: 0.8,
      also: () => {
        const sorted = [...each].sort((a, b) => a - b);
        return `p99 ${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(2)} ms (target ≤ 15 ms)`;
      },
    },
    close: () => {
      store.close();
      bare.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
