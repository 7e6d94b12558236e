import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { done, failed, type Result } from '../../../core/base/result.ts';
import { makeFolder } from '../../files/folder.ts';
import { type Place, userDataFolder } from '../../files/paths.ts';

/**
 * Gives Chromium its folder for caches and its single-instance lock; nothing of the count lies in it. It is one
 * per data folder, so that two kits with different data do not take each other for a second start; and it stays
 * on this machine even when the kit is portable, since a stick is slow, gets pulled, and may be read-only.
 * Must run before Electron is ready.
 */
export function placeProfile(app: Pick<App, 'setPath'>, dataRoot: string, place: Place): Result<string> {
  const mark = createHash('sha256').update(dataRoot).digest('hex').slice(0, 8);
  const folder = path.join(userDataFolder(place), `window-${mark}`);
  try {
    makeFolder(folder);
    // Without it the lock cannot be taken, and Electron would call that "another instance" and leave without a word.
    accessSync(folder, constants.W_OK);
  } catch {
    return failed('data-read-only', { folder });
  }
  app.setPath('userData', folder);
  return done(folder);
}
