import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { failed } from '../../../src/core/base/result.ts';
import { saveFile } from '../../../src/main/files/save.ts';
import { wordsFor } from '../../../src/main/messages/index.ts';
import { freshFolder } from '../../kit/folder.ts';

/** What a system of files refuses, by the name of the step: another system than this one, or a program in the way. */
const refusing = vi.hoisted(() => new Map<string, string>());
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const step = <A extends unknown[], R>(name: string, work: (...args: A) => Promise<R>) => {
    return (...args: A): Promise<R> => {
      const code = refusing.get(name);
      return code === undefined ? work(...args) : Promise.reject(Object.assign(new Error(code), { code }));
    };
  };
  return {
    ...real,
    link: step('link', (from: string, to: string) => real.link(from, to)),
    rename: step('rename', (from: string, to: string) => real.rename(from, to)),
    rm: step('rm', (file: string, options: object) => real.rm(file, options)),
  };
});
afterEach(() => refusing.clear());

const bytes = new TextEncoder().encode('a report '.repeat(1_000));

/** A folder in which Word has the report of yesterday open, with its lock beside it. */
async function folderOfWord(): Promise<{ folder: string; untouched: () => Promise<void> }> {
  const folder = freshFolder();
  const [report, lock] = ['bao-cao.docx', '~$o-cao.docx'].map((name) => path.join(folder, name)) as [string, string];
  writeFileSync(report, 'signed yesterday');
  writeFileSync(lock, 'Nguyễn Văn A');
  const held = await open(report, 'r+');
  return {
    folder,
    untouched: async () => {
      await held.close();
      expect(readFileSync(report, 'utf8')).toBe('signed yesterday');
      expect(readFileSync(lock, 'utf8')).toBe('Nguyễn Văn A');
    },
  };
}

describe('a report of the same name, open in Word', () => {
  test('stays as it is, and the new one takes the next name', async () => {
    const { folder, untouched } = await folderOfWord();
    const saved = await saveFile(folder, 'bao-cao.docx', bytes, 'report-folder');
    expect(saved).toEqual({ ok: true, value: path.join(folder, 'bao-cao (2).docx') });
    await untouched();
    expect(readdirSync(folder).sort()).toEqual(['bao-cao (2).docx', 'bao-cao.docx', '~$o-cao.docx']);
  });

  test('stays as it is on a stick that knows no links', async () => {
    refusing.set('link', 'EPERM');
    const { folder, untouched } = await folderOfWord();
    const saved = await saveFile(folder, 'bao-cao.docx', bytes, 'report-folder');
    expect(saved).toEqual({ ok: true, value: path.join(folder, 'bao-cao (2).docx') });
    await untouched();
    expect(readFileSync(path.join(folder, 'bao-cao (2).docx')).equals(bytes)).toBe(true);
  });

  test.each(['EBUSY', 'EPERM', 'EACCES'])(
    'is said where the system lets nothing past it, as Windows does: %s',
    async (code) => {
      refusing.set('link', 'EPERM').set('rename', code);
      const { folder, untouched } = await folderOfWord();
      const saved = await saveFile(folder, 'bao-cao.docx', bytes, 'report-folder');
      expect(saved).toEqual({ ok: false, error: { code: 'report-folder', detail: { folder, why: 'busy' } } });
      await untouched();
      expect(readdirSync(folder).sort()).toEqual(['bao-cao.docx', '~$o-cao.docx']);
    },
  );
});

test('a document that stands is saved, though a scanner still holds the draft of it', async () => {
  refusing.set('rm', 'EBUSY');
  const folder = freshFolder();
  expect(await saveFile(folder, 'bao-cao.docx', bytes, 'report-folder')).toMatchObject({ ok: true });
  expect(readFileSync(path.join(folder, 'bao-cao.docx')).equals(bytes)).toBe(true);
});

describe('why a folder did not take a report', () => {
  test.each([
    ['missing', 'không có thư mục này'],
    ['read-only', 'không được phép ghi'],
    ['full', 'ổ đĩa đầy'],
    ['busy', 'tệp đang mở ở chương trình khác'],
    ['other', 'ổ đĩa báo lỗi'],
  ])('is said in a sentence with the folder and what to do: %s', (why, said) => {
    const refused = failed('report-folder', { folder: 'E:\\bao-cao', why });
    if (refused.ok) throw new Error('not refused');
    const { what, todo } = wordsFor(refused.error);
    expect(what.vi).toBe(`Không lưu được tệp vào E:\\bao-cao (${said}).`);
    expect(todo.vi).toContain('Tệp cũ vẫn nguyên.');
  });
});
