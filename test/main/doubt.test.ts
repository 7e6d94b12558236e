import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { freshFolder } from '../kit/folder.ts';
import { openedKit } from '../kit/kit.ts';
import { got, openedStore, tallied } from '../kit/store.ts';

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
}, 120_000);
