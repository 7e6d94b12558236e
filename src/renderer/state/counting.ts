import type { KitClient, RecentTally, Reply, RequestOut, UnionView, WireFailure } from '../../preload/contract.ts';
import { createLine } from './in-order.ts';
import { createRepeatGuard } from './repeat-guard.ts';
import { type SessionState, takeCounts } from './session-state.ts';
import { createStore, type Store } from './store.ts';

/** What the line under the numbers says last. */
export type CountNotice =
  | { readonly said: 'counted'; readonly outcome: string; readonly union: string }
  | { readonly said: 'undone'; readonly outcome: string; readonly union: string }
  | { readonly said: 'switched'; readonly union: string }
  | { readonly said: 'held' | 'bounced' | 'no-union' | 'not-switched' }
  | { readonly said: 'failed'; readonly error: WireFailure };

export interface CountingState {
  readonly overlay: 'none' | 'unions' | 'reasons';
  /** The outcome whose reason is asked for, and the union it will be counted for. */
  readonly asking: { readonly outcome: string; readonly union: UnionView } | null;
  /** People pressed but not yet on disk, by outcome: shown as waiting, never as counted. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly notice: CountNotice | null;
}

export interface Counting {
  readonly store: Store<CountingState>;
  /** One person with an outcome; asks for the reason first where the campaign wants one. */
  readonly press: (source: string, outcome: string, at: number, repeat: boolean) => void;
  readonly reason: (reason: string) => void;
  readonly undo: (event: Pick<RecentTally, 'machine' | 'seq'> | null) => void;
  readonly choose: (union: UnionView) => void;
  readonly showUnions: () => void;
  readonly close: () => void;
  /** Something is on its way to the kit. */
  readonly busy: () => boolean;
  /** Drops what was said; another world is open. */
  readonly forget: () => void;
}

/**
 * The hand of the operator. Presses are carried out one after another, so a fast second key is never lost and a
 * person is counted for the union that was meant when the key went down. A number changes only with the kit's reply.
 */
export function createCounting(kit: KitClient, session: Store<SessionState>): Counting {
  const store = createStore<CountingState>({ overlay: 'none', asking: null, waiting: {}, notice: null });
  const inOrder = createLine();
  const guard = createRepeatGuard();
  let jobs = 0;
  /** The union that the next press is for: already the new one while a switch is on its way. */
  let meant: UnionView | null | undefined;

  const say = (notice: CountNotice | null) => store.set({ notice });
  const wait = (outcome: string, more: number) => {
    const { waiting } = store.get();
    store.set({ waiting: { ...waiting, [outcome]: Math.max(0, (waiting[outcome] ?? 0) + more) } });
  };
  const queue = (job: () => Promise<void>) => {
    jobs += 1;
    void inOrder(async () => {
      try {
        await job();
      } finally {
        jobs -= 1;
        if (jobs === 0) meant = undefined;
      }
    });
  };
  const target = () => (meant === undefined ? session.get().union : meant);

  const count = (union: UnionView, outcome: string, reason: string | null) => {
    wait(outcome, 1);
    queue(async () => {
      // A switch that failed must not let its presses fall on the union before it.
      const stands = session.get().union?.code === union.code;
      const reply = stands ? await kit.request('tally.add', { union: union.code, outcome, reason }) : null;
      wait(outcome, -1);
      if (reply === null) return say({ said: 'not-switched' });
      if (!reply.ok) return say({ said: 'failed', error: reply.error });
      takeCounts(session, reply.value.counts);
      say({ said: 'counted', outcome, union: union.name });
    });
  };

  return {
    store,
    press: (source, outcome, at, repeat) => {
      const judged = guard(source, at, repeat);
      if (judged !== 'fresh') return say({ said: judged });
      const union = target();
      if (union === null) {
        say({ said: 'no-union' });
        return store.set({ overlay: 'unions' });
      }
      const asks = session.get().campaign?.outcomes.find(({ code }) => code === outcome)?.needsReason === true;
      if (asks) return store.set({ overlay: 'reasons', asking: { outcome, union } });
      count(union, outcome, null);
    },
    reason: (reason) => {
      const { asking } = store.get();
      store.set({ overlay: 'none', asking: null });
      if (asking !== null) count(asking.union, asking.outcome, reason);
    },
    undo: (event) =>
      queue(async () => {
        const reply = await kit.request('tally.undo', {
          event: event === null ? null : { machine: event.machine, seq: event.seq },
        });
        if (!reply.ok) return say({ said: 'failed', error: reply.error });
        takeCounts(session, reply.value.counts);
        const { outcome, unionName } = reply.value.undone;
        say({ said: 'undone', outcome, union: unionName });
      }),
    choose: (union) => {
      store.set({ overlay: 'none' });
      meant = union;
      queue(async () => {
        const reply: Reply<RequestOut<'union.choose'>> = await kit.request('union.choose', { union: union.code });
        if (!reply.ok) {
          if (meant === union) meant = undefined;
          return say({ said: 'failed', error: reply.error });
        }
        const chosen = reply.value.union;
        const others = session.get().lately.filter(({ code }) => code !== chosen.code);
        session.set({ union: chosen, counts: reply.value.counts, lately: [chosen, ...others] });
        say({ said: 'switched', union: chosen.name });
      });
    },
    showUnions: () => store.set({ overlay: 'unions' }),
    close: () => store.set({ overlay: 'none', asking: null }),
    busy: () => jobs > 0,
    forget: () => store.set({ overlay: 'none', asking: null, waiting: {}, notice: null }),
  };
}
