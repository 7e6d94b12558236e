import { type Advert, knownRssi, readAdStructures } from '../../core/advert.ts';
import type { Clock } from '../../core/clock.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import type { PhoneKind } from '../../core/phones.ts';
import { type Emission, type Phone, playRoom } from '../../core/room.ts';
import { type Radio, stateKeeper } from './radio.ts';

/** How strongly a phone held to the laptop is heard, dBm: iPhones send more strongly. */
const HELD = { android: -40, iphone: -31 } as const;

/** The hand needs a moment to bring the phone to the laptop. */
const HELD_AFTER_MS = 400;

const held = (kind: PhoneKind): Phone => ({
  kind,
  rssi: kind.startsWith('iphone') ? HELD.iphone : HELD.android,
  from: HELD_AFTER_MS,
});

/** Others in the queue and around: never near enough to be taken for the phone in hand. */
const crowd: readonly Phone[] = [
  { kind: 'android-open', rssi: -78 },
  { kind: 'android-background', rssi: -74 },
  { kind: 'android-background', rssi: -88 },
  { kind: 'android-later', rssi: -82 },
  { kind: 'app-ibeacon', rssi: -70 },
  { kind: 'android-old', rssi: -86 },
  { kind: 'iphone-open', rssi: -76 },
  { kind: 'iphone-background', rssi: -80 },
  { kind: 'exposure', rssi: -60 },
  { kind: 'ibeacon', rssi: -58 },
  { kind: 'headset', rssi: -52 },
  { kind: 'headset', rssi: -64 },
  { kind: 'lookalike', rssi: -50 },
];

/** Without the app in hand, the queue keeps its distance, so that a beginner sees what silence looks like. */
const strangers: readonly Phone[] = crowd.filter(
  ({ kind }) => !kind.startsWith('android') && !kind.startsWith('iphone'),
);

/** The practice queue: who stands at the booth at each check, in turn. */
const visits: readonly (readonly Phone[])[] = [
  [...crowd, held('android-open')],
  [...crowd, held('iphone-open')],
  [...crowd, held('android-background')],
  // A phone without the app.
  strangers,
  [...crowd, held('android-old')],
  [...crowd, held('iphone-background')],
  // The next in the queue leans in.
  [...crowd, held('android-open'), { kind: 'android-open', rssi: HELD.android - 4 }],
  // A hand's width too far away.
  [...crowd, { kind: 'android-open', rssi: -62 }],
];

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
  let rest: (() => void) | null = null;
  /** Addresses of iPhones of this visit that would answer. */
  const answering = new Set<string>();

  /** Like the real one: ten seconds at most, and says only whether the answer was as it must be. */
  const read = async (address: string): Promise<Outcome<void>> => {
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    return answering.has(address) ? done(undefined) : failed('phone-unread');
  };

  const listen = (onAdvert: (advert: Advert) => void): (() => void) => {
    rest?.();
    const phones = visits[turn % visits.length] ?? strangers;
    const air = playRoom(phones, seed + turn);
    turn++;
    answering.clear();
    const openedAt = clock.monotonic();
    let waiting = air.next();
    const beat = setInterval(() => {
      const now = clock.monotonic() - openedAt;
      while (!waiting.done && waiting.value.atMs <= now) {
        const { phone, address } = waiting.value;
        if (phones[phone]?.kind === 'iphone-background') answering.add(address);
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
