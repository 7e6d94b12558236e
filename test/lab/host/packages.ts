/** Fetches the lab's Debian packages once and unpacks them without installing anything. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from './cannot-run.ts';

/** `linux-image-amd64` only names the current kernel; the cloud kernels it has as siblings lack Bluetooth. */
const KERNEL = 'linux-image-amd64';

/** hciconfig, btmon, bluetoothd · btvirt · the system bus · the shell of the virtual machine. */
const TOOLS = ['bluez', 'bluez-test-tools', 'dbus-bin', 'dbus-daemon', 'busybox-static'];

/** What these programs load, as far as a small machine may not have it. */
const LIBRARIES = [
  ...['libapparmor1', 'libasound2', 'libaudit1', 'libbz2-1.0', 'libcap-ng0', 'libcap2', 'libdbus-1-3', 'libdw1'],
  ...['libelf1', 'libexpat1', 'libgcrypt20', 'libglib2.0-0', 'libgpg-error0', 'liblz4-1', 'liblzma5', 'libpcre2-8-0'],
  ...['libsystemd0', 'libudev1', 'libzstd1', 'zlib1g'],
];

/** Returns the package files, fetching them into `cache` when they are not there yet. Works offline afterwards. */
export function fetchPackages(cache: string, say: (line: string) => void): string[] {
  const folder = join(cache, 'packages');
  const complete = join(folder, 'complete.json');
  const asked = [KERNEL, ...TOOLS, ...LIBRARIES].join(' ');
  if (existsSync(complete)) {
    const kept: { asked: string; files: string[] } = JSON.parse(readFileSync(complete, 'utf8'));
    if (kept.asked === asked) return kept.files.map((file) => join(folder, file));
  }
  say('fetching the kernel, BlueZ and what they need from Debian (once, 79 MB) …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    download(folder, []);
  } catch {
    // The machine's package lists are missing or too old. Lists of our own need no root.
    const own = ownLists(cache);
    apt('apt-get', ['update', '--error-on=any', ...own], cache);
    download(folder, own);
    rmSync(join(cache, 'apt'), { recursive: true });
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.deb'));
  writeFileSync(complete, JSON.stringify({ asked, files }));
  return files.map((file) => join(folder, file));
}

/** Unpacks packages over each other into `folder`. */
export function unpack(packages: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of packages)
    execFileSync('dpkg-deb', ['-x', file, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function download(folder: string, options: readonly string[]): void {
  const depends = apt('apt-cache', ['depends', KERNEL, ...options], folder);
  const kernel = /Depends: (linux-image-\S+)/.exec(depends)?.[1];
  if (!kernel) throw new CannotRun(`Debian's package lists do not know ${KERNEL}; is this a Debian machine on amd64?`);
  apt('apt-get', ['download', '-q', ...options, kernel, ...TOOLS, ...LIBRARIES], folder);
}

/** Options that give apt its own package lists inside the cache. */
function ownLists(cache: string): string[] {
  const lists = join(cache, 'apt');
  mkdirSync(join(lists, 'lists/partial'), { recursive: true });
  mkdirSync(join(lists, 'cache/archives/partial'), { recursive: true });
  return ['-o', `Dir::State::Lists=${lists}/lists`, '-o', `Dir::Cache=${lists}/cache`];
}

function apt(program: 'apt-cache' | 'apt-get', args: readonly string[], cwd: string): string {
  try {
    // Downloading as another user than root's own fails in a folder that only root may enter.
    const sandbox = ['-o', 'APT::Sandbox::User=root'];
    return execFileSync(program, [...args, ...sandbox], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') throw new CannotRun(`The lab needs Debian's ${program}, which this machine does not have.`);
    const reason = stderr?.split('\n').find((line) => line.startsWith('E: ')) ?? String(error);
    throw new CannotRun(`The lab's Debian packages cannot be fetched: ${reason}`);
  }
}
