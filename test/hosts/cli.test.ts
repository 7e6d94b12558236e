import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { practiceRadio } from '../../src/main/ble/practice.ts';
import { CLI, kit, kitJson } from '../kit/cli.ts';
import { freshFolder } from '../kit/folder.ts';

const ROSTER = `ma,ten,cap,ma_cap_tren,ma_tinh,tong_lao_dong,doan_vien,co_smartphone
T1,Công đoàn các KCN tỉnh Bình Dương,3,LDLD74,74,1.200,1000,900
C1,CĐCS Công ty TNHH Một,4,T1,74,600,500,450
C2,CĐCS Công ty Hai,4,T1,74,=1+1,,
`;

async function boothWithRoster(): Promise<{ data: string[]; folder: string }> {
  const folder = freshFolder();
  const file = path.join(folder, 'danh-sach.csv');
  writeFileSync(file, ROSTER);
  const data = ['--data', path.join(folder, 'data'), '--now', '2020-08-18T06:30:00+07:00'];
  await kitJson('roster', 'import', file, ...data);
  return { data, folder };
}

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

test('a roster is looked at before it goes in', async () => {
  const { data, folder } = await boothWithRoster();
  const file = path.join(folder, 'mới.csv');
  writeFileSync(file, ROSTER.replace('1.200', '1.300').replace('=1+1', '90'));
  const preview = await kitJson('roster', 'import', file, '--preview', ...data);
  expect(preview).toMatchObject({ added: 1, changed: 1, unchanged: 1, rejectedTotal: 0 });
  expect(await kitJson('verify', ...data)).toMatchObject({ events: 2 });
  expect(await kitJson('roster', 'import', file, ...data)).toMatchObject({ added: 1, changed: 1, conflicting: 0 });
});

describe('a roster file', () => {
  async function importing(name: string, content: string | Uint8Array) {
    const folder = freshFolder();
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const end = await kit('roster', 'import', file, '--json', '--data', path.join(folder, 'data'));
    return { ...end, read: () => JSON.parse(end.out), refused: () => JSON.parse(end.error).code };
  }

  const rows = ['ma,ten,cap,ma_cap_tren', 'A1,Công đoàn Hòa Bình,3,LDLD17'];

  test.each([
    ['semicolons', rows.join('\n').replaceAll(',', ';')],
    ['tabs and Windows line ends', rows.join('\r\n').replaceAll(',', '\t')],
    ['the mark that Excel writes', `\ufeff${rows.join('\n')}`],
    ['Excel "Unicode text"', Buffer.from(`\ufeff${rows.join('\r\n').replaceAll(',', '\t')}`, 'utf16le')],
    ['letters that a Mac took apart', rows.join('\n').normalize('NFD')],
  ])('with %s is read', async (_, content) => {
    expect((await importing('a.csv', content)).read()).toMatchObject({ added: 1, rejectedTotal: 0 });
  });

  test.each([
    ['an old Vietnamese encoding', Buffer.from('ma,ten\nA1,C\xf4ng \xf0o\xe0n\n', 'latin1'), 'roster-encoding'],
    ['no columns of ours', 'họ,tên đệm\na,b\n', 'roster-columns'],
    ['only a heading', 'ma,ten\n', 'roster-empty'],
    ['nothing', '', 'roster-empty'],
    ['torn quotes', 'ma,ten\n"A1,x\n', 'roster-unreadable'],
    ['a zip that is no workbook', Buffer.from('PK\x03\x04 not a workbook'), 'roster-unreadable'],
    ['the Excel of 2003', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'roster-unreadable'],
  ])('with %s is refused in words', async (_, content, code) => {
    const end = await importing('a.csv', content);
    expect(end.code).toBe(1);
    expect(end.refused()).toBe(code);
  });

  test('made in Excel keeps codes as text and refuses formulas', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Danh sách');
    sheet.addRow(['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Mã cấp trên', 'Mã tỉnh', 'Tổng số lao động']);
    sheet.addRow(['0012', 'CĐ Quận Ba Đình', 3, 'LDLD01', 1, 1200]);
    sheet.addRow(['0013', 'CĐ Quận Hoàn Kiếm', 3, 'LDLD01', '01', { formula: 'F2+1', result: 1201 }]);
    const end = await importing('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(end.read()).toMatchObject({ added: 1, rejected: [{ row: 3, code: 'formula' }] });
  });

  test('that leaves the superior open puts the union under its province, so that no total misses it', async () => {
    const folder = freshFolder();
    const file = path.join(folder, 'a.csv');
    writeFileSync(file, 'BẢNG TỔNG HỢP\n\nma,ten,cap,ma_tinh\nK1,Công đoàn KCN,3,74\nK2,Công đoàn ngành,2,\n');
    const data = ['--data', path.join(folder, 'data')];
    expect(await kitJson('roster', 'import', file, ...data)).toMatchObject({ added: 2, rejectedTotal: 0 });
    await kitJson('tally', '--union', 'K1', '--outcome', 'installed', ...data);
    await kitJson('tally', '--union', 'K2', '--outcome', 'installed', ...data);
    expect(await kitJson('status', '--union', 'LDLD74', ...data)).toMatchObject({ counted: { installed: 1 } });
    expect(await kitJson('status', '--union', 'TLD', ...data)).toMatchObject({ counted: { installed: 2 } });
    expect(await kitJson('roster', 'import', file, ...data)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  test('made in Excel keeps zeros that are shown, and refuses cells that Excel itself could not compute', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Danh sách');
    sheet.addRow(['ma', 'ten', 'cap', 'ma_cap_tren']);
    sheet.addRow([101, 'CĐCS Một', 4, 'LDLD01']).getCell(1).numFmt = '0000';
    sheet.addRow(['0102', { error: '#N/A' }, 4, 'LDLD01']);
    const end = await importing('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(end.read()).toMatchObject({ added: 1, rejected: [{ row: 3, code: 'broken-text' }] });
  });
});
