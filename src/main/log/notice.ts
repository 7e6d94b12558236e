import { done } from '../../core/base/result.ts';
import type { Words } from '../../preload/contract.ts';
import { isSynced } from '../files/paths.ts';
import { wordsForSynced } from '../messages/synced.ts';
import type { Store } from '../store/index.ts';
import type { Context, Handlers } from '../world/context.ts';
import { NOTICE, SYNCED } from '../world/settings.ts';
import { wordsForRecovery } from './recovery-words.ts';

/** Folders whose state was told since they were opened: a recovery takes the place of what was told before. */
export const told = new WeakSet<Store>();

/** What a person must still be told of this folder; stays until it is put away. */
export function noticeOf(context: Context): Words | null {
  const { store } = context.world();
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

/** Puts away what a person has read. */
export function noticeHandlers(context: Context): Pick<Handlers, 'notice.dismiss'> {
  return {
    'notice.dismiss': () => {
      const kept = context.world().store.remember(NOTICE, '');
      return kept.ok ? done({}) : kept;
    },
  };
}
