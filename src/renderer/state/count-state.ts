import type { StoreApi } from 'zustand/vanilla';
import type { UnionView, WireFailure } from '../../preload/contract.ts';
import type { Overlay } from '../keys.ts';
import type { Meant } from './session-state.ts';
import type { CheckRef } from './verdict-at-hand.ts';

/** What the line under the numbers says last. */
export type CountNotice =
  | {
      readonly said: 'counted' | 'subtracted';
      readonly outcome: string;
      readonly union: string;
      readonly count: number;
      /** The last check's verdict went with it. */
      readonly checked: boolean;
    }
  | { readonly said: 'undone'; readonly outcome: string; readonly union: string }
  | { readonly said: 'switched'; readonly union: string }
  | { readonly said: 'held' | 'bounced' | 'settling' | 'no-union' | 'not-switched' };

/** What was not carried out: it stands until it is put away or until the same thing succeeds. */
export interface CountFailure {
  /** What was tried; the same for a second attempt at the same thing. */
  readonly tried: string;
  readonly error: WireFailure;
}

/** What was tried when practice was not entered, as `CountFailure` names it. */
export const TO_PRACTICE = 'practice';

/** A union as a sheet names it. */
export type UnionRef = Pick<UnionView, 'code' | 'name'>;

/** People to be counted, or taken off again (`why`). */
export interface Order {
  readonly union: UnionRef;
  readonly outcome: string;
  readonly reason: string | null;
  readonly count: number;
  readonly check?: CheckRef | null;
  /** Takes them off again, with this reason, for this day (`null`: today). */
  readonly minus?: { readonly why: string; readonly day: string | null };
  /** Names this attempt: the same again counts once. */
  readonly once: string;
}

/** People to be counted in the world for which the key went down. */
export interface Attempt {
  readonly order: Order;
  readonly meant: Meant;
  /** To be called when they are on disk. */
  readonly settle: () => void;
}

/** An attempt whose answer was lost: nobody can say whether it was written. Sent again under its name, it counts once. */
export interface Unanswered extends Attempt {
  readonly error: WireFailure;
  /** It is on its way once more. */
  readonly sending: boolean;
}

/** Where the sheet for a number of people begins. */
export interface SheetStart {
  readonly union: UnionRef;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly day: string | null;
}

export interface CountingState {
  readonly overlay: Overlay;
  /** The outcome whose reason is asked for, and the union it will be counted for. */
  readonly asking: { readonly outcome: string; readonly union: UnionView } | null;
  /** Beside each reason stands what puts it right. */
  readonly withCards: boolean;
  /** What the sheet for a batch or a correction starts from. */
  readonly sheet: SheetStart | null;
  /** Presses not yet on disk, by outcome: shown as waiting, never as counted. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly notice: CountNotice | null;
  readonly failure: CountFailure | null;
  /** Of every world that this window was in, oldest first: each waits until its own is open. */
  readonly unanswered: readonly Unanswered[];
}

/** Before anything was pressed. */
export const nothingCounted: CountingState = {
  overlay: 'none',
  asking: null,
  withCards: false,
  sheet: null,
  waiting: {},
  notice: null,
  failure: null,
  unanswered: [],
};

/** Attempts of the world with this folder that wait to be sent again, or are on their way once more. */
export const unansweredIn = (
  { unanswered }: Pick<CountingState, 'unanswered'>,
  folder: string | undefined,
): readonly Unanswered[] => unanswered.filter(({ meant }) => meant.folder === folder);

/** Whether the attempt of this name waits for an answer: it can only be sent again as it is, or left. */
export const isUnanswered = ({ unanswered }: Pick<CountingState, 'unanswered'>, once: string): boolean =>
  unanswered.some(({ order }) => order.once === once);

/** People of one union with one outcome, to be counted or (`minus`) taken off again. */
interface People {
  readonly union: string;
  readonly outcome: string;
  readonly minus: boolean;
  readonly count: number;
}

/** Who waits for an answer, oldest first: five presses for the same thing are five people, said once. */
export function waitingPeople(attempts: readonly Pick<Attempt, 'order'>[]): readonly People[] {
  const people = new Map<string, People>();
  for (const { order } of attempts) {
    const { union, outcome, count } = order;
    const minus = order.minus !== undefined;
    const same = JSON.stringify([union.code, outcome, minus]);
    people.set(same, { union: union.name, outcome, minus, count: count + (people.get(same)?.count ?? 0) });
  }
  return [...people.values()];
}

/** Says on the counting screen what became of what the hand did. */
export function noticesOf(store: StoreApi<CountingState>) {
  return {
    say: (notice: CountNotice | null) => store.setState({ notice }),
    fail: (tried: string, error: WireFailure) => store.setState({ notice: null, failure: { tried, error } }),
    succeed: (tried: string, notice: CountNotice) => {
      const { failure } = store.getState();
      store.setState({ notice, failure: failure?.tried === tried ? null : failure });
    },
  };
}
