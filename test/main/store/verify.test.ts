import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../src/core/log/event.ts';
import { freeze } from '../../../src/main/store/log/snapshot.ts';
import { projectionTables } from '../../../src/main/store/projections/projector.ts';
import { rebuildProjections } from '../../../src/main/store/projections/rebuild.ts';
import { verifyLog } from '../../../src/main/store/verify/verify-log.ts';
import { freshFolder } from '../../kit/folder.ts';
import { got, moved, openedStore, smallRoster, tallied, undone, unionOf } from '../../kit/store.ts';

const declared = (union: string, installed: number): EventDraft => ({
  kind: 'declared',
  union,
  body: { campaign: 'bluezone-2020', figures: { installed }, outreach: {}, texts: {} },
});
const booth: EventDraft = { kind: 'booth', union: 'P1', body: { code: 'B1', name: 'Cổng A', place: '' } };
const shift: EventDraft = {
  kind: 'shift',
  union: 'P1',
  body: { booth: 'B1', day: '2020-08-18', phase: 'close', operators: [], kit: 2, hand: 2, note: null },
};
const accepted: EventDraft = { kind: 'accepted', union: 'A', body: { rule: 'circle', facts: '', why: 'biết rồi' } };

/** A folder with something of everything, closed. */
function fullFolder(): string {
  const folder = freshFolder();
  const store = openedStore(folder);
  got(store.append([tallied('A'), tallied('B', 'installed', { count: 2 }), tallied('C')]));
  got(store.append([undone(store.machine, 3), declared('A', 5), declared('A', 6), booth, shift, accepted]));
  got(store.append([moved(unionOf('B', 'P2', { coordinated: true, owner: 'C' }))]));
  expect(store.verify()).toMatchObject({ ok: true, events: 10, faults: [] });
  store.close();
  return folder;
}

const openRaw = (folder: string) => new Database(path.join(folder, 'tram.sqlite'));

describe('verify', () => {
  test('names a report whose frozen figures are not those of its digest, and the folder opens all the same', () => {
    const folder = freshFolder();
    const store = openedStore(folder);
    const body = {
      ...{ campaign: 'bluezone-2020', number: '08', symbol: '08/BC-CĐCS', issuedOn: '2020-08-28', signer: 'Lê Văn An' },
      ...{ asOf: 1, madeAt: 1, facts: {}, ...freeze({ figures: 12 }) },
    };
    got(store.append([{ kind: 'issued', union: 'A', body }]));
    expect(store.verify()).toMatchObject({ ok: true, faults: [] });
    const forged = { ...body, model: freeze({ figures: 13 }).model };
    got(store.append([{ kind: 'issued', union: 'B', body: forged }]));
    const faults = ['report 08/BC-CĐCS: the frozen figures do not have their digest'];
    expect(store.verify()).toMatchObject({ ok: false, chainsHold: true, faults });
    store.close();
    const again = openedStore(folder);
    expect(again.recovery).toBeNull();
    expect(again.reports.issued('B', 'bluezone-2020')).toHaveLength(1);
  });

  test.each([
    ['a declared number changed by hand', `UPDATE declared SET value = 99 WHERE value = 6`, 'no event wrote'],
    ['a declared number that is gone', `DELETE FROM declared WHERE value = 5`, 'declared lacks 1'],
    ['a note that nobody made', `INSERT INTO accepted VALUES ('A', 'fell', 's', 'm', '', 'x', NULL)`, 'no event wrote'],
    ['a booth given to another union', `UPDATE booth SET union_code = 'C'`, 'no event wrote'],
    ['a close of the day with another count', `UPDATE shift SET kit = 3`, 'no event wrote'],
    ['an undo that nobody said', `INSERT INTO cancelled VALUES ('m', 1)`, 'no event wrote'],
    ['a check tied to another tally', `INSERT INTO attached VALUES ('m', 1, 'm', 2)`, 'no event wrote'],
    ['a union moved by hand', `UPDATE unit SET rolls_to = 'P2' WHERE code = 'A'`, 'union A rolls up to P2'],
    ['a union renamed by hand', `UPDATE unit SET name = 'x' WHERE code = 'B'`, 'union B does not stand'],
    ['a union that is gone', `DELETE FROM unit WHERE code = 'B'`, 'union B is missing'],
    ['a union on the list of those that counted', `INSERT INTO counted VALUES ('P2')`, 'union P2 is listed'],
    ['a union off that list', `DELETE FROM counted WHERE union_code = 'A'`, 'union A is not listed'],
    ['an hour moved by hand', `UPDATE total SET hour = 9 WHERE union_code = 'A'`, 'is missing'],
  ])('names %s', (_, sql, fault) => {
    const db = openRaw(fullFolder());
    db.exec(sql);
    const { ok, chainsHold, faults } = verifyLog(db);
    db.close();
    expect({ ok, chainsHold }).toEqual({ ok: false, chainsHold: true });
    expect(faults.join('\n')).toContain(fault);
  });

  test('finds everything right again after all projections were folded anew', () => {
    const folder = fullFolder();
    const db = openRaw(folder);
    for (const table of projectionTables) db.exec(`DELETE FROM ${table}`);
    expect(verifyLog(db).ok).toBe(false);
    rebuildProjections(db, smallRoster);
    expect(verifyLog(db)).toMatchObject({ ok: true, faults: [] });
    db.close();
    const store = openedStore(folder);
    expect(store.units.search('don vi a', 9).unions.map(({ code }) => code)).toEqual(['A']);
    expect(store.recovery).toBeNull();
  });
});
