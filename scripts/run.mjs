// Every npm script comes through here, on whatever Node the machine has: it installs what is missing, builds what
// is stale, and then runs the task on the Node that the project brings (better-sqlite3 needs it).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);
const [task = 'start', ...rest] = process.argv.slice(2);

// Progress goes to stderr: `kit … --json` promises exactly one JSON value on stdout.
const say = (text) => process.stderr.write(`${text}\n`);

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), stat.mtimeMs);
}

const changedSince = (stamp, ...paths) =>
  !existsSync(at(stamp)) || paths.some((path) => newestIn(at(path)) > statSync(at(stamp)).mtimeMs);

function must(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (result.error) say(String(result.error.message));
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const nodePath = () => at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function install() {
  if (existsSync(nodePath()) && !changedSince('node_modules/.package-lock.json', 'package-lock.json')) return;
  say('Cài các gói còn thiếu, vài phút ở lần đầu · Installing packages, a few minutes the first time (npm ci)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  must(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
}

function build() {
  if (!changedSince('dist/.built', 'src', 'vite.config.ts', 'package-lock.json')) return;
  say('Dựng bản chạy · Building (vite build)');
  rmSync(at('dist', '.built'), { force: true });
  must(nodePath(), [bin('vite'), 'build', '--app', '--logLevel', 'warn', '--config', 'vite.config.ts']);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(at('dist', '.built'), '');
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

/** Runs a program to its end in the foreground and leaves with its code; signals pass through. */
function become(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

const node = (...args) => become(nodePath(), args);

/** The Electron binary: unpacked by its package, given by hand, or downloaded now; `null` where none can be had. */
function electron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? at('node_modules', 'electron', 'dist');
  const name =
    { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';
  const binary = join(folder, name);
  if (existsSync(binary)) return binary;
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || process.env.ELECTRON_OVERRIDE_DIST_PATH) return null;
  // A machine that once failed is asked again after a day: without a network every start would wait for nothing.
  const failed = at('.cache', 'electron-not-here');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < 86_400_000) return null;
  say('Tải Electron · Downloading Electron');
  spawnSync(nodePath(), [at('node_modules', 'electron', 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: 120_000,
  });
  if (existsSync(binary)) return binary;
  mkdirSync(at('.cache'), { recursive: true });
  writeFileSync(failed, '');
  return null;
}

function start() {
  const wantsBrowser = rest.includes('--browser') || rest.includes('--no-open');
  const binary = wantsBrowser ? null : electron();
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const args = rest.filter((arg) => arg !== '--browser');
  if (binary !== null && display) return become(binary, ['.', ...args]);
  if (!wantsBrowser) {
    say('Không có Electron trên máy này, mở bằng trình duyệt · Electron is not to be had here, opening in a browser');
  }
  return node('dist/main/cli.js', 'serve', ...args);
}

function check() {
  const steps = [
    ['biome', 'check', '--error-on-warnings'],
    ['tsc', '-b'],
    ['depcruise', 'src', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
    ['knip'],
  ];
  for (const [name, ...args] of steps) {
    say(`check: ${name}`);
    must(nodePath(), [bin(name), ...args]);
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
install();
if (tasks[task].built) build();
tasks[task].run();
