import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Work } from './scenes-worker.ts';
import { type Conditions, conditions } from './stories.ts';
import { join, type Sums } from './sums.ts';

/** Plays that many scenes on all cores. Scene n of seed s is always the same, however many cores there are. */
export async function playAll(
  count: number,
  seed: number,
  onProgress: (played: number) => void = () => undefined,
  keepTo: Conditions = conditions,
): Promise<Sums> {
  const sums: Sums = {};
  const threads = Math.min(availableParallelism(), 8);
  let played = 0;
  await Promise.all(
    Array.from({ length: threads }, (_, from) => {
      const work: Work = { from, until: count, step: threads, seed, keepTo };
      const worker = new Worker(new URL('./scenes-worker.ts', import.meta.url), { workerData: work });
      return new Promise<void>((resolve, reject) => {
        worker.on('message', (part: Sums) => {
          join(sums, part);
          for (const sum of Object.values(part)) played += sum.scenes;
          onProgress(played);
        });
        worker.once('error', reject);
        worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
      });
    }),
  );
  return sums;
}
