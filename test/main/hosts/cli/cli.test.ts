import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { practiceRadio } from '../../../../src/main/radio/practice-radio.ts';
import { CLI, kit, kitJson } from '../../../kit/cli.ts';
import { boothWithRoster } from '../../../kit/cli-booth.ts';
import { freshFolder } from '../../../kit/folder.ts';

/** Addresses and payloads of the practice room, as bytes and as hex: the same seed puts the same phones on the air. */
async function onTheAirOfPractice(): Promise<{ bytes: Buffer; text: string }[]> {
  const radio = practiceRadio({ monotonic: () => performance.now() }, 2020);
  const hexes = new Set<string>();
  let heard = 0;
  await new Promise<void>((resolve) => {
    const rest = radio.listen((advert) => {
      hexes.add(advert.address.replaceAll(':', ''));
      for (const { data } of advert.manufacturer) if (data.length >= 6) hexes.add(Buffer.from(data).toString('hex'));
      // Long enough for every phone of the room to have been on the air, the one in hand too.
      if (++heard === 150) {
        rest();
        resolve();
      }
    });
  });
  return [...hexes].flatMap((hex) => [
    { bytes: Buffer.from(hex, 'hex'), text: hex },
    { bytes: Buffer.from(hex.match(/../g)?.join(':') ?? ''), text: hex.match(/../g)?.join(':') ?? '' },
  ]);
}

describe('a terminal', () => {
  test('goes the whole way: roster, three tallies, undo, check, report', async () => {
    const { data, folder } = await boothWithRoster();
    await kitJson('tally', '--union', 'C1', '--outcome', 'installed', ...data);
    await kitJson('tally', '--union', 'C1', '--outcome', 'installed', '--count', '3', ...data);
    const third = await kitJson('tally', '--union', 'T1', '--outcome', 'unable', '--reason', 'OTP_CHUA_NHAN', ...data);
    expect(third).toMatchObject({ events: [{ machine: expect.stringMatching(/^[2-9a-z]{12}$/), seq: 5 }] });
    expect(await kitJson('undo', ...data)).toMatchObject({ events: [{ seq: 6 }] });
    const check = await kitJson('check', '--radio', 'none', ...data);
    expect(check).toMatchObject({ verdict: 'inconclusive', reason: 'no-radio', platform: 'unknown', packets: 0 });
    const status = await kitJson('status', '--union', 'T1', ...data);
    expect(status).toMatchObject({
      union: 'T1',
      counted: { installed: 4, unable: 0 },
      checks: {},
      deadline: { dueBefore: '2020-08-31', daysLeft: 12, state: 'open' },
      notReported: [],
    });
    const out = path.join(folder, 'báo cáo');
    const made = await kitJson<{ files: { format: string; path: string }[] }>(
      'report',
      '--union',
      'T1',
      '--out',
      out,
      ...data,
    );
    // csv is one file a table: the outcomes, and the annexes by unit and by day.
    expect(made.files.map(({ format }) => format)).toEqual(['docx', 'xlsx', 'pdf', 'csv', 'csv', 'csv', 'json']);
    expect(readdirSync(out)).toHaveLength(7);
    expect(await kitJson('verify', ...data)).toEqual({ ok: true, events: 6, machines: 1, faults: [] });
  });

  test('numbers a report, follows it to the lock, makes its files again the same, and tells who is missing', async () => {
    const { data, folder } = await boothWithRoster();
    await kitJson('tally', '--union', 'C1', '--outcome', 'installed', '--count', '3', ...data);
    const friday = [...data.slice(0, 2), '--now', '2020-08-28T16:00:00+07:00'];
    const unsigned = await kit(
      'report',
      'issue',
      '--union',
      'T1',
      '--number',
      '8',
      '--date',
      '28/8/2020',
      '--json',
      ...friday,
    );
    expect([unsigned.code, JSON.parse(unsigned.error).code]).toEqual([1, 'report-signer-missing']);
    const how = ['--date', '28/8/2020', '--signer', 'Nguyễn Thị Hoa', ...friday];
    const issued = await kitJson<{ digest: string }>('report', 'issue', '--union', 'T1', '--number', '8', ...how);
    expect(issued).toMatchObject({ symbol: '08/BC-CĐKCN', state: 'issued', late: true, due: '2020-08-27' });
    const make = async (out: string, ...when: string[]) => {
      await kitJson('report', '--union', 'T1', '--number', '8', '--out', path.join(folder, out), ...when);
      return readdirSync(path.join(folder, out)).map(
        (name) => [name, readFileSync(path.join(folder, out, name))] as const,
      );
    };
    const before = await make('lần 1', ...friday);
    const later = [...data.slice(0, 2), '--now', '2020-09-07T08:00:00+07:00'];
    await kitJson('tally', '--union', 'C1', '--outcome', 'already', ...later);
    const after = new Map(await make('lần 2', ...later));
    expect(before.map(([name]) => path.extname(name))).toEqual(
      expect.arrayContaining(['.docx', '.xlsx', '.pdf', '.csv', '.json']),
    );
    for (const [name, bytes] of before) expect(after.get(name)?.equals(bytes), name).toBe(true);
    for (const step of ['sent', 'approved', 'lock']) await kitJson('report', step, '--union', 'T1', ...later);
    const { reports } = await kitJson<{ reports: object[] }>('report', 'list', '--union', 'T1', ...later);
    expect(reports).toMatchObject([{ state: 'locked', next: null, digest: issued.digest, changes: [{ now: 1 }] }]);
    const told = async () => (await kitJson<{ reports: object }>('status', '--union', 'T1', ...later)).reports;
    expect(await told()).toMatchObject({ asked: 1, reported: 0, missing: ['C1'], late: ['C1'], changed: [] });
    expect(await kitJson('report', 'received', '--union', 'C1', '--on', '26/8/2020', ...later)).toMatchObject({
      row: { code: 'C1', arrival: { by: 'received', on: '2020-08-26' }, late: false },
    });
    expect(await told()).toMatchObject({ reported: 1, percent: 100, missing: [], late: [] });
    expect((await kit('report', 'issue', ...later)).code).toBe(2);
  });

  test('makes its PDF from what a built kit carries, without the packages it was built from', async () => {
    const { data, folder } = await boothWithRoster();
    const carried = path.join(folder, 'kit');
    cpSync(path.dirname(CLI), path.join(carried, 'main'), { recursive: true });
    cpSync('node_modules/better-sqlite3', path.join(carried, 'node_modules/better-sqlite3'), { recursive: true });
    const program = [path.join(carried, 'main/cli.js'), 'report', '--union', 'T1', '--formats', 'pdf', '--out', folder];
    const made = spawnSync(process.execPath, [...program, '--json', ...data], { encoding: 'utf8' });
    const [file] = (JSON.parse(made.stdout) as { files: { path: string }[] }).files;
    const raw = readFileSync(file?.path ?? '').toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+Tinos/);
  });

  test('reports the rows that did not go in, with number and reason', async () => {
    const { data, folder } = await boothWithRoster();
    const again = await kitJson('roster', 'import', path.join(folder, 'danh-sach.csv'), ...data);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 2, rejected: [{ row: 4, code: 'formula' }] });
  });

  test('starts with TLĐ, its 63 federations and 20 central unions', async () => {
    const { notReportedTotal } = await kitJson('status', '--union', 'TLD', '--data', path.join(freshFolder(), 'data'));
    expect(notReportedTotal).toBe(83);
  });

  test.each([
    ['an unknown union', ['tally', '--union', 'NOBODY', '--outcome', 'installed'], 'union-unknown'],
    ['an outcome of another campaign', ['tally', '--union', 'TLD', '--outcome', 'vaccinated'], 'outcome-unknown'],
    ['a count below one', ['tally', '--union', 'TLD', '--outcome', 'installed', '--count', '-1'], 'count-impossible'],
    [
      'a letter for a digit',
      ['tally', '--union', 'TLD', '--outcome', 'installed', '--count', '1O'],
      'count-impossible',
    ],
    ['half a person', ['tally', '--union', 'TLD', '--outcome', 'installed', '--count', '1.5'], 'count-impossible'],
    [
      'a whole country at once',
      ['tally', '--union', 'TLD', '--outcome', 'installed', '--count', '1000000000'],
      'count-impossible',
    ],
    ['an undo of nothing', ['undo'], 'nothing-to-undo'],
    ['a roster that is not there', ['roster', 'import', 'nowhere.csv'], 'roster-missing'],
    ['a cut-off that has not come', ['report', '--union', 'TLD', '--as-of', '2100-01-01T00:00:00Z'], 'report-future'],
    ['a format that is not made', ['report', '--union', 'TLD', '--formats', 'wordstar'], 'report-format'],
    ['a clock that is no time', ['status', '--now', 'yesterday'], 'bad-input'],
  ])('refuses %s with a stable code and writes nothing', async (_, args, code) => {
    const data = ['--data', path.join(freshFolder(), 'data')];
    const end = await kit(...args, ...data, '--json');
    expect({ exit: end.code, out: end.out }).toEqual({ exit: 1, out: '' });
    expect(JSON.parse(end.error)).toMatchObject({ code, message: expect.stringMatching(/\S/) });
    expect(await kitJson('verify', ...data)).toMatchObject({ ok: true, events: 0 });
  });

  test('says wrong usage with exit 2', async () => {
    expect((await kit('tally', '--union', 'TLD')).code).toBe(2);
    expect((await kit('no-such-command')).code).toBe(2);
    expect((await kit('scan', '--seconds', '1', '--radio', 'telepathy')).code).toBe(2);
  });

  test('keeps practice apart from the real count', async () => {
    const data = ['--data', path.join(freshFolder(), 'data')];
    await kitJson('tally', '--union', 'TLD', '--outcome', 'installed', '--practice', ...data);
    expect(await kitJson('check', '--radio', 'practice', ...data)).toMatchObject({
      verdict: 'pass',
      platform: 'android',
    });
    expect(await kitJson('verify', ...data)).toMatchObject({ events: 0 });
    expect(await kitJson('verify', '--practice', ...data)).toMatchObject({ events: 2 });
  });

  test('counts what is in the air of the practice room by class', async () => {
    const data = ['--data', path.join(freshFolder(), 'data')];
    const scan = await kitJson<{ packets: number; classes: Record<string, number> }>(
      'scan',
      '--seconds',
      '1.5',
      '--radio',
      'practice',
      ...data,
    );
    expect(Object.keys(scan.classes).sort()).toEqual(expect.arrayContaining(['android', 'iphone', 'other']));
    expect(Object.values(scan.classes).reduce((sum, n) => sum + n, 0)).toBe(scan.packets);
  });

  test('leaves nothing of a phone on disk after a check and a scan', async () => {
    const folder = path.join(freshFolder(), 'data');
    const data = ['--radio', 'practice', '--data', folder];
    const check = await kit('check', '--json', ...data);
    const report = await kit('report', '--union', 'TLD', '--json', ...data);
    const files = (readdirSync(folder, { recursive: true }) as string[])
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile());
    const written = [
      ...files.map((file) => readFileSync(file)),
      ...[check, report].map((end) => Buffer.from(end.out + end.error)),
    ];
    const traces = await onTheAirOfPractice();
    expect(traces.length).toBeGreaterThan(5);
    for (const content of written) {
      for (const { bytes, text } of traces) {
        expect(content.includes(bytes)).toBe(false);
        expect(content.toString('latin1').toLowerCase()).not.toContain(text);
      }
    }
    expect(written.some((content) => content.includes('near-signal'))).toBe(true);
  });
});
