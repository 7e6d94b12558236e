import type { KitClient, RecentTally, Reply, RequestOut, UnionView, WireFailure } from '../../preload/contract.ts';
import { pickOf } from '../keys.ts';
import { answerLost } from '../kit-client.ts';
import { type CountingState, type CountNotice, nothingCounted, type Order } from './counting-state.ts';
import { createLine } from './in-order.ts';
import { newOnce } from './once.ts';
import { createRepeatGuard, REPEAT_MS } from './repeat-guard.ts';
import { type SessionState, takeCounts } from './session-state.ts';
import { createStore, type Store } from './store.ts';
import type { Hand } from './verdict-at-hand.ts';
import type { Warnings } from './warnings.ts';

/** After a digit has switched the union, digits that follow this closely are the rest of a code, not people, ms. */
export const SETTLE_MS = 700;

/** A finger on a list or on what opens one; on an outcome: this, a blank, and the outcome's code. */
export const TOUCH = 'touch';

export interface Counting {
  readonly store: Store<CountingState>;
  /**
   * One person with an outcome; asks for the reason first where the campaign wants one. The verdict that is on the glass
   * stands behind it, or else the one that the operator has attached to the next person, if any.
   */
  readonly press: (source: string, outcome: string, at: number, repeat: boolean) => void;
  /** Opens the reasons of an outcome that can be counted without one; counts nobody by itself. */
  readonly ask: (outcome: string) => void;
  readonly reason: (reason: string) => void;
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
  /** Puts a failure away that a person has read. */
  readonly dismiss: () => void;
  /** Drops what was said; another world is open. */
  readonly forget: () => void;
}

/** A correction has nothing to warn of: it is counted or refused. */
const withoutWarnings = (reply: Reply<RequestOut<'tally.minus'>>): Reply<RequestOut<'tally.add'>> =>
  reply.ok ? { ok: true, value: { ...reply.value, warnings: [] } } : reply;

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
  session: Store<SessionState>,
  { counts = () => () => {}, warnings, hand }: Beside = {},
): Counting {
  const store = createStore<CountingState>(nothingCounted);
  const inOrder = createLine();
  const guard = createRepeatGuard();
  let jobs = 0;
  /** The union that the next press is for: already the new one while a switch is on its way. */
  let meant: UnionView | null | undefined;
  let settlesAt = Number.NEGATIVE_INFINITY;
  let sheetSentAt = Number.NEGATIVE_INFINITY;
  /** When a finger has opened or left a list: what lies under it now is something else. */
  let listTouchedAt = Number.NEGATIVE_INFINITY;
  /** The tally that is on disk since last. */
  let newest: Pick<RecentTally, 'machine' | 'seq'> | undefined;
  /** The last person who was counted on a check, and what makes that check free again when they are taken back. */
  let onCheck: { readonly tally: typeof newest; readonly free: () => void } | null = null;

  const say = (notice: CountNotice | null) => store.set({ notice });
  const fail = (tried: string, error: WireFailure) =>
    store.set({ notice: null, failure: { tried, error, again: null } });
  /** Several answers may be lost before a person looks: all of them are sent again, or none. */
  const lose = (order: Order, settle: () => void, error: WireFailure) => {
    const before = store.get().failure?.again;
    const again = () => {
      before?.();
      void queue(() => ordered(order, settle));
    };
    store.set({ notice: null, failure: { tried: order.once, error, again } });
  };
  const succeed = (tried: string, notice: CountNotice) => {
    const { failure } = store.get();
    store.set({ notice, failure: failure?.tried === tried ? null : failure });
  };
  const wait = (outcome: string, more: number) => {
    const { waiting } = store.get();
    store.set({ waiting: { ...waiting, [outcome]: Math.max(0, (waiting[outcome] ?? 0) + more) } });
  };
  const queue = <T>(job: () => Promise<T>): Promise<T> => {
    jobs += 1;
    return inOrder(async () => {
      try {
        return await job();
      } finally {
        jobs -= 1;
        if (jobs === 0) meant = undefined;
      }
    });
  };
  const target = () => (meant === undefined ? session.get().union : meant);

  const ordered = async (order: Order, settle: () => void, fromSheet = false): Promise<WireFailure | null> => {
    const { union, outcome, reason, count, check = null, minus, once } = order;
    const tried = `${minus === undefined ? 'count' : 'subtract'} ${outcome} for ${union.code}`;
    const what = { union: union.code, outcome, reason, count, once };
    const reply =
      minus === undefined
        ? await kit.request('tally.add', { ...what, check })
        : withoutWarnings(await kit.request('tally.minus', { ...what, ...minus }));
    if (!reply.ok) {
      const { error } = reply;
      // The sheet that is still open says it; whoever has left it must hear of it here.
      if (answerLost(error)) lose(order, settle, error);
      else if (!fromSheet || store.get().sheet === null) fail(tried, error);
      return error;
    }
    takeCounts(session, reply.value.counts);
    newest = reply.value.events[0];
    const said = minus === undefined ? 'counted' : 'subtracted';
    // Another person with the same outcome says nothing of the one whose answer was lost.
    succeed(store.get().failure?.tried === once ? once : tried, {
      said,
      outcome,
      union: union.name,
      count,
      checked: check !== null,
    });
    warnings?.take(reply.value.warnings);
    if (minus === undefined) settle();
    return null;
  };
  const one = (union: UnionView, outcome: string, reason: string | null) => {
    const taken = hand?.take() ?? null;
    const check = taken?.event ?? null;
    const settle = counts();
    wait(outcome, 1);
    void queue(async () => {
      // A switch that failed must not let its presses fall on the union before it.
      const stands = session.get().union?.code === union.code;
      const order: Order = { union, outcome, reason, count: 1, check, once: newOnce() };
      const refused = stands ? await ordered(order, settle) : null;
      wait(outcome, -1);
      if (!stands) say({ said: 'not-switched' });
      // Where the answer was lost, the second attempt still has it. A check that the kit will not have is not offered
      // again: it must never keep a person from being counted.
      if (stands && refused === null && taken !== null) onCheck = { tally: newest, free: taken.giveBack };
      const unfit = refused?.code === 'check-unknown' || refused?.code === 'check-attached';
      if (!stands || (refused !== null && !answerLost(refused) && !unfit)) taken?.giveBack();
    });
  };
  const isFresh = (source: string, at: number): boolean => {
    const fresh = guard(source, at, false) === 'fresh';
    if (!fresh) say({ said: 'bounced' });
    else if (source === TOUCH) listTouchedAt = at;
    return fresh;
  };
  const ask = (outcome: string, union: UnionView | null) => {
    if (union !== null) return store.set({ overlay: 'reasons', asking: { outcome, union } });
    say({ said: 'no-union' });
    store.set({ overlay: 'unions' });
  };

  return {
    store,
    press: (source, outcome, at, repeat) => {
      sheetSentAt = Number.NEGATIVE_INFINITY;
      if (pickOf(source) !== null && at < settlesAt) {
        settlesAt = at + SETTLE_MS;
        return say({ said: 'settling' });
      }
      const touched = source.startsWith(`${TOUCH} `);
      if (touched && at - listTouchedAt < REPEAT_MS) return say({ said: 'bounced' });
      const judged = guard(source, at, repeat);
      if (judged !== 'fresh') return say({ said: judged });
      const union = target();
      const asks = session.get().campaign?.outcomes.find(({ code }) => code === outcome)?.needsReason === true;
      if (asks || union === null) {
        if (touched) isFresh(TOUCH, at);
        return ask(outcome, union);
      }
      one(union, outcome, null);
    },
    ask: (outcome) => ask(outcome, target()),
    reason: (reason) => {
      const { asking } = store.get();
      store.set({ overlay: 'none', asking: null });
      if (asking !== null) one(asking.union, asking.outcome, reason);
    },
    isFresh,
    send: (order) => {
      sheetSentAt = performance.now();
      wait(order.outcome, 1);
      const settle = counts();
      return queue(async () => {
        const refused = await ordered(order, settle, true);
        wait(order.outcome, -1);
        return refused;
      });
    },
    showSheet: (sheet, of, enterAt = Number.POSITIVE_INFINITY) => {
      // The Enter that has sent the last one may bounce; after another key it is a new one.
      if (enterAt - sheetSentAt < REPEAT_MS) return;
      const union = of === undefined || of === null ? target() : { code: of.union, name: of.unionName };
      if (union === null) return ask('', null);
      const { outcome = null, reason = null, day = null } = of ?? {};
      store.set({ overlay: sheet, sheet: { union, outcome, reason, day } });
    },
    undo: (event) =>
      void queue(async () => {
        // Named, not "the last one": asked for again after a lost answer, it may not take a second person off.
        const target = event ?? session.get().counts?.recent.find(({ undone }) => !undone) ?? null;
        const reply = await kit.request('tally.undo', {
          event: target === null ? null : { machine: target.machine, seq: target.seq },
        });
        if (!reply.ok) return fail('undo', reply.error);
        takeCounts(session, reply.value.counts);
        const { outcome, unionName, machine, seq } = reply.value.undone;
        // The wrong key for the right person: the right key takes the check along after all.
        if (onCheck?.tally?.machine === machine && onCheck.tally.seq === seq) onCheck.free();
        succeed('undo', { said: 'undone', outcome, union: unionName });
      }),
    choose: (union, digitAt) => {
      store.set({ overlay: 'none' });
      if (digitAt !== undefined) settlesAt = digitAt + SETTLE_MS;
      meant = union;
      void queue(async () => {
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
    showOperators: () => store.set({ overlay: 'operators' }),
    close: () => store.set({ overlay: 'none', asking: null, sheet: null }),
    report: fail,
    busy: () => jobs > 0,
    dismiss: () => store.set({ failure: null }),
    forget: () => store.set(nothingCounted),
  };
}
