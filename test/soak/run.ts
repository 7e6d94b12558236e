/**
 * `npm run soak [-- PART… --seed N --scenes N --adverts N --packets N --kills N --cases N]`: the large numbers that
 * the tests only sample. Prints figures; ends with 1 when one of them is not what it must be.
 * `--scene SEED` plays one crowded scene by its own seed, as the table names it, and prints how it ended.
 */
import { parseArgs } from 'node:util';
import { corruptOften } from './corruption.ts';
import { run as soakHci } from './hci.ts';
import { killOften } from './kills.ts';
import { fuzz } from './radio/fuzz.ts';
import { play } from './radio/play.ts';
import { sceneOf } from './radio/scenes.ts';
import { soakScenes } from './radio/scenes-soak.ts';
import { signature } from './radio/signature.ts';

const number = (full: string) => ({ type: 'string', default: full }) as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: number('2020'),
    scenes: number('100000'),
    beyond: number('4000'),
    adverts: number('1000000'),
    packets: number('1000000'),
    kills: number('1000'),
    cases: number('1000'),
    scene: { type: 'string' },
  },
});
const seed = Number(values.seed);

/** Each prints what it saw, and says whether that is as it must be. */
const parts: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  scenes: () => soakScenes(Number(values.scenes), Number(values.beyond), seed),
  adverts: () => {
    const noise = fuzz(Number(values.adverts), seed, signature);
    console.log('fuzzed adverts', { seed, ...noise });
    return noise.held <= 8_192 + 1_024;
  },
  hci: async () => {
    const noise = await soakHci(Number(values.packets), seed);
    console.log('fuzzed HCI packets through noble', { seed, ...noise });
    return noise.faults.length === 0 && noise.stillHears;
  },
  kills: async () => {
    const killed = await killOften(Number(values.kills), seed);
    console.log('kills while counting', { seed, ...killed });
    return killed.lost + killed.unexplained + killed.wrong === 0;
  },
  corruptions: async () => {
    const damaged = await corruptOften(Number(values.cases), seed);
    console.log('corruptions of database, WAL and backups', { seed, ...damaged });
    return damaged.wrong === 0;
  },
};

if (values.scene !== undefined) {
  console.log(play(sceneOf(Number(values.scene), signature), signature));
} else {
  const unknown = positionals.find((name) => parts[name] === undefined);
  if (unknown !== undefined) throw new Error(`No part ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const start = performance.now();
    if (!(await part())) process.exitCode = 1;
    console.log(`${name}: ${Math.round((performance.now() - start) / 1_000)} s\n`);
  }
}
