import { play } from '../../soak/radio/play.ts';
import { sceneOf, seedOf } from '../../soak/radio/scenes.ts';
import { signature } from '../../soak/radio/signature.ts';
import { add, quantile, type Sums, whole } from '../../soak/radio/sums.ts';
import type { Result } from '../harness.ts';

/** A sample of the hundred thousand scenes that `npm run soak` plays. */
const SCENES = 4_000;
const SEED = 20_200_818;
/** What a phone with the app in the background may take, seconds: its pause, and half a second (docs/measurements.md). */
const BACKGROUND_S = 15.5;

/** The two rows of the verdict: how soon, and how true. */
export function verdictRows(): Result[] {
  const sums: Sums = {};
  const start = performance.now();
  for (let scene = 0; scene < SCENES; scene++) add(sums, play(sceneOf(seedOf(SEED, scene), signature), signature));
  const perScene = (performance.now() - start) / SCENES;
  const of = (story: 'android open' | 'iphone open' | 'android background', share: number): number =>
    quantile(sums[story]?.latencies ?? [], share) ?? Number.POSITIVE_INFINITY;
  const seconds = (value: number): string => `${value.toFixed(1)} s`;
  const both = (story: 'android open' | 'iphone open' | 'android background'): string =>
    `${seconds(of(story, 0.5))} / ${seconds(of(story, 0.99))}`;

  const soon = of('android open', 0.5) <= 1 && of('android open', 0.99) <= 2;
  const afterPause = of('android background', 0.99) <= BACKGROUND_S;
  const { scenes, falsePasses, falseOthers } = whole(sums);
  const never = falsePasses.length === 0 && falseOthers.length === 0;
  const iphone = `iPhone open ${both('iphone open')}`;
  const background = sums['android background']?.latencies ?? [];
  const inTime = background.filter((latency) => latency <= BACKGROUND_S).length / background.length;
  const most = `${(100 * inTime).toFixed(1)} % within it; the others pay the stay in the gate after the pause`;
  return [
    cellsOf('verdict, app open', both('android open'), 'median ≤ 1 s, p99 ≤ 2 s', soon, iphone),
    cellsOf('verdict, Android in background', both('android background'), `p99 ≤ ${BACKGROUND_S} s`, afterPause, most),
    cellsOf(
      'false pass in random crowds',
      `${falsePasses.length} of ${scenes}`,
      '0',
      never,
      `${falseOthers.length} other false verdicts, ${perScene.toFixed(1)} ms a scene`,
    ),
  ];
}

function cellsOf(name: string, kit: string, target: string, met: boolean, also: string): Result {
  return { cells: [name, kit, '', '', target, met ? 'met' : 'MISSED', also], met };
}
