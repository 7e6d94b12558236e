import { onTestFinished, vi } from 'vitest';
import { done, failed, type Result } from '../../src/core/base/result.ts';
import { type Phone, playRoom } from '../../src/core/practice/room.ts';
import type { Advert } from '../../src/core/radio/advert.ts';
import { type Checking, checkHandlers } from '../../src/main/check/check-session.ts';
import { nextVisitHandlers } from '../../src/main/practice/next-visit.ts';
import { advertOf, practiceRadio } from '../../src/main/radio/practice-radio.ts';
import { type Radio, stateKeeper } from '../../src/main/radio/radio.ts';
import type { Store } from '../../src/main/store/index.ts';
import type { Handlers } from '../../src/main/world/context.ts';
import { contextOf } from '../../src/main/world/open-context.ts';
import type { Push, PushBody, PushName } from '../../src/preload/contract.ts';
import { bluezone2020 } from './campaign.ts';
import { storyClock } from './clock.ts';
import { openedStore } from './store.ts';

const STEP_MS = 20;

/** A desk with a real store, a radio that hears what the story says, and time that moves when it is told to. */
export interface CheckDesk extends Omit<Checking, 'handlers'> {
  readonly handlers: Checking['handlers'] & Pick<Handlers, 'practice.next'>;
  readonly store: Store;
  readonly pushed: readonly Push[];
  /** The latest message of this name. */
  latest<N extends PushName>(name: N): PushBody<N>;
  /** Lets time pass in this room of phones; `act` happens in the middle, after so many seconds. */
  hears(phones: readonly Phone[], seconds: number, after?: number, act?: () => void): Promise<void>;
  /** Whether the iPhone that is asked answers as the app does. */
  answers: boolean;
  /** Addresses that were asked. */
  readonly asked: readonly string[];
}

/** In practice the room plays by itself: `hears` only lets time pass. */
export function checkDesk({ practice = false } = {}): CheckDesk {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const clock = storyClock();
  const store = openedStore(undefined, clock);
  const keeper = stateKeeper({ state: 'ready' });
  const pushed: Push[] = [];
  const asked: string[] = [];
  let ear: ((advert: Advert) => void) | null = null;
  let rooms = 0;

  const told: Radio = {
    kind: 'bluetooth',
    state: keeper.get,
    onState: keeper.on,
    probe: () => undefined,
    listen: (onAdvert) => {
      ear = onAdvert;
      keeper.set({ state: 'listening' });
      return () => {
        ear = null;
        keeper.set({ state: 'ready' });
      };
    },
    read: async (address): Promise<Result<void>> => {
      asked.push(address);
      return desk.answers ? done(undefined) : failed('phone-unread');
    },
    close: async () => undefined,
  };

  const radio = practice ? practiceRadio(clock, 2020) : told;
  const world = {
    name: practice ? 'practice' : 'real',
    campaign: bluezone2020(),
    store,
    radio,
    close: async () => undefined,
  } as const;
  const context = contextOf({
    world: () => world,
    clock,
    push: (message) => void pushed.push(structuredClone(message)),
  });
  const { handlers, stop } = checkHandlers(context);

  const desk: CheckDesk = {
    handlers: { ...handlers, ...nextVisitHandlers(context) },
    stop,
    store,
    pushed,
    asked,
    answers: true,
    latest: <N extends PushName>(name: N) => {
      const found = pushed.findLast((message) => message.name === name);
      if (found === undefined) throw new Error(`${name} was never pushed`);
      return found.body as PushBody<N>;
    },
    hears: async (phones, seconds, after = seconds, act) => {
      const air = playRoom(phones, ++rooms);
      const openedAt = clock.monotonic();
      let waiting = air.next();
      for (let passed = 0; passed < seconds * 1_000; passed += STEP_MS) {
        clock.pass(STEP_MS);
        const now = clock.monotonic() - openedAt;
        for (; !waiting.done && waiting.value.atMs <= now; waiting = air.next()) {
          ear?.(advertOf(waiting.value, openedAt));
        }
        await vi.advanceTimersByTimeAsync(STEP_MS);
        if (passed === after * 1_000) act?.();
      }
    },
  };
  return desk;
}
