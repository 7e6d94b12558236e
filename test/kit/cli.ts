import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const CLI = path.resolve('dist/main/cli.js');

export interface CliEnd {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A command that hangs is ended with its test, ms; far beyond what the busiest machine needs. */
const LONGEST_MS = 540_000;

/** Runs one command of the built kit in its own process, as a script would. */
export const kit = (...args: string[]): Promise<CliEnd> => kitAs({}, ...args);

/** The same, as another user of the system. */
export async function kitAs(
  user: { readonly uid?: number; readonly gid?: number },
  ...args: string[]
): Promise<CliEnd> {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    ...user,
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, error };
}

/** The one JSON value that a command prints with `--json`. */
export async function kitJson<T = Record<string, unknown>>(...args: string[]): Promise<T> {
  const { code, out, error } = await kit(...args, '--json');
  if (code !== 0) throw new Error(`exit ${code}: ${error}`);
  return JSON.parse(out) as T;
}
