import type { EventRef } from '../../core/event.ts';
import type { KitClient, RecentTally, Reply, RequestOut, UnionView, WireFailure } from '../../preload/contract.ts';
import { type Overlay, pickOf } from '../keys.ts';
import { createLine } from './in-order.ts';
import { createRepeatGuard } from './repeat-guard.ts';
import { type SessionState, takeCounts } from './session-state.ts';
import { createStore, type Store } from './store.ts';

/** What the line under the numbers says last. */
export type CountNotice =
  | { readonly said: 'counted'; readonly outcome: string; readonly union: string }
  | { readonly said: 'undone'; readonly outcome: string; readonly union: string }
  | { readonly said: 'switched'; readonly union: string }
  | { readonly said: 'held' | 'bounced' | 'settling' | 'no-union' | 'not-switched' };

/** What was not carried out: it stands until it is put away or until the same thing succeeds. */
export interface CountFailure {
  /** What was tried; the same for a second attempt at the same thing. */
  readonly tried: string;
  readonly error: WireFailure;
}

/** After a digit has switched the union, digits that follow this closely are the rest of a code, not people, ms. */
export const SETTLE_MS = 700;

export interface CountingState {
  readonly overlay: Overlay;
  /** The outcome whose reason is asked for, and the union it will be counted for. */
  readonly asking: { readonly outcome: string; readonly union: UnionView } | null;
  /** People pressed but not yet on disk, by outcome: shown as waiting, never as counted. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly notice: CountNotice | null;
  readonly failure: CountFailure | null;
}

export interface Counting {
  readonly store: Store<CountingState>;
  /** One person with an outcome; asks for the reason first where the campaign wants one. */
  readonly press: (source: string, outcome: string, at: number, repeat: boolean) => void;
  /** Opens the reasons of an outcome that can be counted without one; counts nobody by itself. */
  readonly ask: (outcome: string) => void;
  readonly reason: (reason: string) => void;
  readonly undo: (event: Pick<RecentTally, 'machine' | 'seq'> | null) => void;
  /** Switches the union. `digitAt` is the time of the digit that picked it, on the clock of `press`; without one, none did. */
  readonly choose: (union: UnionView, digitAt?: number) => void;
  readonly showUnions: () => void;
  readonly showRadio: () => void;
  readonly close: () => void;
  /** Something is on its way to the kit. */
  readonly busy: () => boolean;
  /** Puts a failure away that a person has read. */
  readonly dismiss: () => void;
  /** Drops what was said; another world is open. */
  readonly forget: () => void;
}

/** The check whose verdict is on the glass: it stands behind the next person who is counted, and behind nobody else. */
export interface CheckInHand {
  readonly take: () => EventRef | null;
  /** That person could not be counted. */
  readonly giveBack: () => void;
}
const noCheck: CheckInHand = { take: () => null, giveBack: () => {} };

const nothing: CountingState = { overlay: 'none', asking: null, waiting: {}, notice: null, failure: null };

/**
 * The hand of the operator. Presses are carried out one after another, so a fast second key is never lost and a
 * person is counted for the union that was meant when the key went down. A number changes only with the kit's reply.
 * `onCounted` hears of each person once they are on disk.
 */
export function createCounting(
  kit: KitClient,
  session: Store<SessionState>,
  onCounted: () => void = () => {},
  inHand: CheckInHand = noCheck,
): Counting {
  const store = createStore<CountingState>(nothing);
  const inOrder = createLine();
  const guard = createRepeatGuard();
  let jobs = 0;
  /** The union that the next press is for: already the new one while a switch is on its way. */
  let meant: UnionView | null | undefined;
  let settlesAt = Number.NEGATIVE_INFINITY;

  const say = (notice: CountNotice | null) => store.set({ notice });
  const fail = (tried: string, error: WireFailure) => store.set({ notice: null, failure: { tried, error } });
  const succeed = (tried: string, notice: CountNotice) => {
    const { failure } = store.get();
    store.set({ notice, failure: failure?.tried === tried ? null : failure });
  };
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
    const check = inHand.take();
    queue(async () => {
      // A switch that failed must not let its presses fall on the union before it.
      const stands = session.get().union?.code === union.code;
      const reply = stands ? await kit.request('tally.add', { union: union.code, outcome, reason, check }) : null;
      wait(outcome, -1);
      if (check !== null && reply?.ok !== true) inHand.giveBack();
      if (reply === null) return say({ said: 'not-switched' });
      const tried = `count ${outcome} for ${union.code}`;
      if (!reply.ok) return fail(tried, reply.error);
      takeCounts(session, reply.value.counts);
      succeed(tried, { said: 'counted', outcome, union: union.name });
      onCounted();
    });
  };
  const ask = (outcome: string, union: UnionView | null) => {
    if (union !== null) return store.set({ overlay: 'reasons', asking: { outcome, union } });
    say({ said: 'no-union' });
    store.set({ overlay: 'unions' });
  };

  return {
    store,
    press: (source, outcome, at, repeat) => {
      if (pickOf(source) !== null && at < settlesAt) {
        settlesAt = at + SETTLE_MS;
        return say({ said: 'settling' });
      }
      const judged = guard(source, at, repeat);
      if (judged !== 'fresh') return say({ said: judged });
      const union = target();
      const asks = session.get().campaign?.outcomes.find(({ code }) => code === outcome)?.needsReason === true;
      if (asks || union === null) return ask(outcome, union);
      count(union, outcome, null);
    },
    ask: (outcome) => ask(outcome, target()),
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
        if (!reply.ok) return fail('undo', reply.error);
        takeCounts(session, reply.value.counts);
        const { outcome, unionName } = reply.value.undone;
        succeed('undo', { said: 'undone', outcome, union: unionName });
      }),
    choose: (union, digitAt) => {
      store.set({ overlay: 'none' });
      if (digitAt !== undefined) settlesAt = digitAt + SETTLE_MS;
      meant = union;
      queue(async () => {
        const reply: Reply<RequestOut<'union.choose'>> = await kit.request('union.choose', { union: union.code });
        if (!reply.ok) {
          if (meant === union) meant = undefined;
          return fail(`switch to ${union.code}`, reply.error);
        }
        const chosen = reply.value.union;
        const others = session.get().lately.filter(({ code }) => code !== chosen.code);
        session.set({ union: chosen, counts: reply.value.counts, lately: [chosen, ...others] });
        succeed(`switch to ${union.code}`, { said: 'switched', union: chosen.name });
      });
    },
    showUnions: () => store.set({ overlay: 'unions' }),
    showRadio: () => store.set({ overlay: 'radio' }),
    close: () => store.set({ overlay: 'none', asking: null }),
    busy: () => jobs > 0,
    dismiss: () => store.set({ failure: null }),
    forget: () => store.set(nothing),
  };
}
