import { Check, type CheckResultCore } from '../../src/core/check/check.ts';
import { type Phone, playRoom } from '../../src/core/practice/room.ts';
import type { Advert } from '../../src/core/radio/advert.ts';
import { advertOf } from '../../src/main/radio/practice-radio.ts';
import { heard, signature, vectors } from './adverts.ts';

/** The Kit asks ten times a second. */
const ASK_MS = 100;

/** A check whose time moves as the story tells it. */
export interface ToldCheck {
  readonly check: Check;
  /** Lets time pass while these phones are on the air; stops at the verdict. */
  hears(phones: readonly Phone[], seconds: number): CheckResultCore | null;
  /** Lets time pass with nobody on the air. */
  waits(seconds: number): CheckResultCore | null;
  /** Adverts at times counted from now, then the question. */
  gets(adverts: readonly Advert[]): CheckResultCore | null;
  /** Milliseconds since the check began. */
  readonly now: number;
}

export function toldCheck({ timeout = 45, gateShiftDb = 0, seed = 1 } = {}): ToldCheck {
  const check = new Check({ signature, timeout, gateShiftDb }, 0);
  check.listening(0);
  let now = 0;
  let rooms = 0;
  const play = (adverts: Iterator<Advert>, seconds: number): CheckResultCore | null => {
    const end = now + seconds * 1_000;
    let waiting = adverts.next();
    while (now < end) {
      now += ASK_MS;
      for (; !waiting.done && waiting.value.at <= now; waiting = adverts.next()) check.hear(waiting.value);
      const result = check.verdict(now);
      if (result !== null) return result;
    }
    return null;
  };
  return {
    check,
    hears: (phones, seconds) => play(advertsIn(phones, seed + rooms++, now), seconds),
    waits: (seconds) => play([].values(), seconds),
    gets: (adverts) => {
      const from = now;
      const last = adverts.at(-1)?.at ?? 0;
      return play(
        adverts.map((advert) => ({ ...advert, at: from + advert.at })).values(),
        (Math.floor(last / ASK_MS) + 1) / (1_000 / ASK_MS),
      );
    },
    get now() {
      return now;
    },
  };
}

function* advertsIn(phones: readonly Phone[], seed: number, openedAt: number): Generator<Advert> {
  for (const emission of playRoom(phones, seed)) yield advertOf(emission, openedAt);
}

/** Holds a check in a room of phones until it says a verdict. */
export function checkIn(
  phones: readonly Phone[],
  options: { timeout?: number; gateShiftDb?: number; seed?: number } = {},
): CheckResultCore {
  const result = toldCheck(options).hears(phones, 130);
  if (result === null) throw new Error('no verdict in two minutes');
  return result;
}

/** So many packets of one phone, evenly spaced, at one strength: that of a phone held to the laptop, if none is said. */
export const packets = (
  count: number,
  every: number,
  more: Partial<Advert> & { vector?: keyof typeof vectors } = {},
): Advert[] => {
  const { vector = 'V1', at = 0, ...rest } = { rssi: -40, ...more };
  return Array.from({ length: count }, (_, n) => heard(vectors[vector], { ...rest, at: at + n * every }));
};

/** What a queue usually brings along. */
export const queue: readonly Phone[] = [
  { kind: 'android-open', rssi: -85 },
  { kind: 'android-background', rssi: -76 },
  { kind: 'iphone-open', rssi: -78 },
  { kind: 'iphone-background', rssi: -82 },
  { kind: 'exposure', rssi: -40 },
  { kind: 'headset', rssi: -45 },
];
