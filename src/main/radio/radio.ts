import type { Result } from '../../core/base/result.ts';
import type { Visit } from '../../core/practice/visits.ts';
import type { Absence } from '../../core/radio/absence.ts';
import type { Advert } from '../../core/radio/advert.ts';

/** What a radio is doing, or why it cannot be used: six different answers to a person, not one error. */
export type RadioState =
  | { readonly state: 'off' }
  | { readonly state: 'starting' }
  /** The adapter answers; nobody listens. */
  | { readonly state: 'ready' }
  | { readonly state: 'listening' }
  | { readonly state: 'absent'; readonly reason: Absence };

/** In practice somebody says who comes next. */
export interface Rehearsal {
  /** Who comes at every check from now on; `null`: the usual queue, in turn. */
  expect(visit: Visit | null): void;
  expected(): Visit | null;
  /** At the next listening a colleague lays a phone on the mark and carries it away in time. */
  expectCalibration(): void;
}

/**
 * Ears. Implemented by the supervised radio process, by the practice room, and by nothing at all. Adverts
 * carry the time of `Clock.monotonic`.
 */
export interface Radio {
  readonly kind: 'bluetooth' | 'practice' | 'none';
  state(): RadioState;
  onState(listener: (state: RadioState) => void): () => void;
  /** Finds out whether there is an adapter, without listening. The answer comes as a state. */
  probe(): void;
  /** Listens until the returned function is called. One listener at a time. */
  listen(onAdvert: (advert: Advert) => void): () => void;
  /**
   * Asks the phone at this address, heard in this listening, for its one characteristic (an iPhone in the
   * background) and hangs up. Ten seconds at most; nobody else is heard meanwhile, and listening goes on
   * afterwards. Says only whether the answer came and was as long as it must be: the answer itself never
   * leaves the radio. Fails with `phone-unread`, which says nothing against the phone.
   */
  read?(address: string): Promise<Result<void>>;
  /**
   * Puts the reference beacon on the air until the returned promise is done: after `seconds` (60 at most) or
   * when `stop` is aborted. Fails with `beacon-unsupported` where the platform cannot, `radio-absent` without
   * an adapter.
   */
  beacon?(seconds: number, stop: AbortSignal): Promise<Result<void>>;
  /** Only where the phones are make-believe. */
  readonly rehearsal?: Rehearsal;
  close(): Promise<void>;
}

/** Keeps a radio's state and tells whoever wants to know, once per change. */
export function stateKeeper(initial: RadioState): {
  get: () => RadioState;
  set: (next: RadioState) => void;
  on: (listener: (state: RadioState) => void) => () => void;
} {
  let current = initial;
  const listeners = new Set<(state: RadioState) => void>();
  return {
    get: () => current,
    set: (next) => {
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      for (const listener of [...listeners]) listener(next);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** No ears, by choice: counting by hand works all the same. */
export function noRadio(): Radio {
  const state: RadioState = { state: 'absent', reason: 'no-radio' };
  return {
    kind: 'none',
    state: () => state,
    onState: () => () => undefined,
    probe: () => undefined,
    listen: () => () => undefined,
    close: async () => undefined,
  };
}

/** Which radio a person asked for at the start. */
export type RadioMode = 'auto' | 'bluetooth' | 'practice' | 'none';
