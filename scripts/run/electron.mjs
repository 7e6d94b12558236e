// Electron: where its program lies, and a start that is watched: one that fails is named, and the browser host opens.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, root, say, sayTrouble } from './base.mjs';
import { endingOf, noDisplay } from './electron-endings.mjs';
import { nodePath } from './node.mjs';
import { inTurn } from './turn.mjs';

/** A start that fails does so within seconds; what ends later was a program in use. */
const STARTING_MS = 30_000;
/** The kit's own last words, which it has also shown in a window: it came up, and Electron did not fail. */
const KIT_SAID_WHY = /^✗ /m;

const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';

/** Electron's program: given by hand, or unpacked whole by its package; `null` where it is not. */
function present() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = join(given ?? at('node_modules', 'electron', 'dist'), name);
  // path.txt is written last: without it the unpacking was cut off.
  const whole = given !== undefined || existsSync(at('node_modules', 'electron', 'path.txt'));
  return whole && existsSync(binary) ? binary : null;
}

/** The same, downloaded now where that can be; `null` where it cannot be had. */
export async function electron() {
  const here = present();
  if (here !== null || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return here;
  // A machine that once failed is asked again after a day: without a network every start would wait for nothing.
  const failed = at('.cache', 'electron-not-here');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < 86_400_000) return null;
  return inTurn(() => {
    if (present() !== null) return present();
    say('Tải Electron, không quá hai phút · Downloading Electron, two minutes at most');
    const install = at('node_modules', 'electron', 'install.js');
    spawnSync(nodePath(), [install], { cwd: root, stdio: 'ignore', timeout: 120_000 });
    if (present() !== null) return present();
    mkdirSync(at('.cache'), { recursive: true });
    writeFileSync(failed, '');
    return null;
  });
}

/** Runs the kit in Electron; where Electron does not come up, says why and what to do, and calls `instead`. */
export function startElectron(binary, args, instead) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return goOn(noDisplay(), instead);
  }
  const started = performance.now();
  let ending = false;
  let said = '';
  const child = spawn(binary, ['.', ...args], { cwd: root, stdio: ['inherit', 'inherit', 'pipe'] });
  const pass = (signal) => {
    ending = true;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    said = `${said}${chunk}`.slice(-65_536);
  });
  let over = false;
  const leave = (how) => {
    if (over) return;
    over = true;
    for (const signal of signals) process.off(signal, pass);
    const { code, signal } = how;
    const inUse = performance.now() - started > STARTING_MS;
    if (code === 0 || ending || inUse || KIT_SAID_WHY.test(said)) {
      if (how.error) say(how.error.message);
      process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
    }
    goOn(endingOf({ ...how, said, binary }), instead);
  };
  child.on('error', (error) => leave({ code: null, signal: null, error }));
  child.on('close', (code, signal) => leave({ code, signal }));
}

function goOn(words, instead) {
  sayTrouble(words);
  say('Mở bằng trình duyệt thay cho Electron · Opening in a browser in its place');
  return instead();
}
