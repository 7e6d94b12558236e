/** One thread of the soak: plays a stretch of scenes and posts what they came to, stretch by stretch. */
import { parentPort, workerData } from 'node:worker_threads';
import { play } from './play.ts';
import { sceneOf, seedOf } from './scenes.ts';
import { signature } from './signature.ts';
import type { Conditions } from './stories.ts';
import { add, type Sums } from './sums.ts';

export interface Work {
  /** Every `step`-th scene from `from`, below `until`. */
  readonly from: number;
  readonly until: number;
  readonly step: number;
  readonly seed: number;
  readonly keepTo: Conditions;
}

const STRETCH = 500;

const { from, until, step, seed, keepTo } = workerData as Work;
let sums: Sums = {};
let played = 0;
for (let scene = from; scene < until; scene += step) {
  add(sums, play(sceneOf(seedOf(seed, scene), signature, keepTo), signature));
  if (++played % STRETCH === 0) {
    parentPort?.postMessage(sums);
    sums = {};
  }
}
parentPort?.postMessage(sums);
