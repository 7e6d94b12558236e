/**
 * `npm run dev`: the screens reload as they are written, and the host starts again when main or preload changes.
 * Counts into `.cache/dev` unless `--data` says otherwise: real data are not for trying things out.
 */
import path from 'node:path';
import { createBuilder, createServer, type ProxyOptions, type Rolldown } from 'vite';
import { browserHost, type DevHost, electronHost, findElectron, freePort, type Line, say } from './dev-host.ts';

const root = path.join(import.meta.dirname, '..');
const configFile = path.join(root, 'vite.config.ts');
const given = process.argv.slice(2);
const args = given.some((arg) => /^--data(=|$)/.test(arg))
  ? given
  : ['--data', path.join(root, '.cache', 'dev'), ...given];

const electron = findElectron(root);
const line: Line = { origin: `http://127.0.0.1:${await freePort()}`, cookie: '' };

const screens = await createServer({
  configFile,
  logLevel: 'warn',
  server: { host: '127.0.0.1', proxy: electron === null ? carriedTo(line) : {} },
});
await screens.listen();
const address = screens.resolvedUrls?.local[0] ?? '';

const host: DevHost =
  electron === null ? browserHost(root, line, args) : electronHost(electron, root, address, args, () => void leave());
const watchers = await watchMainAndPreload(() => host.restart());
await host.restart().catch((error: Error) => {
  say(error.message);
  return leave(1);
});
process.stdout.write(`Trạm Bluezone (dev, ${electron === null ? 'browser' : 'Electron'}): ${address}\n`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave());

async function leave(code = 0): Promise<void> {
  await Promise.all([host.stop(), screens.close(), ...watchers.map((watcher) => watcher.close())]);
  process.exit(code);
}

/**
 * Builds main (with the terminal and the radio process) and preload, and again at every change; resolves when
 * both stand for the first time, and calls `changed` whenever, later, both stand anew.
 */
async function watchMainAndPreload(changed: () => Promise<void>): Promise<Rolldown.RolldownWatcher[]> {
  const builder = await createBuilder({ configFile, logLevel: 'warn', build: { watch: {} } });
  const names = ['main', 'preload'];
  const state = new Map<string, 'building' | 'broken' | 'stands'>(names.map((name) => [name, 'building']));
  let complete = (): void => {};
  const first = new Promise<void>((resolve) => {
    complete = resolve;
  });
  const watchers = names.map(async (name) => {
    const environment = builder.environments[name];
    if (environment === undefined) throw new Error(`vite.config.ts has no environment ${name}`);
    const watcher = (await builder.build(environment)) as Rolldown.RolldownWatcher;
    watcher.on('event', (event) => {
      if (event.code === 'START') state.set(name, 'building');
      if (event.code === 'ERROR') {
        state.set(name, 'broken');
        say(`${name} does not build; what was built before goes on`);
      }
      if (event.code === 'END' && state.get(name) === 'building') {
        state.set(name, 'stands');
        if ([...state.values()].every((each) => each === 'stands')) complete();
      }
    });
    return watcher;
  });
  await first;
  complete = () => void changed().catch((error: unknown) => say(String(error)));
  return Promise.all(watchers);
}

/**
 * What of the browser host's is reached through the dev server. The host takes requests of its own address only,
 * so those of our page, and of no other, travel under its name.
 */
function carriedTo({ origin }: Line): Record<string, ProxyOptions> {
  const carried: ProxyOptions = {
    target: origin,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (outgoing, incoming) => {
        const own = `http://${incoming.headers.host}`;
        const from = incoming.headers.origin;
        if (incoming.headers['sec-fetch-site'] !== 'same-origin' || (from !== undefined && from !== own)) return;
        if (from !== undefined) outgoing.setHeader('origin', origin);
        outgoing.setHeader('cookie', line.cookie);
      });
    },
  };
  return { '/api': carried, '/events': carried };
}
