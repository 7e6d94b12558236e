import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type Prove, proveBackup } from '../../../src/main/store/backup/backup.ts';
import { DATABASE, KEY } from '../../../src/main/store/files.ts';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { got, openedStore, tallied, totalOf } from '../../kit/store.ts';
import { asVersion5 } from '../../kit/version5.ts';

/** A folder with a backup of its first three people, and two more after it. */
async function boothFolder(): Promise<{ folder: string; backup: string }> {
  const folder = freshFolder();
  const store = openedStore(folder);
  got(store.append(Array.from({ length: 3 }, () => tallied('A'))));
  const { file } = got(await store.backup(null));
  got(store.append([tallied('A'), tallied('B')]));
  store.close();
  return { folder, backup: file };
}

/** A proof that another backup could overtake. */
const slowly: Prove = async (file) => {
  await new Promise(setImmediate);
  return proveBackup(file);
};

describe('a recovery that was cut off', () => {
  test.each([
    ['before a backup was laid', false],
    ['after a backup was laid', true],
  ])('%s is taken up again at the next opening, and loses nothing that can be read', async (_, laid) => {
    const { folder, backup } = await boothFolder();
    const aside = path.join(folder, 'damaged-2020-08-18-0630');
    mkdirSync(aside);
    for (const name of [DATABASE, KEY]) renameSync(path.join(folder, name), path.join(aside, name));
    if (laid) copyFileSync(backup, path.join(folder, DATABASE));

    const store = openedStore(folder);
    expect(totalOf(store, 'TOP')).toBe(5);
    expect(store.recovery).toMatchObject({ gaps: [] });
    expect(store.verify().ok).toBe(true);
    store.close();
    expect(openedStore(folder).recovery).toBeNull();
  });
});

describe('what version 5 left', () => {
  test('a torn database is recovered from its backup, and from its own lines beyond it', async () => {
    const { folder, backup } = await boothFolder();
    const file = path.join(folder, DATABASE);
    for (const left of [backup, file]) asVersion5(left);
    expect(proveBackup(backup)).toMatchObject({ ok: true, value: { events: 3 } });
    tearPageOf(file, 'unit');

    const store = openedStore(folder);
    expect(store.recovery).toMatchObject({ backup, salvaged: 2, gaps: [] });
    expect(totalOf(store, 'TOP')).toBe(5);
    expect(store.verify()).toMatchObject({ ok: true, events: 5 });
  });

  test('a log with a torn page gives what lies before it, and names the rest', async () => {
    const folder = freshFolder();
    const store = openedStore(folder);
    got(store.append(Array.from({ length: 200 }, () => tallied('A'))));
    const { machine } = store;
    store.close();
    const file = path.join(folder, DATABASE);
    asVersion5(file);
    tearLastPageWith(file, '"count":1');

    const opened = openedStore(folder);
    const kept = totalOf(opened, 'TOP');
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(200);
    expect(opened.recovery).toMatchObject({
      backup: null,
      salvaged: kept,
      gaps: [{ machine, from: kept + 1, to: 200 }],
    });
    expect(opened.verify().ok).toBe(true);
  });

  test('a line that its migration cannot take is recovered from, not refused', async () => {
    const { folder, backup } = await boothFolder();
    const file = path.join(folder, DATABASE);
    asVersion5(file);
    const db = new Database(file);
    // Only a large file is not looked at page by page before; a number beyond all stands for its flipped bit.
    db.exec(`DROP TRIGGER event_never_changes; UPDATE event SET seq = 1 << 40 WHERE seq = 5`);
    db.close();

    const store = openedStore(folder);
    expect(store.recovery).toMatchObject({ backup, salvaged: 1, gaps: [{ from: 5, to: 5 }] });
    expect(totalOf(store, 'TOP')).toBe(4);
  });

  test('a backup is restored, and adds nothing the second time', async () => {
    const { backup } = await boothFolder();
    asVersion5(backup);
    const other = openedStore();
    expect(got(other.restore(backup))).toEqual({ added: 3, events: 3 });
    expect(got(other.restore(backup))).toEqual({ added: 0, events: 3 });
    expect(other.verify().ok).toBe(true);
  });
});

/** Fills a page of 4,096 bytes with zeros: the first of a table. */
function tearPageOf(file: string, table: string): void {
  const db = new Database(file);
  const root =
    db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? 0;
  db.close();
  tearPage(file, root);
}

/** The last page that carries a text. */
function tearLastPageWith(file: string, text: string): void {
  tearPage(file, Math.floor(readFileSync(file).lastIndexOf(text) / 4_096) + 1);
}

function tearPage(file: string, page: number): void {
  const content = readFileSync(file);
  content.fill(0, (page - 1) * 4_096, page * 4_096);
  writeFileSync(file, content);
}

describe('restoring', () => {
  test('brings in what is missing, shows it among the last ones, and adds nothing the second time', async () => {
    const { backup } = await boothFolder();
    const other = openedStore();
    got(other.append([tallied('C')]));
    expect(got(other.restore(backup))).toEqual({ added: 3, events: 3 });
    expect(got(other.restore(backup))).toEqual({ added: 0, events: 3 });
    expect(totalOf(other, 'TOP')).toBe(4);
    expect(other.verify().ok).toBe(true);
  });

  test('never says done when the folder refused what was read', async () => {
    const { backup } = await boothFolder();
    const folder = freshFolder();
    openedStore(folder).close();
    const file = path.join(folder, DATABASE);
    // A disk that takes two lines and refuses the third.
    const db = new Database(file);
    db.exec(`CREATE TRIGGER refuses BEFORE INSERT ON event WHEN NEW.seq = 3 BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    db.close();
    const store = openedStore(folder);
    expect(store.restore(backup)).toMatchObject({ ok: false, error: { code: 'data-io' } });
    expect(store.verify()).toMatchObject({ ok: true, events: 0 });
    expect(store.lastSeq()).toBe(0);
    expect(totalOf(store, 'TOP')).toBe(0);
  });
});

test("two laptops that back up to one stick leave each other's backups alone", async () => {
  const stick = freshFolder();
  const clock = storyClock();
  const [one, other] = [openedStore(freshFolder(), clock), openedStore(freshFolder(), clock)];
  got(one.append([tallied('A')]));
  got(await one.backup(stick));
  for (let hour = 0; hour < 9; hour++) {
    got(other.append([tallied('B')]));
    clock.pass(3_600_000);
    got(await other.backup(stick));
  }
  const kept = (readdirSync(stick, { recursive: true }) as string[]).filter((name) => name.endsWith('.sqlite'));
  expect(kept.filter((name) => name.includes(one.machine))).toHaveLength(1);
  expect(kept.filter((name) => name.includes(other.machine))).toHaveLength(6);
});

test('backups that are asked for at the same time all prove themselves', async () => {
  const clock = storyClock();
  const store = openedStore(freshFolder(), clock);
  got(store.append([tallied('A')]));
  const first = store.backup(null, slowly);
  clock.pass(1_000);
  const made = await Promise.all([first, store.backup(null)]);
  expect(made.map((one) => got(one).events)).toEqual([1, 1]);
});
