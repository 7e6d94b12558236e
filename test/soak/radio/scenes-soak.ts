import { playAll } from './crowd.ts';
import { conditions } from './stories.ts';
import { whole } from './sums.ts';
import { tableOf } from './table.ts';

/** Scenes in which a condition of the booth is broken, played beside every soak: they tell what the rules are for. */
const BEYOND = [
  ['somebody stands at 0.3 m', { lineMetres: 0.3 }],
  ['somebody’s phone lies at 0.1 m', { lineMetres: 0.1 }],
  ['somebody walks by at 0.1 m, slowly', { passMetres: 0.1, passSpeed: 0.3 }],
  ['a laptop that hears 8 dB better than any', { laptopBetterDb: 8 }],
] as const;

/** Plays random crowded scenes and prints their table; false when one ended in a verdict that was not true. */
export async function soakScenes(scenes: number, beyond: number, seed: number): Promise<boolean> {
  const start = performance.now();
  const tty = process.stderr.isTTY;
  const sums = await playAll(scenes, seed, (played) => {
    if (tty) process.stderr.write(`\r${played} scenes `);
  });
  if (tty) process.stderr.write('\r');
  const all = whole(sums);
  const seconds = Math.round((performance.now() - start) / 1_000);
  const [scenesText, packetsText] = [all.scenes, all.packets].map((count) => count.toLocaleString('en-US'));
  console.log(`${scenesText} scenes, seed ${seed}, ${packetsText} packets, ${seconds} s`);
  console.log(tableOf(sums));
  console.log(`${all.beforeReach} passes came before the phone was in reach by its mean strength and have no latency`);
  const wrong = [...all.falsePasses, ...all.falseOthers];
  if (wrong.length > 0) console.log(`false in scenes of seed ${wrong.join(', ')}`);

  console.log(`\nBeyond the conditions, ${beyond} scenes each (what the booth's rules are for)`);
  for (const [name, broken] of BEYOND) {
    const { scenes, verdicts, falsePasses } = whole(
      await playAll(beyond, seed, undefined, { ...conditions, ...broken }),
    );
    console.log(`  ${name}: ${falsePasses.length} false of ${scenes}, ${verdicts.pass ?? 0} passes`);
  }
  return wrong.length === 0;
}
