import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fileNameFor } from '../../../src/main/documents/index.ts';
import { saveFile } from '../../../src/main/files/save.ts';
import { freshFolder } from '../../kit/folder.ts';
import { modelOf } from './scenes.ts';

const run = promisify(execFile);
const bytes = new TextEncoder().encode('a report '.repeat(1_000));
const NOBODY = 65_534;
/** Permissions and limits of this kind are not Windows's. */
const POSIX = process.platform !== 'win32';

/** Root may write anywhere: as root, the work is done as nobody, whom a read-only folder keeps out. */
async function asOrdinaryUser<T>(folder: string, work: () => Promise<T>): Promise<T> {
  chmodSync(folder, 0o555);
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (root) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}

describe('a saved report', () => {
  test('is on the disk, whole and alone, when its path is answered', async () => {
    const folder = freshFolder();
    const saved = await saveFile(folder, 'bao-cao.docx', bytes, 'report-folder');
    expect(saved).toEqual({ ok: true, value: path.join(folder, 'bao-cao.docx') });
    expect(readFileSync(path.join(folder, 'bao-cao.docx')).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['bao-cao.docx']);
  });

  test('leaves an earlier file of its name untouched and takes the next name', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'bao-cao.docx'), 'signed yesterday');
    const names = [];
    for (let at = 0; at < 3; at += 1) {
      const saved = await saveFile(folder, 'bao-cao.docx', bytes, 'report-folder');
      names.push(saved.ok ? path.basename(saved.value) : saved.error);
    }
    expect(names).toEqual(['bao-cao (2).docx', 'bao-cao (3).docx', 'bao-cao (4).docx']);
    expect(readFileSync(path.join(folder, 'bao-cao.docx'), 'utf8')).toBe('signed yesterday');
  });

  test('never lands on another that is saved at the same moment', async () => {
    const folder = freshFolder();
    const saved = await Promise.all(
      Array.from({ length: 12 }, () => saveFile(folder, 'bao-cao.xlsx', bytes, 'report-folder')),
    );
    expect(new Set(saved.map((one) => (one.ok ? one.value : one.error.code))).size).toBe(12);
    expect(readdirSync(folder)).toHaveLength(12);
  });
});

describe('a report that cannot be saved', () => {
  test('says that the folder is not there, or is no folder', async () => {
    const folder = freshFolder();
    const gone = path.join(folder, 'usb');
    expect(await saveFile(gone, 'a.docx', bytes, 'report-folder')).toEqual({
      ok: false,
      error: { code: 'report-folder', detail: { folder: gone, why: 'missing' } },
    });
    writeFileSync(gone, 'a file');
    expect(await saveFile(gone, 'a.docx', bytes, 'report-folder')).toMatchObject({
      error: { detail: { why: 'missing' } },
    });
    expect(readdirSync(folder)).toEqual(['usb']);
  });

  test.runIf(POSIX)('says that the folder is read-only, and leaves nothing in it', async () => {
    const folder = path.join(freshFolder(), 'locked');
    mkdirSync(folder);
    chmodSync(path.dirname(folder), 0o755);
    const saved = await asOrdinaryUser(folder, () => saveFile(folder, 'a.docx', bytes, 'report-folder'));
    expect(saved).toMatchObject({ ok: false, error: { code: 'report-folder', detail: { folder, why: 'read-only' } } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(POSIX)('says that there is no room, leaves no half file, and keeps the file of yesterday', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'a.docx'), 'signed yesterday');
    const save = pathToFileURL(path.join(import.meta.dirname, '../../../src/main/files/save.ts')).href;
    const script = `const { saveFile } = await import('${save}');
      console.log(JSON.stringify(await saveFile(process.argv[1], 'a.docx', new Uint8Array(100_000), 'report-folder')));`;
    // No file of this process may pass 4 KiB: the system cuts the write as a full disk does.
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
    const node = [process.execPath, '--input-type=module', '--eval', script, folder];
    const { stdout } = await run('/bin/sh', ['-c', limited, ...node]);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      error: { code: 'report-folder', detail: { folder, why: 'full' } },
    });
    expect(readdirSync(folder)).toEqual(['a.docx']);
    expect(readFileSync(path.join(folder, 'a.docx'), 'utf8')).toBe('signed yesterday');
  });
});

describe('documents that belong together', () => {
  test.runIf(POSIX)('leave none of them behind when the disk fills up half way', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'a.csv'), 'from yesterday');
    const save = pathToFileURL(path.join(import.meta.dirname, '../../../src/main/files/save.ts')).href;
    const script = `const { saveFiles } = await import('${save}');
      const files = [['a.csv', 10], ['b.csv', 10], ['c.pdf', 100_000]].map(([name, size]) => ({ name, bytes: new Uint8Array(size) }));
      console.log(JSON.stringify(await saveFiles(process.argv[1], files, 'report-folder')));`;
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
    const node = [process.execPath, '--input-type=module', '--eval', script, folder];
    const { stdout } = await run('/bin/sh', ['-c', limited, ...node]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'report-folder', detail: { why: 'full' } } });
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(path.join(folder, 'a.csv'), 'utf8')).toBe('from yesterday');
  });
});

describe('the name of a report', () => {
  test('tells the union and the cut-off, and practice', () => {
    expect(fileNameFor(modelOf('lien-doan'), 'docx')).toBe('bao-cao-LDLD74-2020-08-28-1700.docx');
    expect(fileNameFor(modelOf('luyen-tap'), 'xlsx')).toBe('bao-cao-LDLD74-2020-08-28-1700-luyen-tap.xlsx');
  });

  test('holds no letter that a file system refuses', () => {
    const named = (union: string) => fileNameFor({ ...modelOf('lien-doan'), union }, 'docx');
    expect(named('../CĐ:KCN*Mỹ Phước/3')).toBe('bao-cao-CD-KCN-My-Phuoc-3-2020-08-28-1700.docx');
    expect(named('工会')).toBe('bao-cao-don-vi-2020-08-28-1700.docx');
  });
});
