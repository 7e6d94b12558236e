import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from './archive.ts';

const root = path.join(import.meta.dirname, '..', '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<'electron', string>;
};
/** The mark before the fuses in Electron's program file, then version and number of fuses (Electron docs, Fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * What electron-builder makes of this project, on a stand-in for Electron: a folder with a program file that has
 * nothing but fuses. Archive, native parts and fuses come out as they do around the real one.
 */
let work: string;
let made: { folder: string; archive: ReturnType<typeof openArchive>; program: Buffer };

beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'package-'));
  const electron = path.join(work, 'electron');
  mkdirSync(path.join(electron, 'resources'), { recursive: true });
  mkdirSync(path.join(electron, 'locales'));
  for (const language of ['vi', 'en-US', 'fr']) writeFileSync(path.join(electron, 'locales', `${language}.pak`), 'x');
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(path.join(electron, file), 'x');
  }
  writeFileSync(path.join(electron, 'version'), manifest.devDependencies.electron);
  writeFileSync(path.join(electron, 'electron'), Buffer.from(`\x7fELF${SENTINEL}\x01\x0810110010`, 'latin1'));
  chmodSync(path.join(electron, 'electron'), 0o755);

  const built = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'electron-builder', 'cli.js'),
      ...['--linux', 'dir', '--x64', '--config', 'electron-builder.yml'],
      ...[`-c.directories.output=${path.join(work, 'release')}`, `-c.electronDist=${electron}`],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`electron-builder failed:\n${built.stdout}\n${built.stderr}`);
  const folder = path.join(work, 'release', 'linux-unpacked');
  made = {
    folder,
    archive: openArchive(path.join(folder, 'resources', 'app.asar')),
    program: readFileSync(path.join(folder, 'tram-bluezone')),
  };
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

const names = (): string[] => [...made.archive.files.keys()];

describe('the packaged kit', () => {
  test('holds the screens, the preload, the main process and the radio process', () => {
    for (const file of ['client/index.html', 'preload/index.cjs', 'main/index.js', 'main/radio.js']) {
      expect(names()).toContain(`dist/${file}`);
    }
  });

  test('holds every package that is needed at run time, each with its native part of this platform only', () => {
    for (const name of Object.keys(manifest.dependencies)) {
      expect(names()).toContain(`node_modules/${name}/package.json`);
    }
    const natives = names().filter((name) => name.endsWith('.node'));
    expect(natives).toContain('node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(natives.length).toBeGreaterThan(3);
    for (const name of natives) expect(name).toContain('linux-x64');
  });

  test('holds no Node of its own: Electron is one', () => {
    expect(names().filter((name) => /^node_modules\/node-/.test(name) && !name.includes('node-gyp-build'))).toEqual([]);
  });

  test('keeps native parts outside the archive, where the system can load them', () => {
    for (const [name, { unpacked }] of made.archive.files) {
      if (name.endsWith('.node')) expect(unpacked, name).toBe(true);
    }
  });

  test('holds no sources, no tests, and nothing that a compiler left behind', () => {
    const foreign =
      /^(src|test|scripts|docs|\.ci)\/|\.(ts|tsx|c|cc|cpp|h|hpp|mm|gyp|gypi|o|a|map)$|\/(deps|obj\.target)\//;
    expect(names().filter((name) => foreign.test(name))).toEqual([]);
  });

  test('holds the licence of every package that it carries', () => {
    const carried = new Set(names().flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name)?.[1] ?? []));
    expect(carried.size).toBeGreaterThan(4);
    for (const name of carried) {
      const own = names().filter((file) => file.startsWith(`node_modules/${name}/`));
      expect(
        own.some((file) => /licen[cs]e/i.test(file)),
        name,
      ).toBe(true);
    }
  });

  test('has its fuses set: no Node in disguise, no inspector, no code but the archive', () => {
    const at = made.program.indexOf(SENTINEL) + SENTINEL.length;
    expect(made.program.readUInt8(at + 1)).toBe(8);
    const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyArchive, snapshot, fileRights] = made.program
      .toString('latin1', at + 2, at + 10)
      .split('')
      .map((fuse) => fuse === '1');
    expect({ runAsNode, nodeOptions, inspect, snapshot, fileRights }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      snapshot: false,
      fileRights: false,
    });
    expect({ cookies, integrity, onlyArchive }).toEqual({ cookies: true, integrity: true, onlyArchive: true });
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'finds and loads its native parts from the package alone',
    () => {
      const folder = path.join(work, 'unpacked');
      made.archive.unpackInto(folder);
      const script = `
      const Database = require('better-sqlite3');
      const one = new Database(':memory:').prepare('SELECT 1 AS one').get();
      const { loadDriver } = require('@stoprocent/bluetooth-hci-socket');
      require('@abandonware/noble/lib/noble.js');
      require('@abandonware/bleno/lib/bleno.js');
      console.log(JSON.stringify([one, typeof loadDriver('native')]));
    `;
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual([{ one: 1 }, 'function']);
    },
  );
});
