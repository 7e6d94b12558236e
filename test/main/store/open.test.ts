import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DATABASE } from '../../../src/main/store/files.ts';
import { openStore } from '../../../src/main/store/index.ts';
import { currentVersion, migrate, versionOf } from '../../../src/main/store/migrations/index.ts';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { openedStore, smallRoster, tallied, totalOf } from '../../kit/store.ts';

const open = (folder: string) => openStore(folder, storyClock(), smallRoster);

/** Every byte of every file: what a refusal must leave as it was. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'hex')]));

const madeFolder = (): string => {
  const folder = freshFolder();
  const store = openedStore(folder);
  store.append([tallied('A')]);
  store.close();
  return folder;
};

describe('the data folder', () => {
  test('is made where there is none, and opened again with everything in it', () => {
    const folder = path.join(freshFolder(), 'new', 'folder');
    const first = openedStore(folder);
    first.append([tallied('A'), tallied('A')]);
    const { machine } = first;
    first.close();
    const second = openedStore(folder);
    expect(totalOf(second, 'TOP')).toBe(2);
    expect(second.machine).toBe(machine);
  });

  test('leaves one database file behind when it is closed', () => {
    expect(readdirSync(madeFolder()).sort()).toEqual(['machine.key', 'tram.head', DATABASE]);
  });

  test('made by a newer version is refused and not touched by a byte', () => {
    const folder = madeFolder();
    const db = new Database(path.join(folder, DATABASE));
    db.pragma(`user_version = ${currentVersion + 1}`);
    db.pragma('journal_mode = DELETE');
    db.close();
    const before = contentOf(folder);
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'data-newer' } });
    expect(contentOf(folder)).toEqual(before);
  });

  test('with a newer version that still stands in the write-ahead log is refused', () => {
    const folder = madeFolder();
    const db = new Database(path.join(folder, DATABASE));
    db.pragma('wal_autocheckpoint = 0');
    db.pragma(`user_version = ${currentVersion + 7}`);
    const before = contentOf(folder);
    onTestFinished(() => void db.close());
    const copy = freshFolder();
    for (const [name, hex] of Object.entries(before)) writeFileSync(path.join(copy, name), Buffer.from(hex, 'hex'));
    expect(open(copy)).toMatchObject({ ok: false, error: { code: 'data-newer' } });
  });

  test.each([
    ['a text', Buffer.from('xin chào '.repeat(40))],
    ['a torn header', Buffer.from('SQLite format 3')],
  ])('whose database is %s is refused as foreign and left alone', (_, content) => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, DATABASE), content);
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'data-foreign' } });
    expect(readFileSync(path.join(folder, DATABASE))).toEqual(content);
    expect(readdirSync(folder)).toEqual([DATABASE]);
  });

  test('with a database of another program is refused as foreign', () => {
    const folder = freshFolder();
    const db = new Database(path.join(folder, DATABASE));
    db.exec('CREATE TABLE songs (title TEXT)');
    db.pragma('application_id = 7');
    db.close();
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'data-foreign' } });
  });

  test('with a page overwritten is set aside, recovered, and told about', () => {
    const folder = madeFolder();
    const file = path.join(folder, DATABASE);
    const content = readFileSync(file);
    content.fill(0xa5, 4_096 * 2, 4_096 * 4);
    writeFileSync(file, content);
    const store = openedStore(folder);
    if (store.recovery === null || store.recovery === 'rebuilt') throw new Error('nobody was told');
    expect(readFileSync(path.join(store.recovery.setAside, DATABASE))).toEqual(content);
    const missing = store.recovery.gaps.reduce((sum, { from, to }) => sum + (to ?? from) - from + 1, 0);
    expect(totalOf(store, 'TOP') + missing).toBe(1);
    expect(store.verify().ok).toBe(true);
  });

  test('that another instance has open is refused, and that instance goes on counting', () => {
    const folder = freshFolder();
    const first = openedStore(folder);
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'data-in-use' } });
    expect(first.append([tallied('A')]).ok).toBe(true);
    expect(totalOf(first, 'A')).toBe(1);
  });

  test('is free again when the other instance was killed', async () => {
    const folder = freshFolder();
    const child = await holder(folder);
    expect(open(folder)).toMatchObject({ ok: false, error: { code: 'data-in-use' } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(totalOf(openedStore(folder), 'TLD')).toBe(1);
  });

  test('at a place that is a file is refused with its name', () => {
    const file = path.join(freshFolder(), 'folder');
    writeFileSync(file, '');
    expect(open(file)).toMatchObject({ ok: false, error: { code: 'data-no-folder', detail: { folder: file } } });
  });

  test('with a torn key keeps it, keeps every count, and goes on under a new name', () => {
    const folder = madeFolder();
    writeFileSync(path.join(folder, 'machine.key'), 'torn');
    const store = openedStore(folder);
    expect(store.append([tallied('A')]).ok).toBe(true);
    expect(totalOf(store, 'TOP')).toBe(2);
    expect(store.verify()).toMatchObject({ ok: true, machines: 2 });
    expect(readdirSync(folder).some((name) => name.startsWith('machine.key.torn-'))).toBe(true);
  });

  test('that is read-only is refused in words and left as it was', async () => {
    const folder = madeFolder();
    const before = contentOf(folder);
    const { code, error } = await openAsGuest(folder);
    expect({ code, error: JSON.parse(error).code }).toEqual({ code: 1, error: 'data-read-only' });
    expect(contentOf(folder)).toEqual(before);
  });
});

describe('migrations', () => {
  test('run from an empty file to the current version, one by one', () => {
    const db = new Database(':memory:');
    for (let version = 1; version <= currentVersion; version++) {
      migrate(db, version);
      expect(versionOf(db)).toBe(version);
    }
  });

  test('version 1 lays the log, and nobody can edit or delete in it', () => {
    const db = new Database(':memory:');
    migrate(db, 1);
    const tables = db.prepare<[], { name: string; strict: number }>('PRAGMA table_list').all();
    const own = tables.filter(({ name }) => !name.startsWith('sqlite_')).map(({ name, strict }) => [name, strict]);
    expect(own.sort()).toEqual([
      ['cancelled', 1],
      ['event', 1],
      ['machine', 1],
      ['setting', 1],
      ['total', 1],
      ['unit', 1],
    ]);
    db.exec(`INSERT INTO machine VALUES (1, 'm', zeroblob(32));
      INSERT INTO event VALUES (1, 1, 's', 'tally', 1, 'A', '{}', zeroblob(32))`);
    expect(() => db.exec('UPDATE event SET kind = kind')).toThrow('not edited');
    expect(() => db.exec('DELETE FROM event')).toThrow('not deleted');
  });

  test('are not run again on a file that has them', () => {
    const db = new Database(':memory:');
    migrate(db);
    migrate(db);
    expect(versionOf(db)).toBe(currentVersion);
  });
});

const CLI = path.resolve('dist/main/cli.js');

/** Another program that holds the folder open: counts once and stays. */
async function holder(folder: string): Promise<ChildProcess> {
  const args = ['serve', '--no-open', '--json', '--radio', 'none', '--data', folder];
  const counted = spawn(process.execPath, [CLI, 'tally', '--union', 'TLD', '--outcome', 'installed', '--data', folder]);
  await once(counted, 'exit');
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

/** Somebody who may read the folder but not write it; root may always write, so it becomes nobody for this. */
async function openAsGuest(folder: string): Promise<{ code: number | null; error: string }> {
  const isRoot = process.getuid?.() === 0;
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  chmodSync(folder, 0o555);
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
  if (isRoot) chownSync(folder, 0, 0);
  onTestFinished(() => chmodSync(folder, 0o755));
  const child = spawn(process.execPath, [CLI, 'status', '--union', 'TLD', '--json', '--data', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
  });
  let error = '';
  child.stderr?.on('data', (chunk) => {
    error += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, error };
}
