import type { Clock } from '../../core/base/clock.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { type Emission, playRoom } from '../../core/practice/room.ts';
import { calibrationScene, type Scene, sceneOf, usualQueue, type Visit } from '../../core/practice/visits.ts';
import { type Advert, knownRssi, readAdStructures } from '../../core/radio/advert.ts';
import { type Radio, stateKeeper } from './radio.ts';

/** The answer of an iPhone in the background takes about this long. */
const ANSWER_MS = 900;
const BEAT_MS = 50;

/**
 * A seeded room of phones behind the same interface as the real radio: for training, demos and tests. Plays
 * in real time, so that a check feels as it will at the gate.
 */
export function practiceRadio(clock: Pick<Clock, 'monotonic'>, seed: number): Radio {
  const keeper = stateKeeper({ state: 'ready' });
  let turn = 0;
  let chosen: Visit | null = null;
  let special: Scene | null = null;
  let rest: (() => void) | null = null;
  /** Addresses of iPhones of this visit that would answer. */
  const answering = new Set<string>();

  const nextScene = (): Scene => {
    const scene = special ?? sceneOf(chosen ?? usualQueue[turn % usualQueue.length] ?? 'no-app');
    special = null;
    return scene;
  };

  /** Like the real one: ten seconds at most, and says only whether the answer was as it must be. */
  const read = async (address: string): Promise<Result<void>> => {
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    return answering.has(address) ? done(undefined) : failed('phone-unread');
  };

  /** Nothing goes on the air in practice; it lasts as long as the real one. */
  const beacon = (seconds: number, stop: AbortSignal): Promise<Result<void>> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        resolve(done(undefined));
      };
      const timer = setTimeout(end, seconds * 1_000);
      stop.addEventListener('abort', end);
    });

  const listen = (onAdvert: (advert: Advert) => void): (() => void) => {
    rest?.();
    const { phones, answers, lost } = nextScene();
    const air = playRoom(phones, seed + turn);
    turn++;
    answering.clear();
    const openedAt = clock.monotonic();
    let waiting = air.next();
    const beat = setInterval(() => {
      const now = clock.monotonic() - openedAt;
      if (lost !== null && now >= lost.afterMs) return keeper.set({ state: 'absent', reason: lost.reason });
      while (!waiting.done && waiting.value.atMs <= now) {
        const { phone, address } = waiting.value;
        if (answers && phones[phone]?.kind === 'iphone-background') answering.add(address);
        onAdvert(advertOf(waiting.value, openedAt));
        waiting = air.next();
      }
    }, BEAT_MS);
    keeper.set({ state: 'listening' });
    rest = () => {
      clearInterval(beat);
      rest = null;
      keeper.set({ state: 'ready' });
    };
    return () => rest?.();
  };

  return {
    kind: 'practice',
    state: keeper.get,
    onState: keeper.on,
    probe: () => undefined,
    listen,
    read,
    beacon,
    rehearsal: {
      expect: (visit) => {
        chosen = visit;
      },
      expected: () => chosen,
      expectCalibration: () => {
        special = calibrationScene;
      },
    },
    close: async () => rest?.(),
  };
}

/** A packet of the room as the kit hears it. */
export function advertOf(emission: Emission, openedAt: number): Advert {
  const packets = emission.scanResponse === null ? [emission.adv] : [emission.adv, emission.scanResponse];
  return {
    at: openedAt + emission.atMs,
    address: emission.address,
    rssi: knownRssi(emission.rssi),
    connectable: emission.pduType === 'ADV_IND',
    ...readAdStructures(...packets),
  };
}
