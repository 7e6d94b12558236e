import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seeded } from '../../src/core/base/random.ts';
import { openStore } from '../../src/main/store/index.ts';

export interface KillResult {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged events that were not there after the kill. Must be 0. */
  readonly lost: number;
  /** Events beyond the one that may have been written without having been said. Must be 0. */
  readonly unexplained: number;
  /** Folders whose totals did not agree with their log or with what was acknowledged. Must be 0. */
  readonly wrong: number;
}

/**
 * Kills a counting booth at random moments, over and over in the same folder, and each time compares what it had
 * acknowledged with what is on disk.
 */
export async function killOften(kills: number, seed: number): Promise<KillResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-kills-'));
  const random = seeded(seed);
  const result = { kills: 0, acknowledged: 0, lost: 0, unexplained: 0, wrong: 0 };
  /** Sum that the log must hold, as far as it was acknowledged or found at a later opening. */
  let expected = 0;
  let before = 0;
  try {
    for (; result.kills < kills; result.kills++) {
      // Some kills hit the opening, most the counting.
      const acknowledged = await countUntilKilled(
        folder,
        random.below(10) === 0 ? 0 : 1 + random.below(120),
        random.next() * 3,
      );
      const last = acknowledged.at(-1)?.seq ?? before;
      result.acknowledged += acknowledged.length;
      expected += acknowledged.reduce((sum, { amount }) => sum + amount, 0);

      const opened = openStore(folder, { wall: () => Date.now() }, []);
      if (!opened.ok) throw new Error(`after kill ${result.kills}: ${opened.error.code}`);
      const store = opened.value;
      const found = store.lastSeq();
      if (found < last) result.lost += last - found;
      // One tally may have been on disk already when the kill came before its word was out.
      if (found > last + 1) result.unexplained += found - last - 1;
      const total = store.totals.of('*').reduce((sum, { tree }) => sum + tree, 0);
      const drift = total - expected;
      if (!store.verify().ok || store.recovery !== null || Math.abs(drift) > (found > last ? 1 : 0)) result.wrong++;
      expected = total;
      before = found;
      store.close();
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets a booth count until it has acknowledged so many events, and kills it a moment later. */
async function countUntilKilled(
  folder: string,
  after: number,
  delayMs: number,
): Promise<{ seq: number; amount: number }[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'counter.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Some never get to their first word: the kill hits the opening.
  if (after === 0) setTimeout(() => child.kill('SIGKILL'), delayMs * 100);
  let text = '';
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
    lines = text.split('\n').length - 1;
    if (lines > after) setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  await once(child, 'close');
  return text
    .split('\n')
    .slice(0, -1)
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(' ').map(Number))
    .map(([seq = 0, amount = 0]) => ({ seq, amount }));
}
