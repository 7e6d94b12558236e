import { pickOf } from '../keys.ts';
import { createRepeatGuard, type Judgement, REPEAT_MS } from './repeat-guard.ts';

/** After a digit has switched the union, digits that follow this closely are the rest of a code, not people, ms. */
export const SETTLE_MS = 700;

/** A finger on a list or on what opens one; on an outcome: this, a blank, and the outcome's code. */
export const TOUCH = 'touch';

export const isTouch = (source: string): boolean => source.startsWith(`${TOUCH} `);

/** Tells the presses that are meant for a person from those that a worn key, a shaking finger or a typed code adds. */
export interface PressGuard {
  /** Whether this press counts a person. Times are on one clock, ms. */
  readonly ofPerson: (source: string, at: number, repeat: boolean) => Judgement | 'settling';
  /** Whether a key or finger that does something else was really pressed; it shares one guard with `ofPerson`. */
  readonly isFresh: (source: string, at: number) => boolean;
  /** A digit has switched the union. */
  readonly switchedBy: (digitAt: number) => void;
  /** An Enter has sent the sheet. */
  readonly sheetSent: (at: number) => void;
  /** Whether the Enter at `at` is another one than that which has sent the last sheet. */
  readonly opensSheet: (at: number) => boolean;
}

export function createPressGuard(): PressGuard {
  const guard = createRepeatGuard();
  let settlesAt = Number.NEGATIVE_INFINITY;
  let sheetSentAt = Number.NEGATIVE_INFINITY;
  /** When a finger has opened or left a list: what lies under it now is something else. */
  let listTouchedAt = Number.NEGATIVE_INFINITY;
  return {
    ofPerson: (source, at, repeat) => {
      sheetSentAt = Number.NEGATIVE_INFINITY;
      if (pickOf(source) !== null && at < settlesAt) {
        settlesAt = at + SETTLE_MS;
        return 'settling';
      }
      if (isTouch(source) && at - listTouchedAt < REPEAT_MS) return 'bounced';
      return guard(source, at, repeat);
    },
    isFresh: (source, at) => {
      const fresh = guard(source, at, false) === 'fresh';
      if (fresh && source === TOUCH) listTouchedAt = at;
      return fresh;
    },
    switchedBy: (digitAt) => {
      settlesAt = digitAt + SETTLE_MS;
    },
    sheetSent: (at) => {
      sheetSentAt = at;
    },
    opensSheet: (at) => at - sheetSentAt >= REPEAT_MS,
  };
}
