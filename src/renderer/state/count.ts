import PQueue from 'p-queue';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KitClient, RecentTally, Reply, RequestOut, UnionView, WireFailure } from '../../preload/contract.ts';
import { answerLost } from '../kit-client.ts';
import { newOnce } from './attempt-key.ts';
import { createAttempts } from './attempts.ts';
import { type CountingState, nothingCounted, noticesOf, type Order, TO_PRACTICE, unansweredIn } from './count-state.ts';
import { createPressGuard, isTouch, TOUCH } from './press-guard.ts';
import { meantNow, type SessionState, takeCounts } from './session-state.ts';
import type { Hand } from './verdict-at-hand.ts';
import type { Warnings } from './warnings.ts';

export interface Counting {
  readonly store: StoreApi<CountingState>;
  /**
   * One person with an outcome; asks for the reason first where the campaign wants one. The verdict that is on the glass
   * stands behind it, or else the one that the operator has attached to the next person, if any.
   */
  readonly press: (source: string, outcome: string, at: number, repeat: boolean) => void;
  /** Opens the reasons of an outcome that can be counted without one; counts nobody by itself. */
  readonly ask: (outcome: string) => void;
  readonly reason: (reason: string) => void;
  /** Shows beside each reason what puts it right (`true`), or what the booth says to it. */
  readonly turnReasons: (withCards: boolean) => void;
  /**
   * Whether a key that does something else than counting was really pressed; false where it bounces. It shares one
   * guard with `press`: the digit that has answered a list must not count the next person.
   */
  readonly isFresh: (source: string, at: number) => boolean;
  /** Counts a number of people, or takes them off again; the failure when the Kit refused or its answer was lost. */
  readonly send: (order: Order) => Promise<WireFailure | null>;
  /**
   * Opens the sheet for a number of people. `of`: the line that it corrects; `enterAt`: when an Enter opened it, on the
   * clock of `press`.
   */
  readonly showSheet: (sheet: 'batch' | 'minus', of?: RecentTally | null, enterAt?: number) => void;
  readonly undo: (event: Pick<RecentTally, 'machine' | 'seq'> | null) => void;
  /** Switches the union. `digitAt` is the time of the digit that picked it, on the clock of `press`; without one, none did. */
  readonly choose: (union: UnionView, digitAt?: number) => void;
  readonly showUnions: () => void;
  readonly showRadio: () => void;
  readonly showOperators: () => void;
  readonly close: () => void;
  /** Something else that the operator's hand did was refused. */
  readonly report: (tried: string, error: WireFailure) => void;
  /** Something is on its way to the kit. */
  readonly busy: () => boolean;
  /** Sends once more whatever the Kit has not answered for; each attempt counts once. */
  readonly sendAgain: () => void;
  /** When everything pressed so far was carried out: how many attempts of the open world have no answer. */
  readonly unanswered: () => Promise<number>;
  /** Puts attempts without an answer away: a person has looked at the numbers, and counts on by hand. */
  readonly putAway: () => void;
  /** Puts a failure away that a person has read. */
  readonly dismiss: () => void;
  /** Drops what was said: another world is open. Attempts without an answer wait for theirs. */
  readonly forget: () => void;
}

/** What counting tells others: of each person on disk, of warnings that came with them; and the verdict at hand. */
export interface Beside {
  /** Asked when a person's key goes down; the answer is called when that person is on disk. */
  readonly counts?: () => () => void;
  readonly warnings?: Warnings;
  readonly hand?: Hand;
}

/**
 * The hand of the operator. Presses are carried out one after another, so a fast second key is never lost and a
 * person is counted for the union that was meant when the key went down. A number changes only with the kit's reply.
 */
export function createCounting(
  kit: KitClient,
  session: StoreApi<SessionState>,
  { counts = () => () => {}, warnings, hand }: Beside = {},
): Counting {
  const store = createStore<CountingState>(() => nothingCounted);
  const jobs = new PQueue({ concurrency: 1 });
  const guard = createPressGuard();
  /** The union that the next press is for: already the new one while a switch is on its way. */
  let meant: UnionView | null | undefined;
  /** The last person who was counted on a check, and what makes that check free again when they are taken back. */
  let onCheck: { readonly tally: Pick<RecentTally, 'machine' | 'seq'> | undefined; readonly free: () => void } | null =
    null;

  const { say, fail, succeed } = noticesOf(store);
  const wait = (outcome: string, more: number) => {
    const { waiting } = store.getState();
    store.setState({ waiting: { ...waiting, [outcome]: Math.max(0, (waiting[outcome] ?? 0) + more) } });
  };
  const queue = <T>(job: () => Promise<T>): Promise<T> => jobs.add(job);
  jobs.on('idle', () => {
    meant = undefined;
  });
  const target = () => (meant === undefined ? session.getState().union : meant);

  const attempts = createAttempts(kit, session, store, { queue, warnings });
  const one = (union: UnionView, outcome: string, reason: string | null) => {
    const taken = hand?.take() ?? null;
    const check = taken?.event ?? null;
    const settle = counts();
    const world = meantNow(session);
    wait(outcome, 1);
    void queue(async () => {
      // A switch that failed must not let its presses fall on the union before it.
      const stands = session.getState().union?.code === union.code;
      const order: Order = { union, outcome, reason, count: 1, check, once: newOnce() };
      const refused = stands ? await attempts.carryOut({ order, meant: world, settle }) : null;
      wait(outcome, -1);
      if (!stands) say({ said: 'not-switched' });
      // Where the answer was lost, the second attempt still has it. A check that the kit will not have is not offered
      // again: it must never keep a person from being counted.
      if (stands && refused === null && taken !== null) onCheck = { tally: attempts.newest(), free: taken.giveBack };
      const unfit = refused?.code === 'check-unknown' || refused?.code === 'check-attached';
      if (!stands || (refused !== null && !answerLost(refused) && !unfit)) taken?.giveBack();
    });
  };
  const isFresh = (source: string, at: number): boolean => {
    const fresh = guard.isFresh(source, at);
    if (!fresh) say({ said: 'bounced' });
    return fresh;
  };
  const ask = (outcome: string, union: UnionView | null) => {
    if (union !== null) return store.setState({ overlay: 'reasons', asking: { outcome, union }, withCards: false });
    say({ said: 'no-union' });
    store.setState({ overlay: 'unions' });
  };

  return {
    store,
    press: (source, outcome, at, repeat) => {
      const judged = guard.ofPerson(source, at, repeat);
      if (judged !== 'fresh') return say({ said: judged });
      const union = target();
      const asks = session.getState().campaign?.outcomes.find(({ code }) => code === outcome)?.needsReason === true;
      if (asks || union === null) {
        if (isTouch(source)) isFresh(TOUCH, at);
        return ask(outcome, union);
      }
      one(union, outcome, null);
    },
    ask: (outcome) => ask(outcome, target()),
    reason: (reason) => {
      const { asking } = store.getState();
      store.setState({ overlay: 'none', asking: null });
      if (asking !== null) one(asking.union, asking.outcome, reason);
    },
    isFresh,
    send: (order) => {
      guard.sheetSent(performance.now());
      wait(order.outcome, 1);
      const attempt = { order, meant: meantNow(session), settle: counts() };
      return queue(async () => {
        const refused = await attempts.carryOut(attempt, true);
        wait(order.outcome, -1);
        return refused;
      });
    },
    showSheet: (sheet, of, enterAt = Number.POSITIVE_INFINITY) => {
      // The Enter that has sent the last one may bounce; after another key it is a new one.
      if (!guard.opensSheet(enterAt)) return;
      const union = of === undefined || of === null ? target() : { code: of.union, name: of.unionName };
      if (union === null) return ask('', null);
      const { outcome = null, reason = null, day = null } = of ?? {};
      store.setState({ overlay: sheet, sheet: { union, outcome, reason, day } });
    },
    undo: (event) => {
      const { world } = meantNow(session);
      void queue(async () => {
        // Named, not "the last one": asked for again after a lost answer, it may not take a second person off.
        const target = event ?? session.getState().counts?.recent.find(({ undone }) => !undone) ?? null;
        const reply = await kit.request('tally.undo', {
          event: target === null ? null : { machine: target.machine, seq: target.seq },
          ...world,
        });
        if (!reply.ok) return fail('undo', reply.error);
        takeCounts(session, reply.value.counts);
        const { outcome, unionName, machine, seq } = reply.value.undone;
        // The wrong key for the right person: the right key takes the check along after all.
        if (onCheck?.tally?.machine === machine && onCheck.tally.seq === seq) onCheck.free();
        succeed('undo', { said: 'undone', outcome, union: unionName });
      });
    },
    choose: (union, digitAt) => {
      store.setState({ overlay: 'none' });
      if (digitAt !== undefined) guard.switchedBy(digitAt);
      meant = union;
      const { world } = meantNow(session);
      void queue(async () => {
        const asked = { union: union.code, ...world };
        const reply: Reply<RequestOut<'union.choose'>> = await kit.request('union.choose', asked);
        if (!reply.ok) {
          if (meant === union) meant = undefined;
          return fail(`switch to ${union.code}`, reply.error);
        }
        const chosen = reply.value.union;
        const others = session.getState().lately.filter(({ code }) => code !== chosen.code);
        session.setState({ union: chosen, counts: reply.value.counts, lately: [chosen, ...others] });
        succeed(`switch to ${union.code}`, { said: 'switched', union: chosen.name });
      });
    },
    turnReasons: (withCards) => store.setState({ withCards }),
    showUnions: () => store.setState({ overlay: 'unions' }),
    showRadio: () => store.setState({ overlay: 'radio' }),
    showOperators: () => store.setState({ overlay: 'operators' }),
    close: () => store.setState({ overlay: 'none', asking: null, sheet: null }),
    report: fail,
    busy: () => jobs.size + jobs.pending > 0,
    sendAgain: () => {
      // Done as it was told to do.
      if (store.getState().failure?.tried === TO_PRACTICE) store.setState({ failure: null });
      attempts.sendAgain();
    },
    unanswered: () => queue(async () => unansweredIn(store.getState(), meantNow(session).folder).length),
    putAway: attempts.putAway,
    dismiss: () => store.setState({ failure: null }),
    forget: () => store.setState({ ...nothingCounted, unanswered: store.getState().unanswered }),
  };
}
