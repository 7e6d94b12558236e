import { existsSync } from 'node:fs';
import path from 'node:path';
import { done, type Failure, failed } from '../../core/base/result.ts';
import { wordsFor } from '../messages/index.ts';
import type { Prove } from '../store/backup/backup.ts';
import type { Context, Handlers } from '../world/context.ts';
import { countsOf } from '../world/counts.ts';
import { NOTICE, SECOND_PLACE } from '../world/settings.ts';

const HOUR_MS = 3_600_000;
type BackupRequest = 'backup.make' | 'backup.restore' | 'backup.place';

/** Backups, on request and to a second place, and what a backup brings back. */
export function backupHandlers(context: Context, prove: Prove): Pick<Handlers, BackupRequest> {
  return {
    'backup.make': ({ file }) => {
      const { store } = context.world();
      return file === null ? store.backup(secondPlaceOf(context), prove) : store.backupTo(file);
    },

    'backup.restore': ({ file }) => {
      if (!existsSync(file)) return failed('backup-missing', { file });
      const restored = context.world().store.restore(file);
      if (restored.ok) context.push({ name: 'counts.changed', body: countsOf(context) });
      return restored;
    },

    'backup.place': ({ folder }) => {
      if (folder === undefined) return done({ folder: secondPlaceOf(context) });
      // A slip of the pen may not lay a folder beside the real one, on the very disk that it was to be spared.
      if (folder !== null && !(path.isAbsolute(folder) && existsSync(folder))) {
        return failed('data-no-folder', { folder });
      }
      const kept = context.world().store.remember(SECOND_PLACE, folder ?? '');
      return kept.ok ? done({ folder }) : kept;
    },
  };
}

const secondPlaceOf = (context: Context): string | null => context.world().store.setting(SECOND_PLACE) || null;

/** A page that SQLite cannot copy out says the same as a copy that does not prove itself. */
const isDamage = ({ code }: Failure): boolean => code === 'backup-unproven' || code === 'data-damaged';

/** Backs up at the start, every hour that something was counted in, and at the close. Says so when it cannot. */
export function backUpRegularly(context: Context, prove: Prove): { stop: () => Promise<void> } {
  const { store } = context.world();
  let backedUp = 0;
  const backUp = async (): Promise<void> => {
    const seq = store.lastSeq();
    if (seq === backedUp) return;
    const made = await store.backup(secondPlaceOf(context), prove);
    if (made.ok) {
      backedUp = seq;
      return;
    }
    const damaged = isDamage(made.error);
    if (damaged) store.doubt();
    const words = wordsFor(damaged ? { code: 'data-doubtful', detail: {} } : made.error);
    store.remember(NOTICE, JSON.stringify(words));
    if (context.world().store === store) context.push({ name: 'notice.changed', body: words });
  };
  // One after another: the close waits for a backup that is being proved.
  let running = backUp();
  const next = (): Promise<void> => {
    running = running.then(backUp);
    return running;
  };
  const hourly = setInterval(next, HOUR_MS);
  hourly.unref();
  return {
    stop: () => {
      clearInterval(hourly);
      return next();
    },
  };
}
