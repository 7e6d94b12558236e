import { describe, expect, test } from 'vitest';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';

async function boothOf(lines = DISTRICT): Promise<TestKit> {
  const kit = await openedKit();
  await kit.roster(lines);
  return kit;
}

const one = { union: 'C1', outcome: 'installed' };
const campaignOf = async (kit: TestKit, union = 'T1') => (await kit.ask('totals.get', { union })).byOutcome;

describe('counting at the booth', () => {
  test('takes a batch as it was typed and counts it once', async () => {
    const kit = await boothOf();
    const { events, counts } = await kit.ask('tally.add', { ...one, count: '25' });
    expect(events).toHaveLength(1);
    expect(counts).toMatchObject({ union: 'C1', today: { installed: 25 }, campaign: { installed: 25 } });
  });

  test.each([
    ['nothing', 0],
    ['less than nothing', -1],
    ['half a person', 1.5],
    ['a letter for a digit', '1O'],
    ['a billion', 1_000_000_000],
    ['no number at all', Number.NaN],
  ])('refuses %s in words and writes nothing', async (_, count) => {
    const kit = await boothOf();
    const before = await kit.ask('log.verify', {});
    const { code, words } = await kit.refused('tally.add', { ...one, count });
    expect(['count-impossible', 'bad-input']).toContain(code);
    expect(words.what.vi).toMatch(/\S/);
    expect(await kit.ask('log.verify', {})).toEqual(before);
  });

  test('undoes ten slips one after another, newest first, and shows each of them', async () => {
    const kit = await boothOf();
    for (let n = 1; n <= 12; n++) await kit.ask('tally.add', { ...one, count: n });
    const undone: number[] = [];
    for (let n = 0; n < 10; n++) undone.push((await kit.ask('tally.undo', {})).undone.count);
    expect(undone).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect(await campaignOf(kit)).toEqual({ installed: 3 });
    const { recent } = (await kit.ask('kit.about', {})).counts;
    expect(recent).toHaveLength(10);
    expect(recent.every((line) => line.undone)).toBe(true);
  });
});

describe('an attempt that is sent again because its answer was lost', () => {
  test('counts once, and is answered with the same event', async () => {
    const kit = await boothOf();
    const first = await kit.ask('tally.add', { ...one, count: 25, once: 'k3J9x_Qa' });
    const again = await kit.ask('tally.add', { ...one, count: '25', once: 'k3J9x_Qa' });
    expect(again.events).toEqual(first.events);
    expect(again.counts.today).toEqual({ installed: 25 });
    const minus = { ...one, count: 2, why: 'đếm trùng', once: 'm-1' };
    expect((await kit.ask('tally.minus', minus)).events).toEqual((await kit.ask('tally.minus', minus)).events);
    expect(await campaignOf(kit)).toEqual({ installed: 23 });
  });

  test('counts once also when its number was typed with a nought before it', async () => {
    const kit = await boothOf();
    const first = await kit.ask('tally.add', { ...one, count: '010', once: 'k3J9x_Qa' });
    expect((await kit.ask('tally.add', { ...one, count: '010', once: 'k3J9x_Qa' })).events).toEqual(first.events);
    expect((await kit.refused('tally.add', { ...one, count: '1O', once: 'k3J9x_Qa' })).code).toBe('bad-input');
    expect(await campaignOf(kit)).toEqual({ installed: 10 });
  });

  test('counts once also after the kit was closed and opened between the two', async () => {
    const kit = await boothOf();
    const { events } = await kit.ask('tally.add', { ...one, once: 'k3J9x_Qa' });
    await kit.close();
    const reopened = await openedKit(kit.folder, kit.clock);
    expect((await reopened.ask('tally.add', { ...one, once: 'k3J9x_Qa' })).events).toEqual(events);
    expect(await campaignOf(reopened)).toEqual({ installed: 1 });
    expect(await reopened.ask('log.verify', {})).toMatchObject({ ok: true });
  });

  test('counts once also after an hour of counting, and when the kit was opened anew after that', async () => {
    const kit = await boothOf();
    const { events } = await kit.ask('tally.add', { ...one, once: 'k3J9x_Qa' });
    for (let n = 1; n <= 70; n++) await kit.ask('tally.add', { ...one, once: `n-${n}` });
    expect((await kit.ask('tally.add', { ...one, once: 'k3J9x_Qa' })).events).toEqual(events);
    await kit.close();
    const reopened = await openedKit(kit.folder, kit.clock);
    expect((await reopened.ask('tally.add', { ...one, once: 'k3J9x_Qa' })).events).toEqual(events);
    expect(await campaignOf(reopened)).toEqual({ installed: 71 });
  });

  test('is not mistaken for another: the same words for other people are refused, without them both count', async () => {
    const kit = await boothOf();
    await kit.ask('tally.add', { ...one, once: 'k3J9x_Qa' });
    expect((await kit.refused('tally.add', { ...one, count: 2, once: 'k3J9x_Qa' })).code).toBe('bad-input');
    expect((await kit.refused('tally.minus', { ...one, why: 'x', once: 'k3J9x_Qa' })).code).toBe('bad-input');
    await kit.ask('tally.add', one);
    await kit.ask('tally.add', one);
    expect(await campaignOf(kit)).toEqual({ installed: 3 });
  });
});

describe('a paper sheet', () => {
  test('is counted for the day that stands on it, has no hour, and does not move the booth to its union', async () => {
    const kit = await boothOf();
    kit.clock.set('2020-08-20T09:00:00+07:00');
    await kit.ask('tally.add', { union: 'C2', outcome: 'installed' });
    const sheet = await kit.ask('tally.add', { ...one, count: 31, day: '19/8/2020', source: 'paper' });
    expect(sheet.warnings).toEqual([]);
    expect(sheet.counts.union).toBe('C2');
    const live = await kit.ask('totals.get', { union: 'T1', day: '2020-08-19' });
    expect(live.byDay).toEqual({ '2020-08-19': { installed: 31 }, '2020-08-20': { installed: 1 } });
    expect(live.byHour).toEqual({ none: { installed: 31 } });
  });

  test.each([
    ['tomorrow', '2020-08-21', 'day-future'],
    ['a day before the letter', '2020-08-16', 'day-too-early'],
    ['a day that does not exist', '31/2/2020', 'day-impossible'],
    ['no day', 'hôm qua', 'day-impossible'],
  ])('of %s is refused', async (_, day, code) => {
    const kit = await boothOf();
    kit.clock.set('2020-08-20T09:00:00+07:00');
    expect((await kit.refused('tally.add', { ...one, day, source: 'paper' })).code).toBe(code);
    expect(await campaignOf(kit)).toEqual({});
  });

  test('of a day outside the campaign is taken with a word about it', async () => {
    const kit = await boothOf();
    kit.clock.set('2020-08-27T09:00:00+07:00');
    const late = await kit.ask('tally.add', { ...one, day: '2020-08-26', source: 'paper' });
    const early = await kit.ask('tally.add', { ...one, day: '2020-08-17', source: 'paper' });
    expect(late.warnings.map(({ what }) => what.vi).join()).toContain('sau ngày cuối');
    expect(early.warnings.map(({ what }) => what.vi).join()).toContain('trước ngày đầu');
  });
});

describe('a correction', () => {
  test('takes people off with a reason, and can be taken back like a tally', async () => {
    const kit = await boothOf();
    await kit.ask('tally.add', { ...one, count: 10 });
    await kit.ask('tally.minus', { ...one, count: 4, why: 'đếm nhầm hai lần' });
    expect(await campaignOf(kit)).toEqual({ installed: 6 });
    const { undone } = await kit.ask('tally.undo', {});
    expect(undone).toMatchObject({ kind: 'minus', count: -4, why: 'đếm nhầm hai lần' });
    expect(await campaignOf(kit)).toEqual({ installed: 10 });
    expect(await kit.ask('log.verify', {})).toMatchObject({ ok: true });
  });

  test('never takes off more than stand for that union, outcome, reason and day', async () => {
    const kit = await boothOf();
    await kit.ask('tally.add', { ...one, count: 3 });
    await kit.ask('tally.add', { union: 'C2', outcome: 'installed', count: 9 });
    await kit.ask('tally.add', { union: 'C1', outcome: 'unable', reason: 'HDH_CU', count: 2 });
    const why = 'đếm nhầm';
    expect(await kit.refused('tally.minus', { ...one, count: 4, why })).toMatchObject({
      code: 'minus-too-much',
      detail: { counted: 3, count: 4 },
    });
    expect((await kit.refused('tally.minus', { ...one, day: '2020-08-17', why })).code).toBe('minus-too-much');
    const otherReason = { union: 'C1', outcome: 'unable', reason: 'DT_CO_BAN', why };
    expect((await kit.refused('tally.minus', otherReason)).code).toBe('minus-too-much');
  });

  test('without a reason is refused', async () => {
    const kit = await boothOf();
    await kit.ask('tally.add', one);
    expect((await kit.refused('tally.minus', { ...one, why: '   ' })).code).toBe('why-missing');
    expect((await kit.refused('tally.minus', { ...one, why: 'nhầm \u202e' })).code).toBe('text-broken');
  });

  test('that has eaten a tally keeps it from being undone below zero', async () => {
    const kit = await boothOf();
    const { events } = await kit.ask('tally.add', { ...one, count: 2 });
    await kit.ask('tally.minus', { ...one, count: 2, why: 'đếm nhầm' });
    const [event = null] = events;
    expect((await kit.refused('tally.undo', { event })).code).toBe('undo-below-zero');
  });
});

describe('a union that has closed', () => {
  const MERGED = `${DISTRICT}\nC3,CĐCS Công ty Ba,4,T1,74,,,,,20/8/2020,C1,`;

  test('keeps its numbers, and is refused for later days with the name of who took it over', async () => {
    const kit = await boothOf(MERGED);
    await kit.ask('tally.add', { union: 'C3', outcome: 'installed', count: 7 });
    kit.clock.set('2020-08-21T07:00:00+07:00');
    const { code, words } = await kit.refused('tally.add', { union: 'C3', outcome: 'installed' });
    expect(code).toBe('union-closed');
    expect(words.todo.vi).toContain('CĐCS Công ty TNHH Một (C1)');
    await kit.ask('tally.add', { union: 'C3', outcome: 'installed', day: '2020-08-20', source: 'paper' });
    expect(await campaignOf(kit)).toEqual({ installed: 8 });
    expect((await kit.ask('status.get', { union: 'C1' })).tookOver).toEqual([{ code: 'C3', name: 'CĐCS Công ty Ba' }]);
  });
});

test('the unions of the worker and of the booth are both kept, with the booth and who counted', async () => {
  const kit = await boothOf();
  await kit.ask('booth.set', { code: 'B01', name: 'Cổng A', place: 'KCN Sóng Thần', union: 'T1' });
  await kit.ask('settings.set', { booth: 'B01', operator: 'nva' });
  await kit.ask('tally.add', one);
  await kit.ask('booth.set', { code: 'B01', name: 'Cổng A', place: 'KCN Sóng Thần', union: 'C2' });
  const { lines } = await kit.ask('history.get', { union: 'C1' });
  expect(lines[0]).toMatchObject({ kind: 'tally', union: 'C1', booth: 'B01', host: 'T1', by: 'NVA' });
});

test('an outcome of another campaign and a union that nobody knows are refused', async () => {
  const kit = await boothOf();
  expect((await kit.refused('tally.add', { union: 'C1', outcome: 'vaccinated' })).code).toBe('outcome-unknown');
  expect((await kit.refused('tally.add', { union: 'C9', outcome: 'installed' })).code).toBe('union-unknown');
  expect((await kit.refused('tally.minus', { union: 'C9', outcome: 'installed', why: 'x' })).code).toBe(
    'union-unknown',
  );
});

test('a clock that was moved back is said, and the count is kept', async () => {
  const kit = await boothOf();
  await kit.ask('tally.add', one);
  kit.clock.set('2020-08-18T05:00:00+07:00');
  const { warnings } = await kit.ask('tally.add', one);
  expect(warnings.map(({ what }) => what.vi).join()).toContain('lùi lại');
  expect(await campaignOf(kit)).toEqual({ installed: 2 });
  const { clocks } = await kit.ask('status.get', { union: 'T1' });
  expect(clocks).toHaveLength(1);
});

describe('a press that was meant for the other world', () => {
  test('is refused when another window has switched meanwhile, and counts nobody in either', async () => {
    const kit = await boothOf();
    const press = { union: 'C1', outcome: 'installed' };
    expect((await kit.ask('tally.add', { ...press, ...{ inWorld: 'real' } })).counts.today).toEqual({ installed: 1 });
    await kit.ask('world.enter', { world: 'practice' });
    const refused = await kit.refused('tally.add', { ...press, ...{ inWorld: 'real' } });
    expect(refused.code).toBe('world-left');
    expect((await kit.ask('kit.about', {})).counts.todayAll).toEqual({});
    await kit.ask('world.enter', { world: 'real' });
    expect((await kit.ask('kit.about', {})).counts.todayAll).toEqual({ installed: 1 });
  });
});
