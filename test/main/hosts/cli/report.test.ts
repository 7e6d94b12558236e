import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../../src/main/store/index.ts';
import { kit, kitJson } from '../../../kit/cli.ts';
import { storyClock } from '../../../kit/clock.ts';
import { freshFolder } from '../../../kit/folder.ts';
import { got, tallied } from '../../../kit/store.ts';

const NOW = '2020-08-28T16:00:00+07:00';

/** A folder of data with the starting roster, and the options that every command takes. */
async function aFolder(): Promise<{ folder: string; data: string[]; open: string }> {
  const folder = freshFolder();
  const open = path.join(folder, 'data');
  const data = ['--data', open, '--now', NOW];
  await kitJson('tally', '--union', 'LDLD74', '--outcome', 'installed', ...data);
  return { folder, data, open };
}

describe('a report on the terminal', () => {
  test('of a code that the roster does not hold ends in a sentence that names it, and makes no file', async () => {
    const { folder, data } = await aFolder();
    const out = path.join(folder, 'out');
    for (const command of [['--formats', 'pdf,json', '--out', out], ['board'], ['list']]) {
      const { code, error } = await kit('report', ...command, '--union', 'X9', '--json', ...data);
      expect([code, JSON.parse(error).code]).toEqual([1, 'union-unknown']);
      expect(JSON.parse(error).message).toContain('Danh sách chưa có công đoàn mã “X9”.');
    }
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  test('is made and warns of what was counted outside the roster, and so does the board', async () => {
    const { folder, data, open } = await aFolder();
    const store = got(openStore(open, storyClock(NOW), []));
    got(store.append([tallied('X9', 'installed', { count: 5 })]));
    store.close();
    const out = ['--formats', 'json', '--out', folder];
    const made = await kitJson<{ files: unknown[]; warnings: string[] }>(
      'report',
      '--union',
      'LDLD74',
      ...out,
      ...data,
    );
    expect([made.files.length, made.warnings.length]).toEqual([1, 1]);
    expect(made.warnings[0]).toContain('mã X9 (5 lượt)');
    const board = await kitJson<{ warnings: string[] }>('report', 'board', '--union', 'LDLD74', ...data);
    expect(board.warnings).toEqual(made.warnings);
    const { error } = await kit('report', '--union', 'LDLD74', ...out, ...data);
    expect(error).toContain('! Có 5 lượt đã đếm cho đơn vị không có trong danh sách');
  });

  test('into a folder that is none says so, and leaves what is there', async () => {
    const { folder, data } = await aFolder();
    writeFileSync(path.join(folder, 'usb'), 'a file');
    const { code, error } = await kit(
      'report',
      '--union',
      'LDLD74',
      '--out',
      path.join(folder, 'usb'),
      '--json',
      ...data,
    );
    expect([code, JSON.parse(error).code]).toEqual([1, 'report-folder']);
    expect(JSON.parse(error).message).toContain('không có thư mục này');
  });
});
