import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Verdict } from '../../core/check/verdict.ts';
import type { CheckResult, RequestIn } from '../../preload/contract.ts';

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
  readonly store: StoreApi<{ readonly atHand: VerdictAtHand | null }>;
  /** A check has ended; what was not written cannot be attached. */
  readonly offer: (result: CheckResult) => void;
  /** Attaches it to the next person, or not after all. */
  readonly toggle: () => void;
  /** What goes with the person who is being counted now; once. */
  readonly take: Hand['take'];
  /** It has gone with somebody by itself; what is returned puts it back when that person was not counted after all. */
  readonly lend: () => () => void;
  /** The next phone is being checked, or another world is open: nobody gets the verdict of somebody who has gone. */
  readonly withdraw: () => void;
}

export function createVerdicts(): Verdicts {
  const store = createStore<{ atHand: VerdictAtHand | null }>(() => ({ atHand: null }));
  /** The check that was offered last: told of again, it is not at hand a second time. */
  let offered: string | null = null;
  /** Counts the people to whom a verdict may belong: what is given back late must not go to the next one. */
  let offers = 0;
  return {
    store,
    offer: ({ event, at, verdict }) => {
      const name = event === undefined ? null : `${event.machine} ${event.seq}`;
      if (name === offered) return;
      offered = name;
      offers += 1;
      store.setState({ atHand: event === undefined || at === undefined ? null : { event, at, verdict, goes: false } });
    },
    toggle: () => {
      const { atHand } = store.getState();
      if (atHand !== null) store.setState({ atHand: { ...atHand, goes: !atHand.goes } });
    },
    take: () => {
      const { atHand } = store.getState();
      if (atHand === null || !atHand.goes) return null;
      store.setState({ atHand: null });
      const mine = offers;
      const giveBack = (): void => {
        if (mine === offers) store.setState({ atHand });
      };
      return { event: atHand.event, giveBack };
    },
    withdraw: () => {
      offers += 1;
      store.setState({ atHand: null });
    },
    lend: () => {
      const { atHand } = store.getState();
      const mine = offers;
      store.setState({ atHand: null });
      return () => {
        if (mine === offers) store.setState({ atHand });
      };
    },
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
    const putBack = verdicts.lend();
    const giveBack = (): void => {
      taken.giveBack();
      putBack();
    };
    return { event: taken.event, giveBack };
  },
});
