import { existsSync } from 'node:fs';
import path from 'node:path';
import { done, type Failure, failed } from '../../core/base/result.ts';
import { type Demo, demoTallies, demoUnions } from '../../core/practice/demo.ts';
import type { Words } from '../../preload/contract.ts';
import { isSynced } from '../files/paths.ts';
import type { Desk, Handlers } from '../kit.ts';
import { wordsFor } from '../messages/index.ts';
import { wordsForSynced } from '../messages/synced.ts';
import type { Prove } from '../store/backup/backup.ts';
import type { Store } from '../store/index.ts';
import { countsOf } from '../world/counts.ts';
import { markAsPractice } from '../world/world.ts';
import { wordsForRecovery } from './recovery-words.ts';

const HOUR_MS = 3_600_000;
const NOTICE = 'notice';
/** The folder of which a person was told that a sync program holds it. */
const SYNCED = 'told-synced';
const SECOND_PLACE = 'backup-second-place';
/** Events in one transaction of a demo: big enough to be quick, small enough to hold in memory. */
const BATCH = 5_000;

type KeepingRequest = 'backup.make' | 'backup.restore' | 'backup.place' | 'notice.dismiss' | 'demo.fill';

/** Backups, what was recovered, and the synthetic campaign for training. */
export function keeping(desk: Desk, prove: Prove): Pick<Handlers, KeepingRequest> {
  return {
    'backup.make': ({ file }) => {
      const { store } = desk.world();
      return file === null ? store.backup(secondPlaceOf(desk), prove) : store.backupTo(file);
    },

    'backup.restore': ({ file }) => {
      if (!existsSync(file)) return failed('backup-missing', { file });
      const restored = desk.world().store.restore(file);
      if (restored.ok) desk.push({ name: 'counts.changed', body: countsOf(desk) });
      return restored;
    },

    'backup.place': ({ folder }) => {
      if (folder === undefined) return done({ folder: secondPlaceOf(desk) });
      // A slip of the pen may not lay a folder beside the real one, on the very disk that it was to be spared.
      if (folder !== null && !(path.isAbsolute(folder) && existsSync(folder))) {
        return failed('data-no-folder', { folder });
      }
      const kept = desk.world().store.remember(SECOND_PLACE, folder ?? '');
      return kept.ok ? done({ folder }) : kept;
    },

    'notice.dismiss': () => {
      const kept = desk.world().store.remember(NOTICE, '');
      return kept.ok ? done({}) : kept;
    },

    'demo.fill': (demo) => fill(desk, demo),
  };
}

/** Folders whose state was told since they were opened: a recovery takes the place of what was told before. */
const told = new WeakSet<Store>();

/** What a person must still be told of this folder; stays until it is put away. */
export function noticeOf(desk: Desk): Words | null {
  const { store } = desk.world();
  if (!told.has(store)) {
    told.add(store);
    const { folder } = store;
    if (store.recovery !== null) store.remember(NOTICE, JSON.stringify(wordsForRecovery(store.recovery)));
    // Said once for a place: somebody who has read it and stays there is not asked every morning.
    else if (isSynced(folder) && store.setting(SYNCED) !== folder && !store.setting(NOTICE)) {
      if (store.remember(SYNCED, folder).ok) store.remember(NOTICE, JSON.stringify(wordsForSynced(folder)));
    }
  }
  const kept = store.setting(NOTICE);
  return kept ? (JSON.parse(kept) as Words) : null;
}

const secondPlaceOf = (desk: Desk): string | null => desk.world().store.setting(SECOND_PLACE) || null;

/** A page that SQLite cannot copy out says the same as a copy that does not prove itself. */
const isDamage = ({ code }: Failure): boolean => code === 'backup-unproven' || code === 'data-damaged';

/** Backs up at the start, every hour that something was counted in, and at the close. Says so when it cannot. */
export function backUpRegularly(desk: Desk, prove: Prove): { stop: () => Promise<void> } {
  const { store } = desk.world();
  let backedUp = 0;
  const backUp = async (): Promise<void> => {
    const seq = store.lastSeq();
    if (seq === backedUp) return;
    const made = await store.backup(secondPlaceOf(desk), prove);
    if (made.ok) {
      backedUp = seq;
      return;
    }
    const damaged = isDamage(made.error);
    if (damaged) store.doubt();
    const words = wordsFor(damaged ? { code: 'data-doubtful', detail: {} } : made.error);
    store.remember(NOTICE, JSON.stringify(words));
    if (desk.world().store === store) desk.push({ name: 'notice.changed', body: words });
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

/** Fills an untouched folder with a made-up campaign, and marks the folder so that nobody takes it for a real one. */
function fill(desk: Desk, demo: Demo): ReturnType<Handlers['demo.fill']> {
  const { store, campaign, name } = desk.world();
  if (name === 'real') {
    if (store.verify().events > 0) return failed('demo-real-data', { folder: store.folder });
    markAsPractice(store.folder);
  }
  let events = 0;
  const unions = demoUnions(demo);
  for (let at = 0; at < unions.length; at += BATCH) {
    const drafts = unions
      .slice(at, at + BATCH)
      .map(({ code, ...body }) => ({ kind: 'union' as const, union: code, body }));
    const written = store.append(drafts);
    if (!written.ok) return written;
  }
  for (const batch of demoTallies(demo, unions, campaign, BATCH)) {
    const written = store.append(batch.drafts, batch.at);
    if (!written.ok) return written;
    events += written.value.length;
  }
  desk.push({ name: 'counts.changed', body: countsOf(desk) });
  return done({ unions: unions.length, events });
}
