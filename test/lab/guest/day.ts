/** The lab's day: one data folder for all checks, one trace of the air, and where everything that was printed is kept. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Everything that a day may leave behind lies under here … */
export const PLACES = {
  data: '/tmp/laptop/data',
  runtime: '/tmp/laptop/run',
  reports: '/tmp/laptop/reports',
  logs: '/tmp/laptop/printed.log',
  stranger: '/tmp/stranger',
  second: '/tmp/second-window',
  other: '/tmp/other-laptop',
} as const;

/** … and this is where it is searched for. Only the trace, which is the evidence itself, lies elsewhere. */
export const SEARCHED = '/tmp';
export const TRACE = '/var/air.btsnoop';

/** Compiled scripts: under emulation, compiling the kit anew for every command would be most of its time. */
export const COMPILED = '/var/compiled';

/** Starts btmon, which sees every packet of every adapter from now on. */
export async function watchAir(): Promise<void> {
  for (const folder of [COMPILED, PLACES.data, PLACES.runtime]) mkdirSync(folder, { recursive: true });
  chmodSync(COMPILED, 0o777);
  spawn('btmon', ['-w', TRACE], { stdio: ['ignore', 'ignore', 'inherit'] });
  while (!existsSync(TRACE)) await sleep(50);
}
