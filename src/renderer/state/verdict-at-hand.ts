import type { Verdict } from '../../core/verdict.ts';
import type { CheckResult, RequestIn } from '../../preload/contract.ts';
import { createStore, type Store } from './store.ts';

export type CheckRef = NonNullable<RequestIn<'tally.add'>['check']>;

/** The last check's verdict, which may go with the next person. Neither needs the other. */
export interface VerdictAtHand {
  readonly event: CheckRef;
  readonly verdict: Verdict;
  /** Instant of the verdict. */
  readonly at: string;
  /** The operator wants it to go with the next person. */
  readonly goes: boolean;
}

/** What may stand behind the person who is being counted now. */
export interface Hand {
  /** The check to attach, once; `giveBack` when that person was not counted after all. */
  readonly take: () => { readonly event: CheckRef; readonly giveBack: () => void } | null;
}

export interface Verdicts {
  readonly store: Store<{ readonly atHand: VerdictAtHand | null }>;
  /** A check has ended; what was not written cannot be attached. */
  readonly offer: (result: CheckResult) => void;
  /** Attaches it to the next person, or not after all. */
  readonly toggle: () => void;
  /** What goes with the person who is being counted now; once. */
  readonly take: Hand['take'];
  /** The next phone is being checked, or another world is open: nobody gets the verdict of somebody who has gone. */
  readonly withdraw: () => void;
}

export function createVerdicts(): Verdicts {
  const store = createStore<{ atHand: VerdictAtHand | null }>({ atHand: null });
  /** The check that was offered last: told of again, it is not at hand a second time. */
  let offered: string | null = null;
  return {
    store,
    offer: ({ event, at, verdict }) => {
      const name = event === undefined ? null : `${event.machine} ${event.seq}`;
      if (name === offered) return;
      offered = name;
      store.set({ atHand: event === undefined || at === undefined ? null : { event, at, verdict, goes: false } });
    },
    toggle: () => {
      const { atHand } = store.get();
      if (atHand !== null) store.set({ atHand: { ...atHand, goes: !atHand.goes } });
    },
    take: () => {
      const { atHand } = store.get();
      if (atHand === null || !atHand.goes) return null;
      store.set({ atHand: null });
      const giveBack = (): void => {
        if (store.get().atHand === null) store.set({ atHand });
      };
      return { event: atHand.event, giveBack };
    },
    withdraw: () => store.set({ atHand: null }),
  };
}

/**
 * A verdict that is still on the glass goes with the next person by itself: that is whose phone was checked. One
 * that is no longer there goes only when the operator says so.
 */
export const handOf = (onGlass: Hand, verdicts: Verdicts): Hand => ({
  take: () => {
    const taken = onGlass.take();
    if (taken === null) return verdicts.take();
    verdicts.withdraw();
    return taken;
  },
});
