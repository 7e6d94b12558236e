import type { UnionView, WireFailure } from '../../preload/contract.ts';
import type { Overlay } from '../keys.ts';
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
  /** The answer was lost: sends the same attempt once more, which counts once whatever became of the first. */
  readonly again: (() => void) | null;
}

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
  /** What the sheet for a batch or a correction starts from. */
  readonly sheet: SheetStart | null;
  /** Presses not yet on disk, by outcome: shown as waiting, never as counted. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly notice: CountNotice | null;
  readonly failure: CountFailure | null;
}

/** Before anything was pressed. */
export const nothingCounted: CountingState = {
  overlay: 'none',
  asking: null,
  sheet: null,
  waiting: {},
  notice: null,
  failure: null,
};
