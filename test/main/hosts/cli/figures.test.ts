import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { kit, kitJson } from '../../../kit/cli.ts';
import { boothWithRoster } from '../../../kit/cli-booth.ts';
import { freshFolder } from '../../../kit/folder.ts';

describe('declared figures in a terminal', () => {
  test('are set by key, show beside what was counted, and warn in words', async () => {
    const { data } = await boothWithRoster();
    await kitJson('tally', '--union', 'C1', '--outcome', 'installed', ...data);
    const said = await kitJson('figures', '--union', 'C1', 'installed=700', 'reached=0', 'leaflet=5.000', ...data);
    expect(said).toMatchObject({
      events: [{ seq: 4 }],
      union: 'C1',
      declared: { installed: 700, reached: 0 },
      findings: expect.arrayContaining([
        expect.objectContaining({ id: 'over-100:declared-workers', severity: 'warn' }),
      ]),
    });
    expect(await kitJson('status', '--union', 'T1', ...data)).toMatchObject({
      counted: { installed: 1 },
      declared: { installed: 700, reached: 0 },
    });
    await kitJson('figures', '--union', 'C1', 'reached=', ...data);
    expect((await kitJson('status', '--union', 'C1', ...data)).declared).toEqual({ installed: 700 });
  });

  test.each([
    ['a letter for a digit', ['installed=1O'], 'figure-impossible'],
    ['a key that there is not', ['vaccinated=1'], 'figure-unknown'],
    ['a part above its whole', ['workers=10', 'members=11'], 'part-above-whole'],
  ])('refuse %s and write nothing', async (_, pairs, code) => {
    const { data } = await boothWithRoster();
    const end = await kit('figures', '--union', 'C1', ...pairs, ...data, '--json');
    expect({ exit: end.code, code: JSON.parse(end.error).code }).toEqual({ exit: 1, code });
    expect(await kitJson('verify', ...data)).toMatchObject({ events: 2 });
  });

  test('without an equals sign are wrong usage', async () => {
    expect((await kit('figures', '--union', 'C1', 'installed')).code).toBe(2);
  });
});

describe('later entries in a terminal', () => {
  test('count a paper sheet for its own day, take off with a reason, and stand in the history', async () => {
    const { data } = await boothWithRoster();
    const late = ['--union', 'C1', '--outcome', 'installed', '--day', '17/8/2020'];
    const sheet = await kitJson('tally', ...late, '--paper', '--count', '4', ...data);
    expect(sheet).toMatchObject({ events: [{ seq: 3 }], warnings: [expect.stringContaining('trước ngày đầu')] });
    await kitJson('minus', ...late, '--why', 'trùng một người', ...data);
    expect(await kitJson('status', '--union', 'C1', ...data)).toMatchObject({
      byDay: { '2020-08-17': { installed: 3 } },
    });
    const { lines } = await kitJson<{ lines: { why: string | null; what: { vi: string } }[] }>(
      ...(['history', '--union', 'C1', ...data] as const),
    );
    expect(lines.map(({ why }) => why)).toEqual(['trùng một người', null, null]);
  });

  test('attach a check to one tally only', async () => {
    const data = ['--data', path.join(freshFolder(), 'data')];
    const { event } = await kitJson<{ event: { machine: string; seq: number } }>(
      'check',
      '--radio',
      'practice',
      ...data,
    );
    const check = `${event.machine}:${event.seq}`;
    const tally = ['tally', '--union', 'TLD', '--outcome', 'installed', '--check', check, '--practice', ...data];
    await kitJson(...tally);
    const again = await kit(...tally, '--json');
    expect(JSON.parse(again.error)).toMatchObject({ code: 'check-attached' });
  });
});
