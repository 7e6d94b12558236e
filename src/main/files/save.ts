import { randomUUID } from 'node:crypto';
import { link, lstat, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { done, type FailureCode, failed, type Result } from '../../core/base/result.ts';

type Why = 'missing' | 'read-only' | 'full' | 'busy' | 'other';

const WHY: Readonly<Record<string, Why>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EEXIST: 'missing',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
};

/** More files of one name than a person makes in a year: then something else is wrong. */
const NAMES_MAX = 10_000;

/**
 * Saves a document whole or not at all, and answers with its path once it has been read back from the disk and
 * is the same. A file of that name stays as it is: the new one becomes `name (2).docx`, `name (3).docx` …
 * Fails with the caller's code and `{ folder, why }`, `why` being `missing`, `read-only`, `full`, `busy` or
 * `other`; nothing is left behind then.
 */
export async function saveFile(
  folder: string,
  name: string,
  bytes: Uint8Array,
  code: FailureCode,
): Promise<Result<string>> {
  const draft = path.join(folder, `.${randomUUID()}.part`);
  let isWritten = false;
  try {
    await writeWhole(draft, bytes);
    isWritten = true;
    const saved = await place(draft, folder, name);
    await settle(folder);
    if (Buffer.compare(await readFile(saved), bytes) === 0) return done(saved);
    await rm(saved, { force: true });
    return failed(code, { folder, why: 'other' });
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    return folderRefused(folder, error, code, isWritten);
  }
}

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Saves documents that belong together: all of them, or none. Fails as `saveFile` does. */
export async function saveFiles(
  folder: string,
  files: readonly NewFile[],
  code: FailureCode,
): Promise<Result<string[]>> {
  const paths: string[] = [];
  for (const { name, bytes } of files) {
    const saved = await saveFile(folder, name, bytes, code);
    if (!saved.ok) {
      // Only what was made here just now: a file of that name from before kept its own name.
      for (const file of paths) await rm(file, { force: true }).catch(() => {});
      return saved;
    }
    paths.push(saved.value);
  }
  return done(paths);
}

/**
 * What the system says of a folder that takes no document, as what a person can act on. One that has just taken the
 * draft is not read-only: Windows says the same of a file that Word holds open.
 */
export function folderRefused(folder: string, error: unknown, code: FailureCode, isWritten = false): Result<never> {
  const why = WHY[codeOf(error)] ?? 'other';
  return failed(code, { folder, why: isWritten && why === 'read-only' ? 'busy' : why });
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** Writes a new file and waits until the disk has it. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the finished draft the first name that is free. */
async function place(draft: string, folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let at = 1; at <= NAMES_MAX; at += 1) {
    const target = path.join(folder, at === 1 ? name : `${stem} (${at})${ext}`);
    if (await moved(draft, target)) return target;
  }
  throw new Error('no free name');
}

/** False when the name is taken. A link never replaces a file; FAT sticks know no links and get a rename. */
async function moved(draft: string, target: string): Promise<boolean> {
  try {
    await link(draft, target);
    // The document stands: a second name that a virus scanner still holds does not undo it.
    await rm(draft, { force: true }).catch(() => {});
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EMLINK|EISDIR|UNKNOWN)$/.test(codeOf(error))) throw error;
  }
  if (await exists(target)) return false;
  await rename(draft, target);
  return true;
}

const exists = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** Makes the new name itself durable. Windows cannot open a folder for that and needs no such step. */
export async function settle(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!/^(EISDIR|EPERM|EACCES|EINVAL|ENOTSUP)$/.test(codeOf(error))) throw error;
  }
}
