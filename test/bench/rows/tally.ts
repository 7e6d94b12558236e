import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Union } from '../../../src/core/union.ts';
import { openStore } from '../../../src/main/store/index.ts';
import type { Row } from '../harness.ts';

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
  const bare = new Database(path.join(folder, 'bare.sqlite'));
  bare.pragma('locking_mode = EXCLUSIVE');
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec(`CREATE TABLE event (id INTEGER PRIMARY KEY, stamp TEXT, kind TEXT, version INTEGER, union_code TEXT,
    body TEXT, hash BLOB) STRICT`);
  const insert = bare.prepare(`INSERT INTO event VALUES (?, ?, 'tally', 1, 'C1', ?, ?)`);
  const hash = Buffer.alloc(32, 7);
  let seq = 0;
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
  const body = { campaign: 'bluezone-2020', outcome: 'installed', reason: null, count: 1, day: '2020-08-18' };
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
        run: () => timed(() => void insert.run(++seq, `${new Date().toISOString()}-0000`, JSON.stringify(body), hash)),
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
