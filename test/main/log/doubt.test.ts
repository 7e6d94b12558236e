import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { freshFolder } from '../../kit/folder.ts';
import { openedKit } from '../../kit/kit.ts';
import { got, openedStore, tallied } from '../../kit/store.ts';

/** More than an opening replays: what is wrong with such a log is found by the backup of the start. */
const LARGE = 30_500;

test('a large log whose totals were changed is found out by its first backup, told, and put right at the next opening', async () => {
  const folder = freshFolder();
  const before = openedStore(folder);
  got(before.append(Array.from({ length: LARGE }, () => tallied('A'))));
  before.close();
  const file = path.join(folder, 'tram.sqlite');
  const strange = new Database(file);
  strange.exec(`UPDATE total SET tree = tree + 1000 WHERE union_code = 'TOP'`);
  strange.close();

  const booth = await openedKit(folder, undefined, true);
  const told = await booth.pushed('notice.changed');
  expect(told.what.vi).toContain('không khớp với sổ đếm');
  await booth.close();
  expect(existsSync(path.join(folder, 'tram.doubt'))).toBe(true);

  const mended = await openedKit(folder);
  const { notice } = await mended.ask('kit.about', {});
  expect(notice?.what.vi).not.toContain('không khớp với sổ đếm');
  const { ok, events } = await mended.ask('log.verify', {});
  expect({ ok, events }).toEqual({ ok: true, events: LARGE });
  await mended.close();
  expect(openedStore(folder).totals.of('*')).toMatchObject([{ code: 'installed', tree: LARGE }]);
  expect(existsSync(path.join(folder, 'tram.doubt'))).toBe(false);
});

const MARK = 'dau-vet';
const named = { campaign: 'bluezone-2020', outcome: 'installed', count: 1, day: '2020-08-18' };

/** A folder whose file is larger than what an opening looks at page by page, with a line that can be found in it. */
function largeFolder(): { folder: string; file: string } {
  const folder = freshFolder();
  const store = openedStore(folder);
  const lines = Array.from({ length: LARGE }, () => tallied('A'));
  got(store.append(lines));
  got(store.append([{ kind: 'tally', union: 'A', body: { ...named, once: MARK } }, ...lines.slice(0, 40)]));
  got(store.remember('padding', 'x'.repeat(50_000_000)));
  store.close();
  return { folder, file: path.join(folder, 'tram.sqlite') };
}

/** Tears the page of 4,096 bytes that a place in the file lies on. */
function tearPage(file: string, place: number): void {
  const content = readFileSync(file);
  const page = Math.floor(place / 4_096) * 4_096;
  content.fill(0, page, page + 4_096);
  writeFileSync(file, content);
}

test('a page of a large file that is torn among the last lines is recovered at the same opening', () => {
  const { folder, file } = largeFolder();
  tearPage(file, readFileSync(file).indexOf(MARK));
  const store = openedStore(folder);
  expect(store.recovery).toMatchObject({ gaps: [{ to: LARGE + 41 }] });
  expect(store.verify().ok).toBe(true);
});

test('a page of a large file that is torn where counting meets it is told, and recovered at the next opening', async () => {
  const { folder, file } = largeFolder();
  const db = new Database(file);
  const root = db.prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE name = 'counted'`).pluck().get() ?? 0;
  db.close();
  tearPage(file, (root - 1) * 4_096);
  const booth = await openedKit(folder, undefined, true);
  await expect
    .poll(async () => (await booth.ask('kit.about', {})).notice?.what.vi, { timeout: 300_000 })
    .toContain('không khớp với sổ đếm');
  await booth.close();

  const mended = openedStore(folder);
  expect(mended.recovery).toMatchObject({ gaps: [] });
  expect(mended.totals.of('A').find(({ code }) => code === 'installed')?.tree).toBe(LARGE + 41);
});
