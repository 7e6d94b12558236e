import type { StoreApi } from 'zustand/vanilla';
import type { KitClient, RecentTally, Reply, RequestOut, WireFailure } from '../../preload/contract.ts';
import { answerLost, provesUnwritten } from '../kit-client.ts';
import { type Attempt, type CountingState, isUnanswered, noticesOf, type Unanswered } from './count-state.ts';
import { meantNow, type SessionState, takeCounts } from './session-state.ts';
import type { Warnings } from './warnings.ts';

/** The line of what the operator's hand wants done: jobs are carried out one after another. */
type Queue = <T>(job: () => Promise<T>) => Promise<T>;

export interface Attempts {
  /**
   * Sends it to the world that it was meant for; the failure when the Kit refused or its answer was lost. An attempt
   * whose answer was lost is kept until the Kit has answered for it. `fromSheet`: a sheet that is open tells a refusal.
   */
  readonly carryOut: (attempt: Attempt, fromSheet?: boolean) => Promise<WireFailure | null>;
  /** Sends all of the open world that are kept once more; each counts once whatever became of the first. */
  readonly sendAgain: () => void;
  /** Puts those of the open world away that a person has read of. */
  readonly putAway: () => void;
  /** The tally that is on disk since last. */
  readonly newest: () => Pick<RecentTally, 'machine' | 'seq'> | undefined;
}

/** A correction has nothing to warn of: it is counted or refused. */
const withoutWarnings = (reply: Reply<RequestOut<'tally.minus'>>): Reply<RequestOut<'tally.add'>> =>
  reply.ok ? { ok: true, value: { ...reply.value, warnings: [] } } : reply;

/** Attempts to count, each with a name of its own, in the world for which the key went down and in no other. */
export function createAttempts(
  kit: KitClient,
  session: StoreApi<SessionState>,
  store: StoreApi<CountingState>,
  { queue, warnings }: { readonly queue: Queue; readonly warnings: Warnings | undefined },
): Attempts {
  const { fail, succeed } = noticesOf(store);
  let newest: Pick<RecentTally, 'machine' | 'seq'> | undefined;
  const kept = (once: string) => isUnanswered(store.getState(), once);
  const keep = (attempt: Unanswered) => {
    const { unanswered } = store.getState();
    const { once } = attempt.order;
    store.setState({
      unanswered: kept(once)
        ? unanswered.map((other) => (other.order.once === once ? attempt : other))
        : [...unanswered, attempt],
    });
  };
  const drop = (once: string) =>
    store.setState({ unanswered: store.getState().unanswered.filter(({ order }) => order.once !== once) });

  const carryOut = async (attempt: Attempt, fromSheet = false): Promise<WireFailure | null> => {
    const { order, meant, settle } = attempt;
    const { union, outcome, reason, count, check = null, minus, once } = order;
    const tried = `${minus === undefined ? 'count' : 'subtract'} ${outcome} for ${union.code}`;
    const what = { union: union.code, outcome, reason, count, once, ...meant.world };
    const reply =
      minus === undefined
        ? await kit.request('tally.add', { ...what, check })
        : withoutWarnings(await kit.request('tally.minus', { ...what, ...minus }));
    if (!reply.ok) {
      const { error } = reply;
      if (answerLost(error)) {
        keep({ ...attempt, error, sending: false });
        store.setState({ notice: null });
      } else if (kept(once) && !provesUnwritten(error)) {
        // The first attempt may be on disk, as in a world that was left: this one waits until the Kit can say so.
        keep({ ...attempt, error, sending: false });
      } else {
        drop(once);
        // The sheet that is still open says it; whoever has left it must hear of it here.
        if (!fromSheet || store.getState().sheet === null) fail(tried, error);
      }
      return error;
    }
    drop(once);
    if (minus === undefined) settle();
    // Another world has opened meanwhile: its numbers are others, and the last thing done there is not this.
    if (meantNow(session).folder !== meant.folder) return null;
    takeCounts(session, reply.value.counts);
    newest = reply.value.events[0];
    const said = minus === undefined ? 'counted' : 'subtracted';
    succeed(tried, { said, outcome, union: union.name, count, checked: check !== null });
    warnings?.take(reply.value.warnings);
    return null;
  };

  return {
    carryOut,
    sendAgain: () => {
      const { folder } = meantNow(session);
      for (const attempt of store.getState().unanswered) {
        if (attempt.sending || attempt.meant.folder !== folder) continue;
        keep({ ...attempt, sending: true });
        void queue(async () => {
          if (meantNow(session).folder === folder) await carryOut(attempt);
          else keep({ ...attempt, sending: false });
        });
      }
    },
    putAway: () => {
      const { folder } = meantNow(session);
      const { unanswered } = store.getState();
      store.setState({ unanswered: unanswered.filter(({ meant, sending }) => sending || meant.folder !== folder) });
    },
    newest: () => newest,
  };
}
