/** The host that `npm run dev` starts, and starts again: Electron where it can be had, else the browser host. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface DevHost {
  /** Ends the one that runs, if any, and starts it on what was just built. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the browser host listens, and the cookie with which it knows us. */
export interface Line {
  readonly origin: string;
  cookie: string;
}

/** Electron's program file, unpacked by its package or given by hand. */
export function findElectron(root: string): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules', 'electron', 'dist');
  const names: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const file = path.join(folder, names[process.platform] ?? 'electron');
  return existsSync(file) ? file : null;
}

/** Electron on the dev server's screens. `onLeft` hears when somebody closes the window. */
export const electronHost = (
  electron: string,
  root: string,
  devServer: string,
  args: readonly string[],
  onLeft: () => void,
): DevHost =>
  restarting(
    () =>
      spawn(electron, ['.', ...args], {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, KIT_DEV_SERVER: devServer },
      }),
    async () => {},
    onLeft,
  );

/** The browser host behind the dev server. Its port stays the same, its cookie changes with every start. */
export const browserHost = (root: string, line: Line, args: readonly string[]): DevHost =>
  restarting(
    () =>
      spawn(
        process.execPath,
        ['dist/main/cli.js', 'serve', '--json', '--no-open', '--port', new URL(line.origin).port, ...args],
        { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
      ),
    async (child) => {
      line.cookie = await enter(await addressOf(child));
    },
    () => say('the host has ended; it starts again with the next change'),
  );

function restarting(
  start: () => ChildProcess,
  ready: (child: ChildProcess) => Promise<void>,
  onLeft: () => void,
): DevHost {
  let child: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    const leaving = child;
    child = null;
    if (leaving === null || leaving.exitCode !== null || leaving.signalCode !== null) return;
    leaving.kill();
    await once(leaving, 'exit');
  };
  const startAgain = async (): Promise<void> => {
    await stop();
    const started = start();
    child = started;
    started.once('exit', () => {
      if (child === started) onLeft();
    });
    await ready(started);
  };
  let last: Promise<void> = Promise.resolve();
  let waiting = false;
  return {
    stop,
    restart: () => {
      // A change in core builds main and preload anew: one start that has not begun yet serves both.
      if (waiting) return last;
      waiting = true;
      last = last
        .catch(() => {})
        .then(() => {
          waiting = false;
          return startAgain();
        });
      return last;
    },
  };
}

/** The address that the host prints on its first line. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the host has no stdout');
  for await (const line of createInterface({ input: child.stdout })) {
    return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error('the host ended before it printed its address');
}

/** Enters in the developer's stead: a cookie that had to be fetched by hand after every change would be no loop. */
async function enter(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  const [cookie] = answer.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`the host let nobody in (${answer.status})`);
  return cookie.split(';')[0] ?? '';
}

/** A port of loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export const say = (text: string): void => void process.stderr.write(`dev: ${text}\n`);
