import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';

async function boothOf(folder = freshFolder(), clock = storyClock()): Promise<TestKit> {
  const kit = await openedKit(folder, clock);
  await kit.roster(DISTRICT);
  await kit.ask('booth.set', { code: 'B01', name: 'Cổng A', place: 'KCN Sóng Thần', union: 'T1' });
  await kit.ask('settings.set', { booth: 'B01', operator: 'nva' });
  return kit;
}

const installed = (kit: TestKit, count: number, more = {}) =>
  kit.ask('tally.add', { union: 'C1', outcome: 'installed', count, ...more });

describe('a booth', () => {
  test('comes back after a restart: same booth, same operator, same union, same day', async () => {
    const folder = freshFolder();
    const first = await boothOf(folder);
    await installed(first, 2);
    await first.close();
    const second = await openedKit(folder);
    expect(await second.ask('settings.get', {})).toMatchObject({
      operator: 'NVA',
      booth: { code: 'B01', unionName: expect.stringContaining('KCN') },
    });
    const { counts, today } = await second.ask('kit.about', {});
    expect(counts).toMatchObject({ union: 'C1', day: '2020-08-18', today: { installed: 2 } });
    expect(today).toBe('2020-08-18');
  });

  test.each([
    ['an operator by a whole name', { operator: 'Nguyễn Văn An' }, 'operator-bad'],
    ['an operator of nine letters', { operator: 'ABCDEFGHI' }, 'operator-bad'],
    ['a booth that nobody set up', { booth: 'B99' }, 'booth-unknown'],
    ['a working day that begins in the afternoon', { dayStart: 15 }, 'bad-input'],
  ])('refuses %s', async (_, settings, code) => {
    const kit = await boothOf();
    expect((await kit.refused('settings.set', settings)).code).toBe(code);
    expect((await kit.ask('settings.get', {})).operator).toBe('NVA');
  });

  test('can be renamed and moved, the last word standing', async () => {
    const kit = await boothOf();
    await kit.ask('booth.set', { code: 'B01', name: 'Cổng B', place: 'KCN VSIP', union: 'C1' });
    const { booths } = await kit.ask('booth.list', {});
    expect(booths).toMatchObject([{ code: 'B01', name: 'Cổng B', place: 'KCN VSIP', union: 'C1' }]);
  });

  test('with a blank in its code, or of a union that nobody knows, is refused', async () => {
    const kit = await boothOf();
    const booth = { code: 'B 2', name: 'Cổng', union: 'T1' };
    expect((await kit.refused('booth.set', booth)).code).toBe('booth-bad');
    expect((await kit.refused('booth.set', { ...booth, code: 'B2', union: 'X' })).code).toBe('union-unknown');
  });
});

describe('a day at the booth', () => {
  test('opens, counts, and closes with a count that agrees', async () => {
    const kit = await boothOf();
    expect(await kit.ask('shift.get', {})).toMatchObject({ state: 'fresh', kit: 0 });
    await kit.ask('shift.open', { operators: ['nva', 'ttb'] });
    await installed(kit, 5);
    await kit.ask('tally.add', { union: 'C2', outcome: 'already', count: 2 });
    await kit.ask('tally.undo', {});
    await kit.ask('tally.minus', { union: 'C1', outcome: 'installed', why: 'nhầm' });
    const open = await kit.ask('shift.get', {});
    expect(open).toMatchObject({ state: 'open', operators: ['NVA', 'TTB'], kit: 4, byOutcome: { installed: 4 } });
    const { shift } = await kit.ask('shift.close', { hand: 4 });
    expect(shift).toMatchObject({ state: 'closed', closed: { kit: 4, hand: 4, note: null, by: 'NVA' } });
  });

  test('with a hand count that differs closes only with a note, and keeps both numbers', async () => {
    const kit = await boothOf();
    await kit.ask('shift.open', {});
    await installed(kit, 5);
    const refused = await kit.refused('shift.close', { hand: 6 });
    expect(refused).toMatchObject({ code: 'shift-note-missing', detail: { hand: 6, kit: 5 } });
    const { shift } = await kit.ask('shift.close', { hand: 6, note: 'một người đếm trên giấy lúc mất điện' });
    expect(shift.closed).toMatchObject({ kit: 5, hand: 6, note: 'một người đếm trên giấy lúc mất điện' });
    const { lines } = await kit.ask('history.get', { union: 'T1' });
    expect(lines[0]).toMatchObject({ kind: 'shift', why: 'một người đếm trên giấy lúc mất điện' });
  });

  test('goes on being counted after its close, and can be opened and closed again', async () => {
    const kit = await boothOf();
    await kit.ask('shift.open', {});
    await kit.ask('shift.close', { hand: null });
    await installed(kit, 3);
    expect((await kit.refused('shift.close', { hand: 3 })).code).toBe('shift-closed');
    await kit.ask('shift.open', {});
    expect((await kit.refused('shift.open', {})).code).toBe('shift-open');
    expect((await kit.ask('shift.close', { hand: 3 })).shift).toMatchObject({ state: 'closed', kit: 3 });
  });

  test('that was never closed is still offered the next morning, with its own count', async () => {
    const kit = await boothOf();
    await kit.ask('shift.open', {});
    await installed(kit, 5);
    kit.clock.set('2020-08-19T06:30:00+07:00');
    await installed(kit, 1);
    expect(await kit.ask('shift.get', {})).toMatchObject({
      state: 'fresh',
      day: '2020-08-19',
      kit: 1,
      unclosed: ['2020-08-18'],
    });
    const { shift } = await kit.ask('shift.close', { day: '2020-08-18', hand: 5 });
    expect(shift).toMatchObject({ day: '2020-08-18', kit: 5, state: 'closed', unclosed: [] });
  });

  test('counts paper sheets of the day, and nothing that was counted at another booth', async () => {
    const kit = await boothOf();
    await kit.ask('shift.open', {});
    await installed(kit, 5);
    kit.clock.set('2020-08-19T06:30:00+07:00');
    await installed(kit, 2, { day: '2020-08-18', source: 'paper' });
    await kit.ask('booth.set', { code: 'B02', name: 'Cổng C', union: 'T1' });
    await kit.ask('settings.set', { booth: 'B02' });
    await installed(kit, 9, { day: '2020-08-18', source: 'paper' });
    expect((await kit.ask('shift.get', { booth: 'B01', day: '2020-08-18' })).kit).toBe(7);
  });

  test('needs a booth, and an opening before its close', async () => {
    const kit = await boothOf();
    expect((await kit.refused('shift.close', { hand: 0 })).code).toBe('shift-not-open');
    await kit.ask('settings.set', { booth: null });
    expect((await kit.refused('shift.open', {})).code).toBe('booth-unknown');
    await installed(kit, 1);
  });
});

test('a night shift counts the small hours to the evening before', async () => {
  const kit = await boothOf(freshFolder(), storyClock('2020-08-18T22:00:00+07:00'));
  await kit.ask('settings.set', { dayStart: 6 });
  await installed(kit, 1);
  kit.clock.set('2020-08-19T02:00:00+07:00');
  const { counts } = await installed(kit, 2);
  expect(counts).toMatchObject({ day: '2020-08-18', today: { installed: 3 } });
  kit.clock.set('2020-08-19T06:00:00+07:00');
  expect((await installed(kit, 4)).counts).toMatchObject({ day: '2020-08-19', today: { installed: 4 } });
  const { byHour } = await kit.ask('totals.get', { union: 'C1', day: '2020-08-18' });
  expect(byHour).toEqual({ 2: { installed: 2 }, 22: { installed: 1 } });
});

test('a data folder inside a sync program is said on the screen once, and counting goes on', async () => {
  const folder = path.join(freshFolder(), 'OneDrive - Cong doan', 'tram');
  const kit = await openedKit(folder);
  const { notice } = await kit.ask('kit.about', {});
  expect(notice?.what.vi).toContain('phần mềm đồng bộ');
  await kit.ask('notice.dismiss', {});
  await kit.close();
  expect((await (await openedKit(folder)).ask('kit.about', {})).notice).toBeNull();
});

test('a second place for backups must be there, is kept, and gets its copy before anybody says done', async () => {
  const kit = await boothOf();
  const stick = freshFolder();
  const gone = await kit.refused('backup.place', { folder: path.join(stick, 'khong-co') });
  expect(gone.code).toBe('data-no-folder');
  expect((await kit.refused('backup.place', { folder: 'sao-luu' })).code).toBe('data-no-folder');
  expect(await kit.ask('backup.place', {})).toEqual({ folder: null });
  await kit.ask('backup.place', { folder: stick });
  expect(await kit.ask('backup.place', {})).toEqual({ folder: stick });
  const { events } = await kit.ask('backup.make', {});
  expect(events).toBeGreaterThan(0);
  const [machine = ''] = readdirSync(stick);
  expect(readdirSync(path.join(stick, machine))).toHaveLength(1);
});
