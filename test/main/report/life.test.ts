import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { IssuedReport } from '../../../src/preload/contract.ts';
import { reportFormats } from '../../../src/preload/contract.ts';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';

/** Friday 28/8, an hour before the end of office hours. */
const FRIDAY = '2020-08-28T16:00:00+07:00';

const office = { place: 'Bình Dương', signer: 'Nguyễn Thị Hoa' };

/** The office of a district with its roster, its form, and one company that counted. */
async function anOffice(folder = freshFolder(), now = FRIDAY): Promise<TestKit> {
  const kit = await openedKit(folder, storyClock(now));
  await kit.roster(DISTRICT);
  await kit.ask('form.set', { union: 'T1', parts: office });
  await counts(kit, 'C1', 12);
  return kit;
}

const counts = (kit: TestKit, union: string, count: number) =>
  kit.ask('tally.add', { union, outcome: 'installed', count });

const issue = (kit: TestKit, more: Partial<Parameters<typeof kit.ask<'report.issue'>>[1]> = {}) =>
  kit.ask('report.issue', { union: 'T1', number: '8', issuedOn: '28/8/2020', ...more });

/** Every format of an issued report, as bytes. */
async function bytesOf(kit: TestKit, report: Pick<IssuedReport, 'ref'>): Promise<Map<string, Buffer>> {
  const folder = freshFolder();
  const { files } = await kit.ask('report.make', {
    union: 'T1',
    formats: [...reportFormats],
    report: report.ref,
    folder,
  });
  return new Map(files.map(({ name, path: file }) => [name, readFileSync(file)]));
}

describe('issuing a report', () => {
  test('writes number, date and signer as Decree 30 wants them, and shows the report as issued', async () => {
    const report = await issue(await anOffice());
    expect(report).toMatchObject({
      number: '08',
      symbol: '08/BC-CĐKCN',
      issuedOn: '2020-08-28',
      signer: 'Nguyễn Thị Hoa',
      state: 'issued',
      next: 'sent',
      changes: [],
      replaces: null,
    });
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('makes every format again a week later, after more people and a restart, the same to the last byte', async () => {
    const folder = freshFolder();
    const friday = await anOffice(folder);
    const report = await issue(friday);
    const before = await bytesOf(friday, report);
    const kinds = new Set([...before.keys()].map((name) => path.extname(name).slice(1)));
    expect([...kinds]).toEqual([...reportFormats]);
    await counts(friday, 'C2', 30);
    await friday.ask('form.set', { union: 'T1', parts: { signer: 'Người khác', place: 'Thủ Dầu Một' } });
    await friday.close();

    const later = await openedKit(folder, storyClock('2020-09-04T08:00:00+07:00'));
    await counts(later, 'C1', 5);
    const [same] = (await later.ask('report.list', { union: 'T1' })).reports;
    expect(same?.digest).toBe(report.digest);
    const after = await bytesOf(later, report);
    for (const [format, bytes] of before) {
      expect(bytes.length, format).toBeGreaterThan(100);
      expect(after.get(format)?.equals(bytes), format).toBe(true);
    }
    expect(same?.changes.map(({ key, before: was, now }) => [key, was, now])).toEqual([['counted.installed', 12, 47]]);
  });

  test('is refused without number, date, signer or place, each in words of its own', async () => {
    const kit = await anOffice();
    const refused = async (more: object) =>
      (await kit.refused('report.issue', { union: 'T1', number: '8', issuedOn: '28/8/2020', ...more })).code;
    expect(await refused({ number: ' ' })).toBe('report-number-missing');
    expect(await refused({ number: '…' })).toBe('report-number-missing');
    expect(await refused({ number: 'tám' })).toBe('report-number-bad');
    expect(await refused({ issuedOn: '' })).toBe('report-date-missing');
    expect(await refused({ issuedOn: '31/6/2020' })).toBe('day-impossible');
    expect(await refused({ issuedOn: '29/8/2020' })).toBe('report-date-bad');
    expect(await refused({ issuedOn: '27/8/2020' })).toBe('report-date-bad');
    expect(await refused({ signer: ' … ' })).toBe('report-signer-missing');
    await kit.ask('form.set', { union: 'T1', parts: { place: '…' } });
    expect(await refused({})).toBe('report-place-missing');
    expect((await kit.ask('report.list', { union: 'T1' })).reports).toEqual([]);
  });

  test('is stopped by a blocker among the figures, and names it', async () => {
    const kit = await anOffice();
    const other = await openedKit(freshFolder(), storyClock('2020-08-28T16:01:00+07:00'));
    const carry = async (from: TestKit, to: TestKit): Promise<void> => {
      const file = path.join(freshFolder(), 'sao-luu.sqlite');
      await from.ask('backup.make', { file });
      await to.ask('backup.restore', { file });
    };
    await carry(kit, other);
    // Both offices put the same slip right, each in its own way: together they took it off twice.
    await other.ask('tally.minus', {
      union: 'C1',
      outcome: 'installed',
      count: 12,
      day: '28/8/2020',
      why: 'đếm trùng',
    });
    await kit.ask('tally.undo', {});
    await carry(other, kit);
    const refused = await kit.refused('report.issue', {
      union: 'C1',
      number: '1',
      issuedOn: '28/8/2020',
      signer: 'Lê An',
    });
    expect(refused.code).toBe('report-place-missing');
    await kit.ask('form.set', { union: 'C1', parts: office });
    const blocked = await kit.refused('report.issue', { union: 'C1', number: '1', issuedOn: '28/8/2020' });
    expect(blocked).toMatchObject({ code: 'report-blocked', detail: { count: 1 } });
    expect(blocked.words.what.vi).toContain('nhỏ hơn 0');
    const { checks } = await kit.ask('report.desk', { union: 'C1' });
    expect(checks[0]).toMatchObject({ severity: 'block', place: { screen: 'unions', union: 'C1', part: 'history' } });
  });

  test('takes a number once a year for one union, and any union its own', async () => {
    const kit = await anOffice();
    const first = await issue(kit);
    const taken = await kit.refused('report.issue', {
      union: 'T1',
      number: '08',
      issuedOn: '28/8/2020',
      replaces: first.ref,
    });
    expect(taken.code).toBe('report-number-taken');
    expect(taken.detail).toMatchObject({ year: '2020', next: '09' });
    await kit.ask('form.set', { union: 'C1', parts: office });
    const other = await kit.ask('report.issue', { union: 'C1', number: '8', issuedOn: '28/8/2020' });
    expect(other.symbol).toBe('08/BC-CĐCS');
  });

  test('in practice never gives a number of the register', async () => {
    const kit = await openedKit(freshFolder(), storyClock(FRIDAY));
    await kit.ask('world.enter', { world: 'practice' });
    await kit.roster(DISTRICT);
    await kit.ask('form.set', { union: 'T1', parts: office });
    const report = await issue(kit);
    expect(report.symbol).toBe('LT-08/BC-CĐKCN');
    await kit.ask('world.enter', { world: 'real' });
    await kit.roster(DISTRICT);
    expect((await kit.ask('report.list', { union: 'T1' })).reports).toEqual([]);
  });
});

describe('two machines', () => {
  test('that give one number before their logs meet are told so by the checklist', async () => {
    const [kit, other] = [await anOffice(), await openedKit(freshFolder(), storyClock(FRIDAY))];
    await other.roster(DISTRICT);
    await other.ask('form.set', { union: 'T1', parts: office });
    await issue(kit);
    await issue(other);
    const file = path.join(freshFolder(), 'sao-luu.sqlite');
    await other.ask('backup.make', { file });
    await kit.ask('backup.restore', { file });
    const { checks } = await kit.ask('report.desk', { union: 'T1' });
    expect(checks.find(({ id }) => id.startsWith('number-twice'))?.words.what.vi).toContain(
      'Số 08/BC-CĐKCN đứng trên hai',
    );
  });
});

describe('a correction', () => {
  test('is a new report that names the old one; the old one stays as it was', async () => {
    const kit = await anOffice();
    const old = await issue(kit);
    const before = await bytesOf(kit, old);
    await counts(kit, 'C2', 7);
    const unnamed = await kit.refused('report.issue', { union: 'T1', number: '9', issuedOn: '28/8/2020' });
    expect(unnamed.code).toBe('report-replaces-missing');
    const next = await issue(kit, { number: '9', replaces: old.ref });
    expect(next).toMatchObject({ symbol: '09/BC-CĐKCN', replaces: '08/BC-CĐKCN', replacedBy: null });
    const { reports } = await kit.ask('report.list', { union: 'T1' });
    expect(reports.map(({ symbol, replacedBy }) => [symbol, replacedBy])).toEqual([
      ['09/BC-CĐKCN', null],
      ['08/BC-CĐKCN', '09/BC-CĐKCN'],
    ]);
    for (const [format, bytes] of before) expect((await bytesOf(kit, old)).get(format)?.equals(bytes)).toBe(true);
    expect((await kit.refused('report.move', { report: old.ref, state: 'sent' })).code).toBe('report-replaced');
    const again = await kit.refused('report.issue', {
      union: 'T1',
      number: '10',
      issuedOn: '28/8/2020',
      replaces: old.ref,
    });
    expect(again.code).toBe('report-replaced');
  });
});

describe('the life of a report', () => {
  test('goes from issued to sent, approved and locked, one step after another, with who and when', async () => {
    const kit = await anOffice();
    await kit.ask('settings.set', { operator: 'HN' });
    const { ref } = await issue(kit);
    expect((await kit.refused('report.move', { report: ref, state: 'approved' })).code).toBe('report-step-order');
    kit.clock.set('2020-08-29T09:00:00+07:00');
    await kit.ask('report.move', { report: ref, state: 'sent', on: '28/8/2020', note: 'qua văn thư' });
    const before = await kit.refused('report.move', { report: ref, state: 'approved', on: '27/8/2020' });
    expect(before.code).toBe('report-day-bad');
    await kit.ask('report.move', { report: ref, state: 'approved' });
    const locked = await kit.ask('report.move', { report: ref, state: 'locked' });
    expect(locked).toMatchObject({ state: 'locked', next: null, late: true });
    expect(locked.steps.map(({ state, on, by, note }) => [state, on, by, note])).toEqual([
      ['sent', '2020-08-28', 'HN', 'qua văn thư'],
      ['approved', '2020-08-29', 'HN', null],
      ['locked', '2020-08-29', 'HN', null],
    ]);
    expect((await kit.refused('report.move', { report: ref, state: 'locked' })).code).toBe('report-step-order');
    const { lines } = await kit.ask('history.get', { union: 'T1', limit: 4 });
    expect(lines.map(({ what }) => what.vi)).toEqual([
      'Đã khóa báo cáo ngày 29/8/2020',
      'Đã duyệt báo cáo ngày 29/8/2020',
      'Đã gửi báo cáo ngày 28/8/2020',
      'Ban hành Báo cáo số 08/BC-CĐKCN ngày 28/8/2020',
    ]);
  });

  test('is proved by the log: a backup carries the snapshot, and another folder makes the same bytes from it', async () => {
    const kit = await anOffice();
    const report = await issue(kit);
    const before = await bytesOf(kit, report);
    expect(await kit.ask('log.verify', {})).toMatchObject({ ok: true, faults: [] });
    const file = path.join(freshFolder(), 'sao-luu.sqlite');
    await kit.ask('backup.make', { file });
    const other = await openedKit(freshFolder(), storyClock(FRIDAY));
    await other.ask('backup.restore', { file });
    for (const [format, bytes] of await bytesOf(other, report)) expect(before.get(format)?.equals(bytes)).toBe(true);
    expect(await other.ask('log.verify', {})).toMatchObject({ ok: true, faults: [] });
  });
});
