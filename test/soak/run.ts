/**
 * `npm run soak [-- --scenes N --events N --seed N]`: random crowded scenes and fuzzed adverts against the rules
 * of the check. Ends with 1 when a verdict was false. `--scene SEED` plays one scene by its own seed, as the table names it, and prints how it ended.
 */
import { parseArgs } from 'node:util';
import { playAll } from './radio/crowd.ts';
import { fuzz } from './radio/fuzz.ts';
import { play } from './radio/play.ts';
import { sceneOf } from './radio/scenes.ts';
import { signature } from './radio/signature.ts';
import { conditions } from './radio/stories.ts';
import { whole } from './radio/sums.ts';
import { tableOf } from './radio/table.ts';

const { values } = parseArgs({
  options: {
    scenes: { type: 'string', default: '100000' },
    events: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '2020' },
    scene: { type: 'string' },
    beyond: { type: 'string', default: '4000' },
  },
});
const seed = Number(values.seed);

if (values.scene !== undefined) {
  console.log(play(sceneOf(Number(values.scene), signature), signature));
} else {
  const start = performance.now();
  const tty = process.stderr.isTTY;
  const sums = await playAll(Number(values.scenes), seed, (played) => {
    if (tty) process.stderr.write(`\r${played} scenes `);
  });
  if (tty) process.stderr.write('\r');
  const all = whole(sums);
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(
    `${all.scenes.toLocaleString('en-US')} scenes, seed ${seed}, ${all.packets.toLocaleString('en-US')} packets, ${seconds} s`,
  );
  console.log(tableOf(sums));
  console.log(`${all.beforeReach} passes came before the phone was in reach by its mean strength and have no latency`);
  const wrong = [...all.falsePasses, ...all.falseOthers];
  if (wrong.length > 0) console.log(`false in scenes of seed ${wrong.join(', ')}`);

  console.log(`\nBeyond the conditions, ${values.beyond} scenes each (what the booth's rules are for)`);
  for (const [name, broken] of [
    ['somebody stands at 0.3 m', { lineMetres: 0.3 }],
    ['somebody’s phone lies at 0.1 m', { lineMetres: 0.1 }],
    ['somebody walks by at 0.1 m, slowly', { passMetres: 0.1, passSpeed: 0.3 }],
    ['a laptop that hears 8 dB better than any', { laptopBetterDb: 8 }],
  ] as const) {
    const beyond = whole(await playAll(Number(values.beyond), seed, undefined, { ...conditions, ...broken }));
    console.log(
      `  ${name}: ${beyond.falsePasses.length} false of ${beyond.scenes}, ${beyond.verdicts.pass ?? 0} passes`,
    );
  }

  const noise = fuzz(Number(values.events), seed, signature);
  const heap = noise.heap === null ? '' : `, heap ${noise.heap[0]} → ${noise.heap[1]} MB`;
  console.log(
    `\n${noise.events.toLocaleString('en-US')} fuzzed adverts: no throw, slowest ${noise.slowestMs.toFixed(1)} ms, ${noise.held} held${heap}`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
