import type { CheckProgress, CheckResult, KitClient, WireFailure } from '../../preload/contract.ts';
import type { SessionState } from './session-state.ts';
import { createStore, type Store } from './store.ts';

/** Where the radio check stands. It outlives the screen that shows it. */
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
  /** The line was lost and stands again: how the check ended was missed, so it is ended, and nothing is claimed. */
  readonly abandon: () => void;
  readonly forget: () => void;
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
    if (end.ended === 'verdict') become({ at: 'ended', result: end.result });
    else if (end.ended === 'failed') become({ at: 'failed', error: end.error });
    else if (store.get().check.at !== 'starting') become({ at: 'rest' });
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
      if (at !== 'starting' && at !== 'listening') return;
      become({ at: 'rest' });
      void kit.request('check.stop', {});
    },
    forget: () => become({ at: 'rest' }),
  };
}
