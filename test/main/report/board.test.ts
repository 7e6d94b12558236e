import { describe, expect, test } from 'vitest';
import type { BoardRow } from '../../../src/preload/contract.ts';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';

async function officeAt(iso: string): Promise<TestKit> {
  const kit = await openedKit(freshFolder(), storyClock(iso));
  await kit.roster(DISTRICT);
  return kit;
}

async function rowOf(kit: TestKit, code: string): Promise<BoardRow> {
  const { rows } = await kit.ask('report.board', { union: 'T1' });
  const row = rows.find((one) => one.code === code);
  if (row === undefined) throw new Error(`${code} is not on the board`);
  return row;
}

const urgencyAt = async (iso: string, union: string) =>
  (await (await officeAt(iso)).ask('report.board', { union })).urgency;

describe('deadlines', () => {
  test('of the letter: open until Thursday, near from Friday 28/8, on time to the last minute of Sunday, late on Monday', async () => {
    expect(await urgencyAt('2020-08-27T23:59:59+07:00', 'LDLD74')).toBe('open');
    expect(await urgencyAt('2020-08-28T00:00:00+07:00', 'LDLD74')).toBe('near');
    expect(await urgencyAt('2020-08-30T23:59:59+07:00', 'LDLD74')).toBe('near');
    expect(await urgencyAt('2020-08-31T00:00:00+07:00', 'LDLD74')).toBe('late');
  });

  test('are earlier inside the union: each level has its own, and a single union may be given another', async () => {
    const kit = await officeAt('2020-08-26T20:00:00+07:00');
    expect((await kit.ask('report.board', { union: 'T1' })).due).toBe('2020-08-27');
    expect(await rowOf(kit, 'C1')).toMatchObject({ due: '2020-08-26', dueIsOwn: false, urgency: 'near', late: false });
    kit.clock.set('2020-08-27T00:00:00+07:00');
    expect(await rowOf(kit, 'C1')).toMatchObject({ urgency: 'late', late: true });
    await kit.ask('report.due', { union: 'C1', day: '28/8/2020' });
    expect(await rowOf(kit, 'C1')).toMatchObject({ due: '2020-08-28', dueIsOwn: true, urgency: 'near', late: false });
    expect((await kit.ask('report.due', { union: 'C1', day: null })).row.due).toBe('2020-08-26');
    expect((await kit.refused('report.due', { union: 'C1', day: 'mai' })).code).toBe('day-impossible');
  });
});

describe('the board', () => {
  test('names who is missing, who came on paper, who came late and who changed afterwards', async () => {
    const kit = await officeAt('2020-08-26T15:00:00+07:00');
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 9 });
    await kit.ask('report.receive', { union: 'C1', on: '26/8/2020', symbol: '05/BC-CĐCS', note: 'nhận qua Zalo' });
    kit.clock.set('2020-08-28T08:00:00+07:00');
    await kit.ask('report.receive', { union: 'C2', on: '28/8/2020' });
    await kit.ask('tally.add', { union: 'B1', outcome: 'already', count: 3 });
    expect(await kit.ask('report.board', { union: 'T1' })).toMatchObject({
      ...{ asked: 2, reported: 2, late: 1, changed: 1, percent: 100, due: '2020-08-27' },
    });
    expect(await rowOf(kit, 'C1')).toMatchObject({
      arrival: { by: 'received', on: '2020-08-26', symbol: '05/BC-CĐCS', state: null },
      late: false,
      changes: [{ key: 'counted.already', before: null, now: 3, label: { vi: 'Đếm: Đã cài trước' } }],
    });
    expect(await rowOf(kit, 'C2')).toMatchObject({ late: true, changes: [] });
    await kit.ask('report.receive', { union: 'C2', on: null, note: 'ghi nhầm đơn vị' });
    expect(await rowOf(kit, 'C2')).toMatchObject({ arrival: null, late: true });
    const status = await kit.ask('status.get', { union: 'T1' });
    expect(status.reports).toMatchObject({ asked: 2, reported: 1, missing: ['C2'], late: ['C2'], changed: ['C1'] });
  });

  test('counts a report that was issued here, and its first day even when a correction follows late', async () => {
    const kit = await officeAt('2020-08-26T15:00:00+07:00');
    await kit.ask('form.set', { union: 'C1', parts: { place: 'Bình Dương', signer: 'Lê Văn An' } });
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 9 });
    const first = await kit.ask('report.issue', { union: 'C1', number: '3', issuedOn: '26/8/2020' });
    kit.clock.set('2020-08-29T08:00:00+07:00');
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 1 });
    expect(await rowOf(kit, 'C1')).toMatchObject({ changes: [{ key: 'counted.installed', before: 9, now: 10 }] });
    await kit.ask('report.issue', { union: 'C1', number: '4', issuedOn: '29/8/2020', replaces: first.ref });
    expect(await rowOf(kit, 'C1')).toMatchObject({
      arrival: { by: 'issued', on: '2020-08-26', symbol: '04/BC-CĐCS', state: 'issued' },
      late: false,
      changes: [],
    });
  });

  test('refuses a day that has not come, or one from before the letter', async () => {
    const kit = await officeAt('2020-08-26T15:00:00+07:00');
    expect((await kit.refused('report.receive', { union: 'C1', on: '27/8/2020' })).code).toBe('report-day-bad');
    expect((await kit.refused('report.receive', { union: 'C1', on: '1/8/2020' })).code).toBe('report-day-bad');
    expect((await kit.refused('report.receive', { union: 'C1', on: 'hôm qua' })).code).toBe('day-impossible');
  });

  test('tells how complete a union is, part by part: zero is an answer, silence is none', async () => {
    const kit = await officeAt('2020-08-26T15:00:00+07:00');
    expect(await rowOf(kit, 'C2')).toMatchObject({
      completeness: 17,
      missing: ['results', 'smartphones', 'reached', 'outreach', 'texts'],
    });
    await kit.ask('declared.set', {
      union: 'C2',
      figures: { installed: 0, smartphones: 0, reached: 0 },
      outreach: { leaflet: { quantity: 0, people: null } },
      texts: { difficulties: 'Không có.' },
    });
    expect(await rowOf(kit, 'C2')).toMatchObject({ completeness: 100, missing: [] });
  });

  test('ranks by rate and shares places, but never a union with fewer than thirty people', async () => {
    const kit = await officeAt('2020-08-26T15:00:00+07:00');
    await kit.roster('C3,CĐCS Nhỏ,4,T1,74,29,29,29\nC4,CĐCS Bốn,4,T1,74,450,450,450');
    for (const [union, count] of [
      ['C1', 45],
      ['C2', 10],
      ['C3', 29],
      ['C4', 45],
    ] as const) {
      await kit.ask('tally.add', { union, outcome: 'installed', count });
    }
    const { rows } = await kit.ask('report.board', { union: 'T1' });
    expect(rows.map(({ code, percent, whole, rank }) => [code, percent, whole, rank])).toEqual([
      ['C1', 10, 450, 1],
      ['C2', 2.5, 400, 3],
      ['C3', 100, 29, null],
      ['C4', 10, 450, 1],
    ]);
  });
});

describe('before issuing', () => {
  test('the checklist names what stops the report and what deserves a look, each with its place', async () => {
    const kit = await officeAt('2020-08-28T15:00:00+07:00');
    await kit.ask('form.set', {
      union: 'T1',
      parts: { recipients: ['Như trên'], place: '…', signer: 'TS. Trần Bình' },
    });
    const { checks } = await kit.ask('report.desk', { union: 'T1' });
    const known = checks.map(
      ({ id, severity, place: { screen, part } }) => `${severity} ${id.split(':')[0]} ${screen}/${part}`,
    );
    expect(known).toEqual(
      expect.arrayContaining([
        'block form-place-missing report/form',
        'warn form-file report/form',
        'warn form-titles report/form',
        'warn below-missing report/board',
        'warn past-due report/issue',
      ]),
    );
    expect(known[0]).toMatch(/^block/);
  });

  test('the signer chooses between two numbers, by name, and may leave it open again', async () => {
    const kit = await officeAt('2020-08-28T15:00:00+07:00');
    await kit.ask('settings.set', { operator: 'HN' });
    await kit.ask('tally.add', { union: 'T1', outcome: 'installed', count: 40 });
    await kit.ask('declared.set', { union: 'T1', figures: { installed: 55 } });
    const openIn = async () =>
      (await kit.ask('report.desk', { union: 'T1' })).checks.filter(({ id }) => id.startsWith('choice-open'));
    expect((await openIn())[0]?.words.what.vi).toBe(
      '“Cài mới trong đợt”: đếm được 40, đơn vị tự báo cáo 55, chưa chọn số nào.',
    );
    const { choices } = await kit.ask('report.choose', { union: 'T1', figures: { installed: 'declared' } });
    expect(choices.find(({ figure }) => figure === 'installed')).toMatchObject({
      ...{ counted: 40, declared: 55, source: 'declared', by: 'HN' },
    });
    expect(await openIn()).toEqual([]);
    await kit.ask('report.choose', { union: 'T1', figures: { installed: null } });
    expect(await openIn()).toHaveLength(1);
  });

  test('gives a paragraph and a text for Zalo with numerator, denominator and cut-off', async () => {
    const kit = await officeAt('2020-08-21T17:05:00+07:00');
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 40 });
    await kit.ask('tally.add', { union: 'C1', outcome: 'declined', reason: 'KHAC', count: 5 });
    const { summary, chat } = await kit.ask('report.desk', { union: 'C1' });
    expect(summary).toBe(
      'Tính đến 17 giờ 05 ngày 21/8/2020, CĐCS Công ty TNHH Một đã hướng dẫn 45 lượt người tại bàn, trong đó 40 lượt đã có Bluezone khi rời bàn (cài mới 40), bằng 8,9% số người có điện thoại thông minh (40/450). Đã có báo cáo của 0/1 đơn vị trực thuộc.',
    );
    expect(chat.split('\n')).toEqual([
      'CĐCS Công ty TNHH Một – Bluezone',
      'Tính đến 17 giờ 05 ngày 21/8/2020',
      'Hôm nay (21/8): 45 lượt, đã có Bluezone 40',
      'Cả đợt: 45 lượt, đã có Bluezone 40',
      'Đạt 8,9% số người có điện thoại thông minh (40/450)',
      'Đã báo cáo: 0/1 đơn vị',
      'Chưa báo cáo: Công đoàn bộ phận Xưởng 1',
    ]);
  });

  test('the department that an office names stands in the letters of the units below it', async () => {
    const kit = await officeAt('2020-08-21T17:05:00+07:00');
    await kit.ask('form.set', { union: 'LDLD74', parts: { receiver: 'Ban Tuyên giáo - Nữ công' } });
    const { parts } = await kit.ask('form.get', { union: 'T1' });
    expect(parts.find(({ part }) => part === 'addressees')).toMatchObject({
      value: ['Liên đoàn Lao động tỉnh Bình Dương (qua Ban Tuyên giáo - Nữ công)'],
      isSet: false,
    });
    expect((await kit.refused('form.set', { union: 'T1', parts: { font: 'Arial' } })).code).toBe('form-part-unknown');
  });
});
