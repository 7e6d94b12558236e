import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { DATABASE } from '../../../src/main/store/files.ts';
import { LAST_SEQ } from '../../../src/main/store/log/event-id.ts';
import { INSERT_EVENT, readLog } from '../../../src/main/store/log/lines.ts';
import { chainHash } from '../../../src/main/store/log/log.ts';
import { currentVersion, migrate, versionOf } from '../../../src/main/store/migrations/index.ts';
import { readUnits } from '../../../src/main/store/projections/units.ts';
import { verifyLog } from '../../../src/main/store/verify/verify-log.ts';
import { freshFolder } from '../../kit/folder.ts';
import { got, openedStore, tallied, totalOf, undone } from '../../kit/store.ts';
import { asVersion5 } from '../../kit/version5.ts';

const tablesOf = (db: Database.Database): Map<string, number> =>
  new Map(
    db
      .prepare<[], { name: string; strict: number; type: string }>('PRAGMA table_list')
      .all()
      .filter(({ type }) => type === 'table')
      .map(({ name, strict }) => [name, strict]),
  );

const columnsOf = (db: Database.Database, table: string): string[] =>
  db
    .prepare<[], { name: string }>(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name }) => name);

const upTo = (version: number): Database.Database => {
  const db = new Database(':memory:');
  migrate(db, version);
  return db;
};

describe('migration', () => {
  test('2 gives every total its hour, and lists who has counted', () => {
    const db = upTo(2);
    expect(columnsOf(db, 'total')).toContain('hour');
    expect(tablesOf(db).get('total')).toBe(1);
    expect(tablesOf(db).get('counted')).toBe(1);
  });

  test('3 gives the roster its life, former names and a search index', () => {
    const db = upTo(3);
    expect(columnsOf(db, 'unit')).toEqual(expect.arrayContaining(['valid_to', 'successor', 'owner', 'rolls_to']));
    expect(columnsOf(db, 'unit')).not.toContain('search');
    expect(tablesOf(db).get('unit_alias')).toBe(1);
    db.exec(`INSERT INTO unit_search (rowid, text) VALUES (1, 'cong doan')`);
    expect(db.prepare(`SELECT rowid FROM unit_search WHERE unit_search MATCH '"co" *'`).all()).toHaveLength(1);
  });

  test('4 lays the extracts of the log, all of them strict', () => {
    const tables = tablesOf(upTo(4));
    for (const table of ['declared', 'accepted', 'booth', 'shift', 'attached']) expect(tables.get(table)).toBe(1);
  });

  test('5 lays the extracts of reports and their life, all of them strict', () => {
    const tables = tablesOf(upTo(5));
    for (const table of ['issued', 'moved', 'received', 'form', 'chosen', 'due']) expect(tables.get(table)).toBe(1);
  });

  test('6 keys the log by one number, strict, and still nobody can edit or delete in it', () => {
    const db = upTo(6);
    expect(tablesOf(db).get('event')).toBe(1);
    expect(tablesOf(db).has('event_by_pair')).toBe(false);
    db.exec(`INSERT INTO machine VALUES (1, 'm', zeroblob(32))`);
    const say = db.prepare(INSERT_EVENT);
    const rest = ['s', 'tally', 1, 'A', '{}', Buffer.alloc(32)];
    say.run(1, 7, ...rest);
    say.run(1, LAST_SEQ, ...rest);
    expect(db.prepare('SELECT machine, seq FROM event ORDER BY id').all()).toEqual([
      { machine: 1, seq: 7 },
      { machine: 1, seq: LAST_SEQ },
    ]);
    expect(() => say.run(1, LAST_SEQ + 1, ...rest)).toThrow('CHECK');
    expect(() => say.run(1, 0, ...rest)).toThrow('CHECK');
    expect(() => db.exec('UPDATE event SET kind = kind')).toThrow('not edited');
    expect(() => db.exec('DELETE FROM event')).toThrow('not deleted');
  });
});

/** A folder as version 1 left it: a starting roster, a union that an event renamed, tallies, an undo. */
function madeByVersion1(): Database.Database {
  const db = upTo(1);
  db.exec(`INSERT INTO machine (name, public_key) VALUES ('m', zeroblob(32));
    INSERT INTO unit VALUES ('TLD', 'TLĐ', ' tld', 1, NULL, NULL, NULL, NULL, NULL, '0000-01-01T00:00:00.000Z-0000', '');
    INSERT INTO total VALUES ('A', '2020-08-18', 'tally', 'installed', '', 3, 3)`);
  const say = db.prepare('INSERT INTO event VALUES (1, ?, ?, ?, 1, ?, ?, ?)');
  let hash = Buffer.alloc(32);
  const lines: [kind: string, union: string | null, body: object][] = [
    [
      'union',
      'A',
      { name: 'CĐCS A', level: 4, parent: 'TLD', province: null, workers: 5, members: null, smartphones: null },
    ],
    ['tally', 'A', { campaign: 'c', outcome: 'installed', reason: null, count: 3, day: '2020-08-18' }],
    ['tally', 'A', { campaign: 'c', outcome: 'declined', reason: null, count: 1, day: '2020-08-18' }],
    ['undo', null, { target: { machine: 'm', seq: 3 }, why: 'mistake' }],
  ];
  for (const [index, [kind, union, said]] of lines.entries()) {
    const body = JSON.stringify(said);
    const line = {
      machine: 'm',
      seq: index + 1,
      stamp: `2020-08-18T00:0${index}:00.000Z-0000`,
      kind,
      version: 1,
      union,
      body,
    };
    hash = chainHash(line, hash) as typeof hash;
    say.run(line.seq, line.stamp, kind, union, body, hash);
  }
  return db;
}

describe('a folder made by version 1', () => {
  test('is folded anew from its log and verifies, with its numbers by hour', () => {
    const db = madeByVersion1();
    migrate(db);
    expect(versionOf(db)).toBe(currentVersion);
    expect(verifyLog(db)).toMatchObject({ ok: true, events: 4, faults: [] });
    const rows = db.prepare(`SELECT union_code AS "union", hour, tree FROM total WHERE tree <> 0 ORDER BY 1`).all();
    expect(rows).toEqual([
      { union: '*', hour: 7, tree: 3 },
      { union: 'A', hour: 7, tree: 3 },
      { union: 'TLD', hour: 7, tree: 3 },
    ]);
    expect(
      readUnits(db)
        .search('cong doan co so a', 9)
        .unions.map(({ code }) => code),
    ).toEqual(['A']);
  });

  test('is folded at the next start when the power failed between the steps', () => {
    const db = madeByVersion1();
    migrate(db, currentVersion - 1);
    expect(db.prepare('SELECT count(*) FROM total').pluck().get()).toBe(0);
    migrate(db);
    expect(verifyLog(db)).toMatchObject({ ok: true });
    expect(db.prepare('SELECT 1 FROM setting').get()).toBeUndefined();
  });
});

/** The folder of a booth that took in what another had counted, as version 5 left it. */
async function leftByVersion5(): Promise<{ file: string; folder: string }> {
  const other = openedStore();
  got(other.append([tallied('C'), tallied('B'), tallied('A', 'declined')]));
  const backup = got(await other.backup(null)).file;
  const folder = freshFolder();
  const store = openedStore(folder);
  got(store.append(Array.from({ length: 300 }, () => tallied('A'))));
  got(store.append([undone(store.machine, 300)]));
  got(store.restore(backup));
  store.close();
  const file = path.join(folder, DATABASE);
  asVersion5(file);
  return { file, folder };
}

/** All that a file says: every line of its log, and every total. */
function saysOf(db: Database.Database): object {
  return {
    lines: [...readLog(db)],
    totals: db.prepare('SELECT * FROM total').all(),
    verified: verifyLog(db),
  };
}

describe('a folder made by version 5', () => {
  test('keeps every line with its place in the chain, and every total', async () => {
    const { file } = await leftByVersion5();
    const db = new Database(file);
    expect(versionOf(db)).toBe(5);
    const before = saysOf(db);
    expect(before).toMatchObject({ verified: { ok: true, events: 304, machines: 2 } });
    migrate(db);
    expect(versionOf(db)).toBe(currentVersion);
    expect(saysOf(db)).toEqual(before);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('is counted on in', async () => {
    const { folder } = await leftByVersion5();
    const store = openedStore(folder);
    expect(store.recovery).toBeNull();
    expect(store.lastSeq()).toBe(301);
    got(store.append([tallied('A'), undone(store.machine, 1)]));
    expect(totalOf(store, 'TOP')).toBe(301);
    expect(store.verify()).toMatchObject({ ok: true, events: 306, machines: 2 });
  });

  test('is left whole when the disk is full in the middle of the migration', async () => {
    const { file } = await leftByVersion5();
    const full = new Database(file);
    const before = saysOf(full);
    full.pragma(`max_page_count = ${Number(full.pragma('page_count', { simple: true })) + 4}`);
    expect(() => migrate(full)).toThrow('full');
    full.close();

    const db = new Database(file);
    expect(versionOf(db)).toBe(5);
    expect(saysOf(db)).toEqual(before);
    expect(() => db.exec('DELETE FROM event')).toThrow('not deleted');
    migrate(db);
    expect(saysOf(db)).toEqual(before);
    db.close();
  });
});
