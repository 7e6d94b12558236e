import { copyFileSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type Prove, proveBackup } from '../../src/main/store/backup.ts';
import { DATABASE, KEY } from '../../src/main/store/files.ts';
import { storyClock } from '../kit/clock.ts';
import { freshFolder } from '../kit/folder.ts';
import { got, openedStore, tallied, totalOf } from '../kit/store.ts';

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
