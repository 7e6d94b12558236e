// What the lock file asks for on this system, and what of it is not there. Contents are compared, never times:
// a pull, a copy or a restored folder changes those.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './base.mjs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
};

/** Alpine and its like: programs made for glibc do not start there. */
const musl = () => process.platform === 'linux' && !process.report?.getReport().header.glibcVersionRuntime;

const among = (list, value) => {
  const names = [list ?? []].flat();
  return names.length === 0 || names.includes(value);
};

/** Whether an entry of the lock file is for this system. */
function isForHere({ os, cpu, libc }) {
  if (!among(os, process.platform) || !among(cpu, process.arch)) return false;
  return libc === undefined || process.platform !== 'linux' || among(libc, musl() ? 'musl' : 'glibc');
}

/**
 * Folders that must be there: everything that is not optional, and of the optional what is made for this very system
 * (npm leaves those out without a word when the network fails, and then nothing builds). What else is optional comes
 * or not as npm sees fit.
 */
export function wanted() {
  const locked = read(at('package-lock.json'));
  if (locked === null) return [];
  return Object.entries(locked).filter(
    ([path, entry]) => path !== '' && !entry.link && (!entry.optional || entry.os || entry.cpu) && isForHere(entry),
  );
}

/** Names of the packages in `folder` (a `node_modules`) that are missing or other than the lock file says. */
export function missingIn(folder) {
  const there = read(join(folder, '.package-lock.json'));
  return wanted()
    .filter(([path, { version, integrity }]) => {
      const found = there?.[path];
      if (found === undefined || found.version !== version || found.integrity !== integrity) return true;
      return !existsSync(join(folder, '..', path, 'package.json'));
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

/** What an older lock file left. What somebody added by hand, for a try, is theirs. */
export function leftOverIn(folder) {
  const there = read(join(folder, '.package-lock.json'));
  const locked = read(at('package-lock.json')) ?? {};
  return Object.entries(there ?? {}).flatMap(([path, { extraneous }]) => (locked[path] || extraneous ? [] : [path]));
}
