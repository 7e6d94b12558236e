/**
 * Builds the virtual machine's file system: a base layer that hardly ever changes (kernel modules, Node, Bluetooth tools)
 * and an application layer (the built kit, its native modules, the lab's guest side) that is packed at every run. Neither
 * is compressed: under emulation unpacking would cost more than reading.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { Archive } from './cpio.ts';
import { unpack } from './packages.ts';

/** Virtual adapters, and the socket ciphers without which btvirt cannot open one. Dependencies are found. */
const MODULES = ['hci_vhci', 'algif_hash', 'algif_skcipher', 'cmac', 'ecb', 'ccm'];

const TOOLS = [
  ...['usr/bin/hciconfig', 'usr/bin/btvirt', 'usr/bin/btmon', 'usr/libexec/bluetooth/bluetoothd'],
  ...['usr/bin/dbus-daemon', 'usr/bin/dbus-send'],
];

/** Where Debian's packages keep their libraries. */
const LIBRARY_FOLDERS = ['lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'];

const APPLETS = ['sh', 'mount', 'insmod', 'poweroff', 'unzip'];

/** Two users: the one who may do everything, and the one who may do nothing. */
const USERS = {
  passwd: 'root:x:0:0::/tmp:/bin/sh\nnobody:x:65534:65534::/tmp:/bin/sh\n',
  group: 'root:x:0:\nnobody:x:65534:\n',
};

/** Needed to build a package or to patch it, never to run it. */
const BUILD_ONLY = new Set(['node-addon-api', 'patch-package']);

/** The base layer and the kernel that boots it, built when a package, Node or this file is another than last time. */
export function baseLayer(packages: readonly string[], node: string, cache: string): { base: string; kernel: string } {
  const { size, mtimeMs } = statSync(node);
  const self = readFileSync(import.meta.filename);
  const made = [...packages.map((file) => basename(file)), size, mtimeMs];
  const key = createHash('sha256').update(self).update(JSON.stringify(made)).digest('hex').slice(0, 12);
  const base = join(cache, `base-${key}.cpio`);
  const kernel = join(cache, `vmlinuz-${key}`);
  if (existsSync(base) && existsSync(kernel)) return { base, kernel };

  for (const old of readdirSync(cache)) if (/^(base|vmlinuz)-/.test(old)) rmSync(join(cache, old));
  const root = join(cache, 'unpacked');
  rmSync(root, { recursive: true, force: true });
  unpack(packages, root);
  const boot = readdirSync(join(root, 'boot')).find((name) => name.startsWith('vmlinuz-'));
  if (!boot) throw new CannotRun('The Debian kernel package holds no kernel.');
  renameSync(join(root, 'boot', boot), kernel);

  const archive = new Archive();
  for (const folder of ['proc', 'sys', 'tmp', 'run']) archive.directory(folder);
  // As on every Debian; programs look for the system bus under either name.
  archive.symlink('var/run', '/run');
  archive.device('dev/console', 5, 1);
  archive.file('bin/busybox', readFileSync(join(root, 'bin/busybox')), true);
  for (const applet of APPLETS) archive.symlink(`bin/${applet}`, 'busybox');
  for (const [name, text] of Object.entries(USERS)) archive.file(`etc/${name}`, Buffer.from(text));
  const tools = TOOLS.map((tool) => [join(root, tool), join(root, tool.replace('usr/', ''))].find(existsSync) ?? tool);
  for (const program of [node, ...tools]) archive.file(`bin/${basename(program)}`, readFileSync(program), true);
  for (const [name, file] of libraries([node, ...tools], root)) archive.file(name, readFileSync(file), true);
  addModules(archive, root);
  write(base, [archive.bytes()]);
  rmSync(root, { recursive: true });
  return { base, kernel };
}

/** Base layer and application layer as one file for qemu. */
export function initramfs(base: string, project: string, cache: string): string {
  const archive = new Archive();
  archive.file('init', readFileSync(join(project, 'test/lab/guest/init')), true);
  archive.file('kit/package.json', readFileSync(join(project, 'package.json')));
  for (const folder of ['test/lab', 'src/core']) addFolder(archive, project, folder, (path) => path.endsWith('.ts'));
  addFolder(archive, project, 'dist', (path) => !path.endsWith('.map'));
  for (const name of runtimeModules(project)) addFolder(archive, project, `node_modules/${name}`, neededAtRunTime);
  const file = join(cache, 'initramfs.cpio');
  write(file, [readFileSync(base), archive.bytes()]);
  return file;
}

function addModules(archive: Archive, root: string): void {
  const found = new Map<string, string>();
  for (const path of readdirSync(join(root, 'lib/modules'), { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.ko')) found.set(moduleName(path), join(root, 'lib/modules', path));
  }
  const order = new Set<string>();
  const add = (name: string): void => {
    if (order.has(name)) return;
    const path = found.get(name);
    if (!path) throw new CannotRun(`The Debian kernel has no module ${name} in a form the lab can load.`);
    const contents = readFileSync(path);
    // The .modinfo section of a module names what must be loaded before it, as one zero-terminated string.
    const depends = /depends=([\w,-]*)\0/.exec(contents.toString('latin1'))?.[1];
    for (const needed of depends ? depends.split(',') : []) add(moduleName(needed));
    order.add(name);
    archive.file(`modules/${name}`, contents);
  };
  for (const name of MODULES) add(name);
  archive.file('modules/order', Buffer.from([...order, ''].join('\n')));
}

/** Files say `ecdh-generic` where modules say `ecdh_generic`. */
function moduleName(path: string): string {
  return basename(path, '.ko').replaceAll('-', '_');
}

/** The shared libraries that these programs load, with the loader itself: where each belongs, and where it is now. */
function libraries(programs: readonly string[], root: string): Map<string, string> {
  const env = { ...process.env, LD_LIBRARY_PATH: LIBRARY_FOLDERS.map((folder) => join(root, folder)).join(':') };
  const lines = programs.flatMap((program) => execFileSync('ldd', [program], { encoding: 'utf8', env }).split('\n'));
  const missing = lines.find((line) => line.includes('not found'));
  if (missing) throw new CannotRun(`A program of the lab needs a library that is not installed: ${missing.trim()}.`);
  const found = lines.flatMap((line) => /(\/\S+) \(0x/.exec(line)?.[1] ?? []);
  return new Map(found.map((file) => [file.startsWith(root) ? file.slice(root.length) : file, file]));
}

/** The kit's dependencies and theirs, as far as they are installed. */
function runtimeModules(project: string): Set<string> {
  const modules = new Set<string>();
  const follow = (manifest: string): void => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync(manifest, 'utf8'));
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const own = join(project, 'node_modules', name, 'package.json');
      if (BUILD_ONLY.has(name) || modules.has(name) || !existsSync(own)) continue;
      modules.add(name);
      follow(own);
    }
  };
  follow(join(project, 'package.json'));
  return modules;
}

/** Scripts, and native modules for this machine only; no sources, tests or builds for other systems. */
function neededAtRunTime(path: string): boolean {
  if (path.endsWith('.node')) return /linux-x64|\/build\/Release\/[^/]+$/.test(path);
  return /\.(js|cjs|mjs|json)$/.test(path) && !/\/(test|examples|deps)\//.test(path);
}

function addFolder(archive: Archive, project: string, folder: string, wanted: (path: string) => boolean): void {
  for (const entry of readdirSync(join(project, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && wanted(path)) archive.file(`kit/${path.slice(project.length + 1)}`, readFileSync(path));
  }
}

/** Writes beside the target and renames, so that an interrupted run leaves no half file behind. */
function write(file: string, parts: readonly Buffer[]): void {
  const beside = join(dirname(file), `${basename(file)}.part`);
  const handle = openSync(beside, 'w');
  for (const part of parts) writeSync(handle, part);
  closeSync(handle);
  renameSync(beside, file);
}
