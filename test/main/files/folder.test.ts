import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../../../src/main/files/folder.ts';
import { kit, kitAs, kitJson } from '../../kit/cli.ts';
import { freshFolder } from '../../kit/folder.ts';

/** System folders and permissions of this kind are not Windows's. */
const POSIX = process.platform !== 'win32';
const LINUX = process.platform === 'linux';
const NOBODY = 65_534;

describe('a folder that a person names', () => {
  test('is made with all that is missing above it, and left as it is where it stands', () => {
    const folder = path.join(freshFolder(), 'usb', 'báo cáo', 'tháng 8');
    makeFolder(folder);
    writeFileSync(path.join(folder, 'a.docx'), 'signed yesterday');
    makeFolder(`${folder}${path.sep}`);
    makeFolder(path.join(folder, '..'));
    expect(readdirSync(folder)).toEqual(['a.docx']);
  });

  test('is refused where a file stands in its way, and the file stays', () => {
    const file = path.join(freshFolder(), 'bao-cao');
    writeFileSync(file, 'a file');
    expect(() => makeFolder(file)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(() => makeFolder(path.join(file, 'x', 'y'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
    expect(statSync(file).size).toBe(6);
  });

  test.runIf(LINUX)('is refused at once below a system folder that takes none', () => {
    for (const folder of ['/proc/x', '/proc/x/y', '/proc/x/y/z']) {
      expect(() => makeFolder(folder)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    }
    expect(() => makeFolder('/dev/null/x/y')).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
  });
});

describe('a report for a folder that cannot be made', () => {
  const reportInto = async (folder: string) => {
    const data = path.join(freshFolder(), 'data');
    const asked = ['report', '--union', 'TLD', '--formats', 'json', '--out', folder];
    const { code, out, error } = await kit(...asked, '--data', data, '--json');
    return { code, out, error: JSON.parse(error) as { code: string; message: string } };
  };

  test.runIf(LINUX).each([
    ['/proc/x/y', 'không có thư mục này'],
    ['/dev/null/x', 'không có thư mục này'],
  ])('says why of %s, and ends', async (folder, why) => {
    const { code, out, error } = await reportInto(folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error.code).toBe('report-folder');
    expect(error.message).toContain(`${folder} (${why})`);
  });

  test('says why of one below a file, and leaves the file', async () => {
    const file = path.join(freshFolder(), 'bao-cao');
    writeFileSync(file, 'a file');
    expect((await reportInto(path.join(file, 'x', 'y'))).error.code).toBe('report-folder');
    expect(statSync(file).size).toBe(6);
  });

  test.runIf(POSIX)('says of one below a read-only folder that it may not be written', async () => {
    const locked = freshFolder();
    const data = freshFolder();
    mkdirSync(path.join(data, 'open'));
    chmodSync(data, 0o777);
    chmodSync(path.join(data, 'open'), 0o777);
    chmodSync(locked, 0o555);
    onTestFinished(() => chmodSync(locked, 0o755));
    // Root may write anywhere: as root, the work is done as nobody, whom a read-only folder keeps out.
    const who = process.geteuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const asked = ['report', '--union', 'TLD', '--formats', 'json', '--out', path.join(locked, 'x', 'y')];
    const { code, error } = await kitAs(who, ...asked, '--data', path.join(data, 'open'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(error)).toMatchObject({
      code: 'report-folder',
      message: expect.stringContaining('không được phép ghi'),
    });
    expect(readdirSync(locked)).toEqual([]);
  });
});

describe.runIf(LINUX)('where a system folder takes nothing', () => {
  test('no data folder is opened, and the sentence names it', async () => {
    const { code, error } = await kit('status', '--union', 'TLD', '--data', '/proc/x/y', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(error)).toMatchObject({ code: 'data-no-folder', message: expect.stringContaining('/proc/x/y') });
  });

  test('no backup is laid, and the count goes on', async () => {
    const data = ['--data', path.join(freshFolder(), 'data')];
    await kitJson('tally', '--union', 'TLD', '--outcome', 'installed', ...data);
    const { code, error } = await kit('backup', '--out', '/proc/x/y/tram.sqlite', ...data, '--json');
    expect([code, JSON.parse(error).code]).toEqual([1, 'data-no-folder']);
    expect(await kitJson('verify', ...data)).toMatchObject({ ok: true, events: 1 });
    expect(existsSync('/proc/x')).toBe(false);
  });
});
