import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Platform } from '../../core/check/verdict.ts';
import type { CheckProgress, CheckResult, KitClient, PushBody, Reply, WireFailure } from '../../preload/contract.ts';
import { newOnce } from './attempt-key.ts';
import type { SessionState } from './session-state.ts';
import type { Hand } from './verdict-at-hand.ts';

/** Where the radio check stands, on the screen that shows it: when that is left, so is the check. */
export type CheckState =
  | { readonly at: 'rest' }
  | { readonly at: 'starting' }
  | { readonly at: 'listening'; readonly timeout: number; readonly progress: CheckProgress | null }
  | { readonly at: 'ended'; readonly result: CheckResult }
  | { readonly at: 'failed'; readonly error: WireFailure };

export interface CheckingState {
  readonly check: CheckState;
  /** Codes in the places in which they came up; none ever gives its place to another while the operator looks. */
  readonly places: readonly string[];
  /** What the operator said or asked, until the kit has answered. */
  readonly asking: 'code' | 'phone' | null;
  /** Why that was not possible. Nothing of it speaks against the phone. */
  readonly refused: WireFailure | null;
  /** The cards are open, for this kind of phone. */
  readonly cards: Platform | null;
}

export interface Checking {
  readonly store: StoreApi<CheckingState>;
  readonly start: () => void;
  readonly stop: () => void;
  /** "Khớp": the operator saw the code of that place on the phone. */
  readonly match: (place: number) => void;
  /** Asks the iPhone in the background. */
  readonly read: () => void;
  readonly showCards: () => void;
  readonly turnCards: (platform: Platform) => void;
  readonly closeCards: () => void;
  /** Another use of the radio runs; `end` ends it. A check that is started meanwhile waits for that. Returns what says it is over. */
  readonly occupy: (end: () => Promise<unknown>) => () => void;
  /** For counting: one check stands behind one person at most. */
  readonly inHand: Hand;
  /** Nobody follows this check any more (the screen was left, the line was lost): it is ended, nothing is claimed. */
  readonly abandon: () => void;
  /**
   * To be asked when a person is being counted; the answer is for when they are on disk: the next worker is never shown
   * a verdict that is not theirs. What has come on the glass meanwhile stays.
   */
  readonly settling: () => () => void;
}

const fresh = { places: [], asking: null, refused: null, cards: null } as const;

/** Starts and follows the radio check; what it hears of a phone is a platform, a strength and a code to compare (law 4). */
export function createChecking(kit: KitClient, session: StoreApi<SessionState>): Checking {
  const store = createStore<CheckingState>(() => ({ check: { at: 'rest' }, ...fresh }));
  /** Whose answers are still wanted: each start and each leaving makes those before it stale. */
  let turn = 0;
  let taken = false;
  let occupied: (() => Promise<unknown>) | null = null;
  /** What the check on the glass is called: messages of another one say nothing about it. */
  let name: string | null = null;
  /** The stop of a check that was left, until the kit has answered. */
  let leaving: Promise<unknown> | null = null;
  const isOther = ({ check }: { readonly check?: string | undefined }): boolean =>
    check !== undefined && check !== name;
  const end = (): Promise<Reply<unknown>> => {
    const stopped = kit.request('check.stop', { check: name });
    leaving = stopped;
    void stopped.then(() => {
      if (leaving === stopped) leaving = null;
    });
    return stopped;
  };
  const become = (check: CheckState) => store.setState({ check });
  const leave = (check: CheckState) => {
    const left = store.getState();
    turn += 1;
    taken = false;
    store.setState({ check, ...fresh });
    // The phone of somebody who has gone is not asked any further, and the radio is free for the next.
    if (left.check.at === 'ended' && left.asking === 'phone') void end();
    name = null;
  };

  kit.on('check.progress', (progress) => {
    const { check, places } = store.getState();
    // A message that was on its way when the check ended must not bring it back.
    if (isOther(progress)) return;
    if (check.at !== 'starting' && check.at !== 'listening') return;
    store.setState({
      check: { at: 'listening', timeout: progress.timeout, progress },
      places: placed(places, progress.codes),
    });
  });
  kit.on('check.ended', (ended) => {
    const { check, asking } = store.getState();
    const listening = check.at === 'starting' || check.at === 'listening';
    // The verdict of a check that was left belongs to somebody who has gone; one that was asked for takes the place of the first.
    if (isOther(ended) || (!listening && !(check.at === 'ended' && asking !== null))) return;
    take(ended);
  });
  kit.on('check.forgotten', () => {
    // The glass forgets with the kit (law 4), and offers nothing that could only be refused.
    const { check } = store.getState();
    if (check.at !== 'ended') return;
    store.setState({ check: { at: 'ended', result: { ...check.result, codes: [], canRead: false } }, places: [] });
  });
  const take = (end: PushBody<'check.ended'>) => {
    const { check, places } = store.getState();
    if (end.ended === 'verdict') {
      const { result } = end;
      const kept = result.codes.length === 0 ? [] : placed(places, result.codes);
      store.setState({ ...fresh, check: { at: 'ended', result }, places: kept });
    } else if (end.ended === 'failed') store.setState({ ...fresh, check: { at: 'failed', error: end.error } });
    else if (check.at === 'listening') leave({ at: 'rest' });
  };

  const begin = (mine: number): void => {
    void kit.request('check.start', { check: name, union: session.getState().union?.code ?? null }).then((reply) => {
      if (mine !== turn) return;
      if (!reply.ok) return become({ at: 'failed', error: reply.error });
      if (store.getState().check.at === 'starting')
        become({ at: 'listening', timeout: reply.value.timeout, progress: null });
    });
  };

  /** The pass that follows comes as a message of its own; only a refusal is told by the reply. */
  const ask = (asking: 'code' | 'phone', request: () => Promise<Reply<unknown>>) => {
    const { at } = store.getState().check;
    if (store.getState().asking !== null || (at !== 'listening' && at !== 'ended')) return;
    const mine = turn;
    store.setState({ asking, refused: null });
    void request().then((reply) => {
      if (!reply.ok && mine === turn) store.setState({ asking: null, refused: reply.error });
    });
  };

  return {
    store,
    start: () => {
      const { check, asking } = store.getState();
      if (check.at === 'starting' || check.at === 'listening' || asking !== null) return;
      leave({ at: 'starting' });
      name = newOnce();
      const before = occupied?.() ?? leaving;
      if (before === null) return begin(turn);
      const mine = turn;
      void before.then(() => mine === turn && begin(mine));
    },
    occupy: (ending) => {
      occupied = ending;
      return () => {
        if (occupied === ending) occupied = null;
      };
    },
    stop: () => {
      const { check, asking } = store.getState();
      if (check.at !== 'listening' && asking === null) return;
      const mine = turn;
      void end().then((reply) => {
        if (mine !== turn) return;
        if (!reply.ok) become({ at: 'failed', error: reply.error });
        // Also where the message of its end was missed: a glass that listens for ever would be a lie.
        else if (store.getState().check.at === 'listening') leave({ at: 'rest' });
      });
    },
    match: (place) => {
      const { check, places } = store.getState();
      const code = places[place];
      if (code !== undefined && codesOf(check).includes(code))
        ask('code', () => kit.request('check.confirm', { code }));
    },
    read: () => {
      if (canRead(store.getState().check)) ask('phone', () => kit.request('check.read', {}));
    },
    showCards: () => {
      const { check } = store.getState();
      if (check.at === 'ended' && check.result.verdict !== 'pass') store.setState({ cards: check.result.platform });
    },
    turnCards: (cards) => store.setState({ cards }),
    closeCards: () => store.setState({ cards: null }),
    inHand: {
      take: () => {
        const { check, asking } = store.getState();
        // While the operator's word is on its way, this verdict is about to give its place to another.
        if (check.at !== 'ended' || asking !== null || taken) return null;
        const { event } = check.result;
        if (event === undefined) return null;
        taken = true;
        const mine = turn;
        const giveBack = (): void => {
          if (mine === turn) taken = false;
        };
        return { event, giveBack };
      },
    },
    abandon: () => {
      const { check } = store.getState();
      if (check.at === 'starting' || check.at === 'listening') void end();
      leave({ at: 'rest' });
    },
    settling: () => {
      const mine = turn;
      return () => {
        const { at } = store.getState().check;
        if (mine === turn && (at === 'ended' || at === 'failed')) leave({ at: 'rest' });
      };
    },
  };
}

/** The codes that may be compared now. */
export function codesOf(check: CheckState): readonly string[] {
  if (check.at === 'listening') return check.progress?.codes ?? [];
  return check.at === 'ended' ? check.result.codes : [];
}

/** An iPhone in the background may be asked now. */
export function canRead(check: CheckState): boolean {
  if (check.at === 'listening') return check.progress?.canRead ?? false;
  return check.at === 'ended' && check.result.canRead;
}

/** New codes behind the old ones: a code that moved under the finger would be confirmed for another phone. */
const placed = (places: readonly string[], codes: readonly string[]): readonly string[] => {
  const more = codes.filter((code) => !places.includes(code));
  return more.length === 0 ? places : [...places, ...more];
};
