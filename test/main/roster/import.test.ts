import { describe, expect, test } from 'vitest';
import { DISTRICT, openedKit, rosterFile, type TestKit } from '../../kit/kit.ts';

const YESTERDAY = '2020-08-17T10:00:00Z';
const TOMORROW = '2020-08-19T10:00:00Z';

async function officeOf(lines = DISTRICT): Promise<TestKit> {
  const kit = await openedKit();
  await kit.roster(lines, YESTERDAY);
  return kit;
}

const nameOf = async (kit: TestKit, code: string) =>
  (await kit.ask('union.search', { text: code, limit: 1 })).unions[0]?.name;

describe('a roster that is looked at first', () => {
  const NEXT = [
    'C1,CĐCS Công ty TNHH Một,4,T1,74,620,500,450',
    'C2,CĐCS Công ty Hai,4,T1,74,400,,',
    'C3,CĐCS Công ty Ba,4,T1,74,90,,',
    'C4,CĐCS Công ty Bốn,4,NOWHERE,74,90,,',
  ].join('\n');

  test('says what is new, what changes and how, and what is rejected, and changes nothing', async () => {
    const kit = await officeOf();
    const before = await kit.ask('log.verify', {});
    const preview = await kit.ask('roster.preview', rosterFile(NEXT, TOMORROW));
    expect(preview).toMatchObject({ added: 1, changed: 1, unchanged: 1, conflicting: 0, rejectedTotal: 1 });
    expect(preview.addedRows).toEqual([{ code: 'C3', name: 'CĐCS Công ty Ba', level: 4, parent: 'T1' }]);
    expect(preview.changedRows).toMatchObject([
      { row: 2, code: 'C1', changes: [{ field: 'workers', from: 600, to: 620 }] },
    ]);
    expect(preview.rejected).toMatchObject([{ row: 5, code: 'parent-missing' }]);
    expect(await kit.ask('log.verify', {})).toEqual(before);
  });

  test('goes in exactly as it was shown', async () => {
    const kit = await officeOf();
    const { token } = await kit.ask('roster.preview', rosterFile(NEXT, TOMORROW));
    expect(await kit.ask('roster.apply', { token })).toMatchObject({ added: 1, changed: 1, rejectedTotal: 1 });
    expect(await nameOf(kit, 'C3')).toBe('CĐCS Công ty Ba');
    expect((await kit.refused('roster.apply', { token })).code).toBe('roster-preview-gone');
  });

  test('is refused, whole, when the roster changed meanwhile', async () => {
    const kit = await officeOf();
    const { token } = await kit.ask('roster.preview', rosterFile(NEXT, TOMORROW));
    await kit.ask('union.change', { union: 'C2', name: 'CĐCS Công ty Hai (mới)', why: 'đổi tên' });
    expect((await kit.refused('roster.apply', { token })).code).toBe('roster-changed');
    expect((await kit.ask('union.search', { text: 'C3', limit: 9 })).unions).toEqual([]);
  });

  test('leaves alone what a person changed here since the file was saved, unless the file is believed', async () => {
    const kit = await officeOf();
    await kit.ask('union.change', { union: 'C1', workers: 700, why: 'công ty báo lại' });
    const file = rosterFile(NEXT, YESTERDAY);
    const preview = await kit.ask('roster.preview', file);
    expect(preview).toMatchObject({ changed: 0, conflicting: 1 });
    expect(preview.conflictingRows).toMatchObject([{ code: 'C1', reason: 'person' }]);
    expect(await kit.ask('roster.apply', { token: preview.token })).toMatchObject({ changed: 0, conflicts: 'kept' });
    expect((await kit.ask('status.get', { union: 'C1' })).workforce.workers).toBe(700);
    const again = await kit.ask('roster.import', { ...file, conflicts: 'take' });
    expect(again).toMatchObject({ changed: 1, conflicting: 1, conflicts: 'taken' });
    expect((await kit.ask('status.get', { union: 'C1' })).workforce.workers).toBe(620);
  });

  test('believes a file that was saved after the person’s change', async () => {
    const kit = await officeOf();
    await kit.ask('union.change', { union: 'C1', workers: 700, why: 'công ty báo lại' });
    expect(await kit.ask('roster.preview', rosterFile(NEXT, TOMORROW))).toMatchObject({ changed: 1, conflicting: 0 });
  });

  test('knows an older copy of the file that is in already', async () => {
    const kit = await officeOf();
    await kit.roster('C1,CĐCS Một đổi tên,4,T1,74,600,500,450', TOMORROW);
    const preview = await kit.ask('roster.preview', rosterFile(NEXT, YESTERDAY));
    expect(preview.conflictingRows).toMatchObject([{ code: 'C1', reason: 'newer' }]);
  });
});

test('a preview warns of a code that only capital letters tell from a known one, and takes it all the same', async () => {
  const kit = await officeOf();
  const preview = await kit.ask('roster.preview', rosterFile('c1,CĐCS Công ty TNHH Một,4,T1,74,,,', TOMORROW));
  expect(preview).toMatchObject({ added: 1, doubtfulTotal: 1, doubtful: [{ row: 2, code: 'c1' }] });
  expect(preview.doubtful[0]?.words.what.vi).toContain('“C1”');
});

test('a union is told with its way up, what lies below it and what it took over', async () => {
  const kit = await officeOf(`${DISTRICT}\nC9,CĐCS cũ,4,T1,74,,,,,2020-08-20,C1`);
  expect(await kit.ask('union.get', { union: 'C1' })).toMatchObject({
    union: { code: 'C1', name: 'CĐCS Công ty TNHH Một' },
    above: [{ code: 'T1' }, { code: 'LDLD74' }, { code: 'TLD' }],
    below: [{ code: 'B1' }],
    belowTotal: 1,
    tookOver: [{ code: 'C9', name: 'CĐCS cũ' }],
  });
  expect((await kit.refused('union.get', { union: 'NOWHERE' })).code).toBe('union-unknown');
});

describe('a union that a person changes', () => {
  test('is found by the name that it had, and keeps its numbers', async () => {
    const kit = await officeOf();
    await kit.ask('tally.add', { union: 'C2', outcome: 'installed', count: 5 });
    await kit.ask('union.change', { union: 'C2', name: 'CĐCS Công ty Việt Tiến', why: 'đổi tên công ty' });
    const { unions } = await kit.ask('union.search', { text: 'cong ty hai', limit: 5 });
    expect(unions).toMatchObject([{ code: 'C2', name: 'CĐCS Công ty Việt Tiến', aliases: ['CĐCS Công ty Hai'] }]);
    expect((await kit.ask('status.get', { union: 'C2' })).counted.installed).toBe(5);
  });

  test('takes its numbers along to another superior', async () => {
    const kit = await officeOf(`${DISTRICT}\nT2,CĐ huyện Bàu Bàng,3,LDLD74,74,,,`);
    await kit.ask('tally.add', { union: 'B1', outcome: 'installed', count: 5 });
    await kit.ask('union.change', { union: 'C1', parent: 'T2', why: 'chuyển về huyện' });
    const counted = async (union: string) => (await kit.ask('status.get', { union })).counted.installed;
    expect([await counted('T1'), await counted('T2'), await counted('LDLD74')]).toEqual([0, 5, 5]);
    expect(await kit.ask('log.verify', {})).toMatchObject({ ok: true });
  });

  test.each([
    ['above itself', { parent: 'C1' }],
    ['below its own workshop', { parent: 'B1' }],
    ['under nobody that is known', { parent: 'NOWHERE' }],
    ['with a successor and no last day', { successor: 'C2' }],
    ['with more members than workers', { members: 700 }],
  ])('is refused %s, in words', async (_, change) => {
    const kit = await officeOf();
    const { code, words } = await kit.refused('union.change', { union: 'C1', why: 'thử', ...change });
    expect(code).toBe('row-rejected');
    expect(words.what.vi).toContain('C1');
    expect(words.todo.vi).toMatch(/\S/);
  });

  test('is refused without a reason and with a day that is none', async () => {
    const kit = await officeOf();
    expect((await kit.refused('union.change', { union: 'C1', why: ' ' })).code).toBe('why-missing');
    expect((await kit.refused('union.change', { union: 'C1', to: '31/2/2020', why: 'x' })).code).toBe('day-impossible');
  });
});

describe('a union that two lines list', () => {
  const TWO_LINES = `${DISTRICT}\nCS,CĐ Cao su,2,TLD,,,,\nC5,CĐCS Nông trường,4,T1,74,100,,,,,,CS`;

  test('has one owner of its numbers, who is shown, and is counted nowhere twice', async () => {
    const kit = await officeOf(TWO_LINES);
    await kit.ask('tally.add', { union: 'C5', outcome: 'installed', count: 8 });
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed', count: 1 });
    const counted = async (union: string) => (await kit.ask('status.get', { union })).counted.installed;
    expect([await counted('T1'), await counted('LDLD74'), await counted('CS'), await counted('TLD')]).toEqual([
      1, 1, 8, 9,
    ]);
    const status = await kit.ask('status.get', { union: 'T1' });
    expect(status.coordinated).toEqual([{ code: 'C5', name: 'CĐCS Nông trường', owner: 'CS' }]);
    expect(status.workforce.workers).toBe(1_000);
    const { unions } = await kit.ask('union.search', { text: 'nong truong', limit: 1 });
    expect(unions[0]).toMatchObject({ coordinated: true, owner: { code: 'CS' }, rollsTo: 'CS' });
    const { findings } = await kit.ask('status.get', { union: 'C5' });
    expect(findings.map(({ id }) => id)).toEqual(['counted-elsewhere']);
  });

  test('and that is only a second listing rolls up nowhere', async () => {
    const kit = await officeOf(`${DISTRICT}\nC5,CĐCS Nông trường,4,T1,74,100,,,,,,x`);
    await kit.ask('tally.add', { union: 'C5', outcome: 'installed', count: 8 });
    expect((await kit.ask('status.get', { union: 'T1' })).counted.installed).toBe(0);
    expect((await kit.ask('status.get', { union: 'C5' })).counted.installed).toBe(8);
  });
});

test('a union ten levels deep counts for every level above it', async () => {
  const deep = Array.from({ length: 8 }, (_, n) => `W${n},Tổ ${n},5,${n === 0 ? 'C1' : `W${n - 1}`},74,,,`).join('\n');
  const kit = await officeOf(`${DISTRICT}\n${deep}`);
  await kit.ask('tally.add', { union: 'W7', outcome: 'installed', count: 3 });
  const counted = async (union: string) => (await kit.ask('status.get', { union })).counted.installed;
  expect(await Promise.all(['W7', 'W0', 'C1', 'T1', 'TLD'].map(counted))).toEqual([3, 3, 3, 3, 3]);
  expect((await kit.ask('status.get', { union: 'T1' })).grassroots).toEqual({ total: 2, active: 1 });
});
