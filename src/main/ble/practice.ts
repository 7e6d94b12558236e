import { type Advert, readAdStructures } from '../../core/advert.ts';
import type { Clock } from '../../core/clock.ts';
import { type Emission, type Phone, type PhoneKind, playRoom } from '../../core/room.ts';
import { type Radio, stateKeeper } from './radio.ts';

/** The practice queue: who stands at the booth at each check, in turn. `null`: a phone without the app. */
const inHand: readonly (PhoneKind | null)[] = [
  'android-open',
  'iphone-open',
  'android-background',
  null,
  'android-old',
  'iphone-background',
];

/** Others in the queue and around: never near enough to be taken for the phone in hand. */
const crowd: readonly Phone[] = [
  { kind: 'android-open', rssi: -84 },
  { kind: 'android-background', rssi: -88 },
  { kind: 'iphone-open', rssi: -86 },
  { kind: 'exposure', rssi: -60 },
  { kind: 'ibeacon', rssi: -58 },
  { kind: 'headset', rssi: -52 },
  { kind: 'lookalike', rssi: -70 },
];

/** Without the app in hand, the queue keeps its distance, so that a beginner sees what silence looks like. */
const strangers: readonly Phone[] = crowd.filter(
  (phone) => !phone.kind.startsWith('android') && !phone.kind.startsWith('iphone'),
);

const HELD_RSSI = -46;
/** The hand needs a moment to bring the phone to the laptop. */
const HELD_AFTER_MS = 400;
const BEAT_MS = 50;

/**
 * A seeded room of phones behind the same interface as the real radio: for training, demos and tests. Plays
 * in real time, so that a check feels as it will at the gate.
 */
export function practiceRadio(clock: Pick<Clock, 'monotonic'>, seed: number): Radio {
  const keeper = stateKeeper({ state: 'ready' });
  let turn = 0;
  let rest: (() => void) | null = null;

  const listen = (onAdvert: (advert: Advert) => void): (() => void) => {
    rest?.();
    const held = inHand[turn % inHand.length] ?? null;
    const phones: Phone[] =
      held === null ? [...strangers] : [...crowd, { kind: held, rssi: HELD_RSSI, from: HELD_AFTER_MS }];
    const air = playRoom(phones, seed + turn);
    turn++;
    const openedAt = clock.monotonic();
    let waiting = air.next();
    const beat = setInterval(() => {
      const now = clock.monotonic() - openedAt;
      while (!waiting.done && waiting.value.atMs <= now) {
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
    close: async () => rest?.(),
  };
}

/** A packet of the room as the kit hears it. */
export function advertOf(emission: Emission, openedAt: number): Advert {
  const packets = emission.scanResponse === null ? [emission.adv] : [emission.adv, emission.scanResponse];
  return {
    at: openedAt + emission.atMs,
    address: emission.address,
    rssi: emission.rssi,
    connectable: emission.pduType === 'ADV_IND',
    ...readAdStructures(...packets),
  };
}
