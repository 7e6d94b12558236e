import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { CLI } from '../../kit/cli.ts';

export interface Host {
  /** The address that lets one browser in. */
  readonly url: string;
  /** The data folder. */
  readonly folder: string;
  /** Ends the host as a pulled plug would, and leaves its data. */
  readonly kill: () => Promise<void>;
  /** Ends the host and clears its data away. */
  readonly close: () => Promise<void>;
}

export interface HostOptions {
  readonly radio?: 'auto' | 'practice' | 'none';
  /** A fixed clock, ISO with offset. */
  readonly now?: string;
  /** A data folder that is there already; it is left as it is. Without one, a fresh folder that goes with the host. */
  readonly data?: string;
}

/** Starts the built browser host in a fresh data folder and waits for the address it prints. */
export async function openHost({ radio = 'practice', now, data }: HostOptions = {}): Promise<Host> {
  const folder = data ?? mkdtempSync(path.join(tmpdir(), 'tram-e2e-'));
  const fixed = now === undefined ? [] : ['--now', now];
  const args = [CLI, 'serve', '--no-open', '--json', '--radio', radio, '--data', folder, ...fixed];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close');
  const [first] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [unknown];
  if (typeof first !== 'string') throw new Error(`the host did not come up: ${said}`);
  const { url } = JSON.parse(first) as { url: string };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    folder,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM');
      if (data === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
