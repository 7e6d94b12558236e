import { writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { kit, kitJson } from '../../../kit/cli.ts';
import { boothWithRoster, ROSTER } from '../../../kit/cli-booth.ts';
import { freshFolder } from '../../../kit/folder.ts';

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

  test.each([
    ['with every row refused', 'ma,ten,cap,ma_cap_tren\nA1,,3,LDLD17\nA2,Công đoàn Hai,=1+1,LDLD17\n', 2],
    ['with one row, which is refused', 'ma,ten,cap,ma_cap_tren\nA1,Công đoàn Một,9,LDLD17\n', 1],
  ])('%s is told row by row, and the command has failed', async (_, content, rows) => {
    const end = await importing('a.csv', content);
    expect(end.code).toBe(1);
    expect(end.read()).toMatchObject({ added: 0, changed: 0, unchanged: 0, rejectedTotal: rows });
    expect(end.refused()).toBe('roster-refused');
  });

  test('that went in before goes in again without a failure, refused rows or not', async () => {
    const folder = freshFolder();
    const file = path.join(folder, 'a.csv');
    writeFileSync(file, `${rows.join('\n')}\nA2,,3,LDLD17\n`);
    const again = () => kit('roster', 'import', file, '--json', '--data', path.join(folder, 'data'));
    expect((await again()).code).toBe(0);
    const { code, out } = await again();
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, added: 0, unchanged: 1, rejectedTotal: 1 });
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
