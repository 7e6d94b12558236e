// Installs what the lock file asks for: beside the folder in use, with every install script off, and put in its place
// in one move. A start that is cut off, or a disk that fills, leaves what was there before.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { at, root, run, say, Trouble, windows } from './base.mjs';
import { codeIn, isBrokenCache, wordsForInstall } from './install-troubles.mjs';
import { leftOverIn, missingIn, wanted } from './packages.mjs';

const modules = at('node_modules');
const npm = windows ? 'npm.cmd' : 'npm';
/**
 * Three tries in some 20 s. npm goes on to ask for every other package when one cannot be had, for many minutes without
 * a network: as many as `GIVE_UP` that failed for the third time are enough to end it.
 */
const RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=15000'];
const LAST_TRY = /attempt 3 failed with (\w+)/;
const GIVE_UP = 3;
/** Scripts off is said here too: a person's own settings could turn them on; so could NODE_ENV leave out what builds. */
const CI = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--prefer-offline',
  '--loglevel=warn',
  ...RETRIES,
];

export const isInstalled = () => missingIn(modules).length === 0 && leftOverIn(modules).length === 0;

/** Folders in which npm works or worked: one of a run that was killed may still be written to by its npm. */
const STAGING = 'install-';
const stagings = () =>
  readdirSync(at('.cache'))
    .filter((name) => name.startsWith(STAGING))
    .map((name) => at('.cache', name));
const clearStagings = () => {
  for (const folder of stagings()) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};

/** Brings `node_modules` to what the lock file says; throws a `Trouble` that tells why not. Needs its turn. */
export async function install() {
  try {
    // A run that was cut off after npm had finished left everything ready.
    const ready = stagings().find((folder) => missingIn(join(folder, 'node_modules')).length === 0);
    putInPlace(ready ?? (await fetchPackages()));
    clearStagings();
  } catch (error) {
    clearStagings();
    throw error.code === undefined ? error : new Trouble(wordsForInstall(fromDisk(error)));
  }
}

/** The words for a file that could not be written, by us rather than by npm. */
export const fromDisk = ({ code, message, path }) => ({ code, text: message, path, folder: root });

/** Runs npm until everything is there. Gives the folder that holds `node_modules`. */
async function fetchPackages() {
  const here = existsSync(modules) ? 'cập nhật · updating' : 'vài phút ở lần đầu · a few minutes the first time';
  say(`Cài ${wanted().length} gói (${here}): npm ${CI.slice(0, 2).join(' ')}`);
  clearStagings();
  const staging = mkdtempSync(at('.cache', STAGING));
  let failure = await npmCi(staging);
  if (failure !== null && isBrokenCache(failure)) {
    say('Bộ nhớ tạm của npm hỏng, tải lại không dùng nó · npm’s cache is broken, fetching again without it');
    failure = await npmCi(staging, '--cache', at('.cache', 'npm'));
  }
  if (failure === null) {
    // npm leaves optional packages out without a word when one download fails: those for this system are needed.
    const lack = () => missingIn(join(staging, 'node_modules'));
    let lacking = lack();
    if (lacking.length > 0) {
      say(`Còn thiếu ${lacking.join(', ')}, lấy lại · still missing, asking again`);
      failure = await npmCi(staging);
      lacking = lack();
      if (failure === null && lacking.length > 0) failure = { code: 'INCOMPLETE', text: lacking.join(', ') };
    }
  }
  if (failure !== null) {
    const { proxy, registry } = settings();
    throw new Trouble(wordsForInstall({ ...failure, proxy, registry, folder: root }));
  }
  return staging;
}

/** Runs npm in the staging folder. `null` when it came to a good end, else its code and its words. */
async function npmCi(staging, ...more) {
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    if (existsSync(at(file))) cpSync(at(file), join(staging, file));
  }
  let text = '';
  let line = '';
  const unreachable = [];
  const progress = showProgress(staging);
  const { code, signal, error } = await run(npm, [...CI, ...more], {
    cwd: staging,
    shell: windows,
    hear: (chunk, end) => {
      const lines = `${line}${chunk}`.split('\n');
      line = lines.pop();
      // What npm fetches is not for people, but tells when it fetches in vain.
      for (const said of lines) {
        if (!/^npm http/.test(said)) text += `${said}\n`;
        else if (LAST_TRY.test(said)) unreachable.push(LAST_TRY.exec(said)[1]);
      }
      if (unreachable.length >= GIVE_UP) end();
    },
  });
  text += line;
  progress.end(code === 0);
  if (unreachable.length >= GIVE_UP) return { code: unreachable[0], text };
  if (error) return { code: error.code === 'ENOENT' ? 'ENOENT-npm' : error.code, text: error.message };
  // A file that could not be unpacked whole, on a disk that filled, is only a warning to npm.
  const [, spoilt] = /TAR_ENTRY_ERROR (\w+)/.exec(text) ?? [];
  if (code === 0 && spoilt === undefined) return null;
  process.stderr.write(text.replace(/^npm (warn|WARN) (?!tar).*\n/gm, ''));
  if (code === 0) return { code: spoilt, text };
  // A shell that knows no npm, on Windows.
  if (windows && /not recognized/.test(text)) return { code: 'ENOENT-npm', text };
  return { code: signal ?? (code === 137 ? 'SIGKILL' : codeIn(text)), text };
}

/** How many packages lie ready, now and then; on a terminal one line that changes. */
function showProgress(staging) {
  const all = wanted();
  const live = process.stderr.isTTY;
  let last = 0;
  const count = () => all.filter(([path]) => existsSync(join(staging, path, 'package.json'))).length;
  const line = (ready) => `  ${ready}/${all.length} gói · packages`;
  const timer = setInterval(
    () => {
      const ready = count();
      if (live) process.stderr.write(`\r${line(ready)}`);
      else if (ready > last) say(line(ready));
      last = ready;
    },
    live ? 500 : 5000,
  );
  return {
    end: (well) => {
      clearInterval(timer);
      if (live) process.stderr.write('\r\x1b[K');
      if (well) say(line(count()));
    },
  };
}

/** One move for all of it: whoever starts meanwhile finds the old folder or the new one, never half of one. */
function putInPlace(staging) {
  const old = at('.cache', 'old-modules');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(modules)) renameSync(modules, old);
  try {
    renameSync(join(staging, 'node_modules'), modules);
  } catch (error) {
    if (existsSync(old)) renameSync(old, modules);
    throw error;
  }
  rmSync(old, { recursive: true, force: true, maxRetries: 2 });
}

/** What npm is set to, for the words of a failure. */
function settings() {
  const ask = (key) => {
    const { stdout } = spawnSync(npm, ['config', 'get', key], { cwd: root, encoding: 'utf8', shell: windows });
    const value = stdout?.trim();
    return value && value !== 'null' && value !== 'undefined' ? value : undefined;
  };
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy } = process.env;
  const proxy = ask('https-proxy') ?? ask('proxy') ?? HTTPS_PROXY ?? https_proxy ?? HTTP_PROXY ?? http_proxy;
  return { proxy: proxy || undefined, registry: ask('registry')?.replace(/\/\/[^/@]*@/, '//') };
}
