import type { CheckProgress, CheckResult, KitClient, WireFailure } from '../../preload/contract.ts';
import type { SessionState } from './session-state.ts';
import { createStore, type Store } from './store.ts';

/** Where the radio check stands, on the screen that shows it: when that is left, so is the check. */
export type CheckState =
  | { readonly at: 'rest' }
  | { readonly at: 'starting' }
  | { readonly at: 'listening'; readonly timeout: number; readonly progress: CheckProgress | null }
  | { readonly at: 'ended'; readonly result: CheckResult }
  | { readonly at: 'failed'; readonly error: WireFailure };

export interface Checking {
  readonly store: Store<{ readonly check: CheckState }>;
  readonly start: () => void;
  readonly stop: () => void;
  /** Nobody follows this check any more (the screen was left, the line was lost): it is ended, nothing is claimed. */
  readonly abandon: () => void;
  /** The person was counted: the next worker is never shown a verdict that is not theirs. A new check goes on. */
  readonly settle: () => void;
}

/** Starts and follows the radio check; what it hears of a phone is a platform and a strength, nothing more (law 4). */
export function createChecking(kit: KitClient, session: Store<SessionState>): Checking {
  const store = createStore<{ check: CheckState }>({ check: { at: 'rest' } });
  const become = (check: CheckState) => store.set({ check });

  kit.on('check.progress', (progress) => {
    const { at } = store.get().check;
    // A message that was on its way when the check ended must not bring it back.
    if (at === 'starting' || at === 'listening') become({ at: 'listening', timeout: progress.timeout, progress });
  });
  kit.on('check.ended', (end) => {
    const { at } = store.get().check;
    // The verdict of a check that was left belongs to somebody who has gone.
    if (at !== 'starting' && at !== 'listening') return;
    if (end.ended === 'verdict') become({ at: 'ended', result: end.result });
    else if (end.ended === 'failed') become({ at: 'failed', error: end.error });
    else if (at !== 'starting') become({ at: 'rest' });
  });

  return {
    store,
    start: () => {
      const { at } = store.get().check;
      if (at === 'starting' || at === 'listening') return;
      become({ at: 'starting' });
      void kit.request('check.start', { union: session.get().union?.code ?? null }).then((reply) => {
        if (!reply.ok) return become({ at: 'failed', error: reply.error });
        if (store.get().check.at === 'starting')
          become({ at: 'listening', timeout: reply.value.timeout, progress: null });
      });
    },
    stop: () => {
      if (store.get().check.at !== 'listening') return;
      void kit.request('check.stop', {}).then((reply) => {
        if (!reply.ok) become({ at: 'failed', error: reply.error });
      });
    },
    abandon: () => {
      const { at } = store.get().check;
      become({ at: 'rest' });
      if (at === 'starting' || at === 'listening') void kit.request('check.stop', {});
    },
    settle: () => {
      const { at } = store.get().check;
      if (at === 'ended' || at === 'failed') become({ at: 'rest' });
    },
  };
}
