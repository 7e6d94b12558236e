// Every npm script comes through here, on whatever Node the machine has: it installs what is missing, builds what
// is stale, and then runs the task on the Node that the project brings (better-sqlite3 needs it).
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { at, become, must, say, sayTrouble, Trouble } from './run/base.mjs';
import { electron, startElectron } from './run/electron.mjs';
import { fromDisk, install, isInstalled } from './run/install.mjs';
import { wordsForInstall } from './run/install-troubles.mjs';
import { nodePath, refuseOldNode } from './run/node.mjs';
import { inTurn } from './run/turn.mjs';

const [task = 'start', ...rest] = process.argv.slice(2);

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), stat.mtimeMs);
}

const changedSince = (stamp, ...paths) =>
  !existsSync(at(stamp)) || paths.some((path) => newestIn(at(path)) > statSync(at(stamp)).mtimeMs);

const isBuilt = () => !changedSince('dist/.built', 'src', 'vite.config.ts', 'package-lock.json');

async function build() {
  say('Dựng bản chạy · Building (vite build)');
  rmSync(at('dist', '.built'), { force: true });
  await must(nodePath(), [bin('vite'), 'build', '--app', '--logLevel', 'warn', '--config', 'vite.config.ts']);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(at('dist', '.built'), '');
}

/** Leaves everything as the task needs it. Nothing is written, and nobody waited for, where it is so already. */
async function makeReady({ built }) {
  if (isInstalled() && (!built || isBuilt())) return;
  await inTurn(async () => {
    if (!isInstalled()) await install();
    if (built && !isBuilt()) await build();
  });
}

/** The script behind a package's command, so that it runs on the project's Node. */
function bin(name) {
  const own = {
    vite: 'vite',
    vitest: 'vitest',
    tsc: 'typescript',
    biome: '@biomejs/biome',
    depcruise: 'dependency-cruiser',
    knip: 'knip',
    'electron-builder': 'electron-builder',
  }[name];
  const require = createRequire(at('package.json'));
  const folder = at('node_modules', own);
  const manifest = require(join(folder, 'package.json'));
  return join(folder, typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]);
}

const node = (...args) => become(nodePath(), args);

async function start() {
  const args = rest.filter((arg) => arg !== '--browser');
  const inBrowser = () => node('dist/main/cli.js', 'serve', ...args);
  if (rest.includes('--browser') || rest.includes('--no-open')) return inBrowser();
  const binary = await electron();
  if (binary !== null) return startElectron(binary, args, inBrowser);
  say('Không có Electron trên máy này, mở bằng trình duyệt · Electron is not to be had here, opening in a browser');
  return inBrowser();
}

async function check() {
  const steps = [
    ['biome', 'check', '--error-on-warnings'],
    ['tsc', '-b'],
    ['depcruise', 'src', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    ['knip'],
  ];
  for (const [name, ...args] of steps) {
    say(`check: ${name}`);
    await must(nodePath(), [bin(name), ...args]);
  }
  say('check: all clear');
}

/** Each task: whether it runs what was built, and how. */
const tasks = {
  start: { built: true, run: start },
  dev: { built: false, run: () => node('scripts/dev.ts', ...rest) },
  build: { built: true, run: () => say('dist/ is up to date') },
  kit: { built: true, run: () => node('dist/main/cli.js', ...rest) },
  test: { built: true, run: () => node(bin('vitest'), 'run', ...rest) },
  e2e: { built: true, run: () => node(bin('vitest'), 'run', '--config', 'test/e2e/vitest.config.ts', ...rest) },
  check: { built: false, run: check },
  bench: { built: true, run: () => node('--expose-gc', 'test/bench/run.ts', ...rest) },
  soak: { built: false, run: () => node('test/soak/run.ts', ...rest) },
  lab: { built: true, run: () => node('test/lab/run.ts', ...rest) },
  pictures: { built: true, run: () => node('scripts/pictures.ts', ...rest) },
  package: { built: true, run: () => node(bin('electron-builder'), ...rest) },
};

if (!Object.hasOwn(tasks, task)) {
  say(`No task ${task}; there are: ${Object.keys(tasks).join(', ')}`);
  process.exit(2);
}
try {
  refuseOldNode();
  await makeReady(tasks[task]);
  await tasks[task].run();
} catch (error) {
  // A folder or a disk that takes nothing more, before npm had a word in it.
  const words = error instanceof Trouble ? error.words : error.syscall && wordsForInstall(fromDisk(error));
  if (!words) throw error;
  sayTrouble(words);
  process.exit(1);
}
