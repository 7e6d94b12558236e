import { randomUUID } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { done, type FailureCode, type Result } from '../../core/base/result.ts';
import { folderRefused, settle, writeWhole } from './save.ts';

/**
 * Writes a file under the very name that a person gave, whole or not at all: beside it first, then in its place. An
 * earlier file of that name stands untouched until then. Answers with the path once it has been read back and is the
 * same; fails as `saveFile` does.
 */
export async function replaceFile(file: string, bytes: Uint8Array, code: FailureCode): Promise<Result<string>> {
  const folder = path.dirname(file);
  const draft = path.join(folder, `.${randomUUID()}.part`);
  let isWritten = false;
  try {
    await writeWhole(draft, bytes);
    isWritten = true;
    if (Buffer.compare(await readFile(draft), bytes) !== 0) throw new Error('not what was written');
    await rename(draft, file);
    await settle(folder);
    return done(file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    return folderRefused(folder, error, code, isWritten);
  }
}
