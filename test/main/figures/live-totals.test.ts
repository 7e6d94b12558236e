import { describe, expect, test } from 'vitest';
import { DISTRICT, openedKit, type TestKit } from '../../kit/kit.ts';

async function officeOf(): Promise<TestKit> {
  const kit = await openedKit();
  await kit.roster(DISTRICT);
  return kit;
}

const at = async (
  kit: TestKit,
  when: string,
  union: string,
  outcome: string,
  count: number,
  reason: string | null = null,
) => {
  kit.clock.set(`${when}:00+07:00`);
  await kit.ask('tally.add', { union, outcome, count, reason });
};

describe('live totals', () => {
  test('speak of a union’s subtree by day, hour, outcome and reason, and of its own part', async () => {
    const kit = await officeOf();
    await at(kit, '2020-08-18T06:40', 'C1', 'installed', 3);
    await at(kit, '2020-08-18T06:50', 'B1', 'installed', 2);
    await at(kit, '2020-08-18T17:10', 'C2', 'unable', 1, 'HDH_CU');
    await at(kit, '2020-08-19T06:40', 'T1', 'installed', 4);
    const live = await kit.ask('totals.get', { union: 'T1', day: '2020-08-18' });
    expect(live).toMatchObject({
      byOutcome: { installed: 9, unable: 1 },
      ownByOutcome: { installed: 4 },
      byReason: { HDH_CU: 1 },
      byDay: { '2020-08-18': { installed: 5, unable: 1 }, '2020-08-19': { installed: 4 } },
      byHour: { 6: { installed: 5 }, 17: { unable: 1 } },
    });
  });

  test('know eight days, and set apart what came before and after them', async () => {
    const kit = await officeOf();
    await at(kit, '2020-08-17T09:00', 'C1', 'installed', 1);
    await at(kit, '2020-08-18T09:00', 'C1', 'installed', 2);
    await at(kit, '2020-08-25T23:59', 'C1', 'installed', 3);
    await at(kit, '2020-08-26T00:00', 'C1', 'installed', 4);
    const live = await kit.ask('totals.get', { union: 'C1' });
    expect(live.campaignDays).toHaveLength(8);
    expect(live).toMatchObject({ early: { installed: 1 }, inCampaign: { installed: 5 }, late: { installed: 4 } });
    const status = await kit.ask('status.get', { union: 'T1' });
    expect(status.late).toEqual({ installed: 4 });
    expect(status.findings.map(({ id }) => id)).toEqual(['days-outside']);
  });

  test('give coverage over the denominator that was chosen, with both names', async () => {
    const kit = await officeOf();
    await at(kit, '2020-08-18T07:00', 'C1', 'installed', 90);
    await at(kit, '2020-08-18T07:05', 'C1', 'already', 10);
    await at(kit, '2020-08-18T07:10', 'C1', 'declined', 50);
    await kit.ask('declared.set', { union: 'T1', figures: { workers: 2_000 } });
    const coverage = async (
      denominator: 'roster.workers' | 'roster.smartphones' | 'declared.workers' | 'declared.reached',
    ) => (await kit.ask('totals.get', { union: 'T1', denominator })).coverage;
    expect(await coverage('roster.workers')).toMatchObject({
      part: 100,
      whole: { value: 1_000, from: 'sum' },
      percent: 10,
    });
    expect(await coverage('roster.smartphones')).toMatchObject({
      whole: { value: 450, given: 1, asked: 2 },
      percent: 22.2,
    });
    expect(await coverage('declared.workers')).toMatchObject({ whole: { value: 2_000, from: 'own' }, percent: 5 });
    expect(await coverage('declared.reached')).toMatchObject({ whole: { value: null }, percent: null });
    expect((await coverage('declared.workers')).denominatorLabel.vi).toContain('tự báo cáo');
    expect((await coverage('declared.workers')).numeratorLabel.vi).toContain('Cài mới');
  });

  test('count grassroots unions and those that took part', async () => {
    const kit = await officeOf();
    await at(kit, '2020-08-18T07:00', 'B1', 'reached', 1);
    expect((await kit.ask('totals.get', { union: 'T1' })).grassroots).toEqual({ total: 2, active: 1 });
    await kit.ask('tally.undo', {});
    expect((await kit.ask('totals.get', { union: 'T1' })).grassroots).toEqual({ total: 2, active: 0 });
  });
});

describe('history', () => {
  test('says who did what, when and why, newest first, page by page', async () => {
    const kit = await officeOf();
    await kit.ask('settings.set', { operator: 'ttb' });
    for (let n = 1; n <= 7; n++) await at(kit, `2020-08-18T07:0${n}`, 'C1', 'installed', n);
    await kit.ask('tally.undo', {});
    await kit.ask('tally.minus', { union: 'C1', outcome: 'installed', why: 'đếm nhầm' });
    const counts: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { lines: { what: { vi: string } }[]; cursor: string | null } = await kit.ask('history.get', {
        ...{ union: 'C1', limit: 4, cursor },
      });
      expect(page.lines.length).toBeLessThanOrEqual(4);
      counts.push(...page.lines.map(({ what }) => what.vi));
      ({ cursor } = page);
    } while (cursor !== null);
    expect(counts).toHaveLength(10);
    expect(counts[0]).toContain('Trừ bớt 1');
    expect(counts[1]).toContain('Hoàn tác');
    expect(counts.at(-2)).toBe('+1 Cài mới tại bàn');
    const { lines } = await kit.ask('history.get', { union: 'C1' });
    expect(lines[0]).toMatchObject({ by: 'TTB', why: 'đếm nhầm', flags: [] });
    expect(lines[2]).toMatchObject({ undone: true, at: '2020-08-18T00:07:00.000Z' });
  });

  test('of a union keeps to it, and with its subtree takes those below', async () => {
    const kit = await officeOf();
    await at(kit, '2020-08-18T07:00', 'B1', 'installed', 1);
    const of = async (union: string, subtree: boolean) =>
      (await kit.ask('history.get', { union, subtree })).lines.filter(({ kind }) => kind === 'tally').length;
    expect([await of('C1', false), await of('C1', true), await of('C2', true), await of('TLD', true)]).toEqual([
      0, 1, 0, 1,
    ]);
  });

  test('flags what a wrong clock wrote, and keeps it', async () => {
    const kit = await officeOf();
    await at(kit, '2019-01-01T07:00', 'C1', 'installed', 1);
    kit.clock.set('2030-01-01T07:00:00+07:00');
    await kit.ask('tally.add', { union: 'C1', outcome: 'installed' });
    await at(kit, '2020-08-19T07:00', 'C1', 'installed', 1);
    const { lines } = await kit.ask('history.get', { union: 'C1' });
    const flagged = lines.filter(({ kind }) => kind === 'tally').map(({ flags }) => flags.length);
    expect(flagged[0]).toBe(1);
    expect((await kit.ask('totals.get', { union: 'C1' })).byDay['2020-08-19']).toEqual({ installed: 1 });
    expect((await kit.ask('status.get', { union: 'C1' })).clocks.length).toBeGreaterThan(0);
  });

  test('refuses a cursor that is none', async () => {
    const kit = await officeOf();
    expect((await kit.refused('history.get', { union: 'C1', cursor: '{"m":"x"}' })).code).toBe('bad-input');
    expect((await kit.refused('history.get', { union: 'C1', cursor: 'page two' })).code).toBe('bad-input');
  });
});
