import type { Clock } from '../../core/base/clock.ts';
import { done, failed, never, type Result } from '../../core/base/result.ts';
import type { Absence } from '../../core/radio/absence.ts';
import type { Advert } from '../../core/radio/advert.ts';
import type { RadioSignature } from '../../core/radio/signature-schema.ts';
import { fromWire } from './advert-wire.ts';
import { sendBeacon } from './beacon.ts';
import { READ_LIMIT_MS } from './gatt-read.ts';
import type { FromRadio, RadioPort, ReadAnswer, StartRadioProcess } from './protocol.ts';
import { type Radio, stateKeeper } from './radio.ts';
import { BackOff, Flapping, isWorn } from './restart-policy.ts';
import { endGently } from './stop-process.ts';

/** A process that has not said it is alive for this long hangs. */
const SILENT_MS = 5_000;
/** An adapter that neither answers nor excuses itself in this time is not there for us. */
const START_MS = 10_000;
/** A reading takes no longer than its limit; a process that says nothing by then says nothing at all. */
const READ_MS = READ_LIMIT_MS + 1_000;

/**
 * Keeps one radio process running while somebody needs it: starts it lazily, watches its heartbeat, restarts it
 * with back-off, replaces it when it is worn and nobody listens, and says in one word why there is no radio.
 * Counting never waits for it. Without a signature it only listens.
 */
export function supervisedRadio(
  start: StartRadioProcess,
  clock: Pick<Clock, 'monotonic'>,
  signature: RadioSignature | null = null,
): Radio {
  const keeper = stateKeeper({ state: 'off' });
  const backOff = new BackOff();
  let flapping = new Flapping();
  let port: RadioPort | null = null;
  let onAdvert: ((advert: Advert) => void) | null = null;
  let closed = false;
  /** The beacon while it is on the air. */
  let voice: Promise<unknown> | null = null;
  const closing = new AbortController();
  let retry: NodeJS.Timeout | null = null;
  let watchdog: NodeJS.Timeout | null = null;
  let startedAt = 0;
  let restedAt = 0;
  /** The adapter of the running process has answered once. */
  let answered = false;
  /** The process's own last word on why it cannot listen. */
  let excuse: Absence | null = null;
  /** Processes in a row that scanned and heard nothing at all. */
  let deaf = 0;
  /** The end that is coming was ordered from here. */
  let ordered = false;
  let reading: ((answer: ReadAnswer) => void) | null = null;

  const watch = (ms: number): void => {
    if (watchdog !== null) clearTimeout(watchdog);
    watchdog = setTimeout(() => port?.kill(), ms);
  };
  const absent = (reason: Absence): void => {
    excuse = reason;
    keeper.set({ state: 'absent', reason });
    if (flapping.says(false, clock.monotonic())) broken();
  };
  const there = (): void => {
    excuse = null;
    if (flapping.says(true, clock.monotonic())) broken();
  };
  /** An adapter that comes and goes: a fresh process after a pause, and the laptop is blamed meanwhile. */
  const broken = (): void => {
    excuse = 'radio-failed';
    port?.kill();
  };
  /** A fresh process instead of this one. Whoever listens hears of the gap; whoever does not, need not. */
  const renew = (): void => {
    ordered = true;
    if (onAdvert !== null) keeper.set({ state: 'absent', reason: 'radio-failed' });
    if (port !== null) void endGently(port);
  };

  const hear = (message: FromRadio): void => {
    if (message.say !== 'alive') answered = true;
    // Until the adapter has answered once, the starting time stands.
    if (answered) watch(SILENT_MS);
    switch (message.say) {
      case 'alive':
        if (
          onAdvert === null &&
          reading === null &&
          isWorn({ startedAt, restedAt, phones: message.phones, now: clock.monotonic() })
        ) {
          renew();
        }
        return;
      case 'ready':
        there();
        if (onAdvert === null && excuse === null) keeper.set({ state: 'ready' });
        return;
      case 'listening':
        there();
        // A radio that hears nothing is not called well because it says that it listens.
        if (onAdvert !== null && excuse === null && deaf < 2) keeper.set({ state: 'listening' });
        return;
      case 'resting':
        if (onAdvert === null && excuse === null) keeper.set({ state: 'ready' });
        return;
      case 'absent':
        absent(message.reason);
        return;
      case 'heard': {
        deaf = 0;
        if (onAdvert === null) return;
        if (excuse === null) keeper.set({ state: 'listening' });
        const now = clock.monotonic();
        for (const wire of message.adverts) onAdvert(fromWire(wire, now));
        return;
      }
      case 'deaf':
        deaf++;
        // Once, a fresh process may help; then a person must: switch it off and on, plug it in again.
        if (deaf === 1) renew();
        else keeper.set({ state: 'absent', reason: 'radio-failed' });
        return;
      case 'read':
        reading?.(message.answer);
        return;
      case 'advertising':
      case 'cannot-advertise':
        return;
      default:
        never(message);
    }
  };

  const run = (): void => {
    if (port !== null || closed || voice !== null) return;
    if (retry !== null) clearTimeout(retry);
    retry = null;
    excuse = null;
    answered = false;
    flapping = new Flapping();
    startedAt = clock.monotonic();
    restedAt = startedAt;
    if (keeper.get().state !== 'ready' || onAdvert !== null) keeper.set({ state: 'starting' });
    const mine = start('ears');
    port = mine;
    watch(START_MS);
    mine.onMessage((message) => {
      if (port === mine) hear(message);
    });
    mine.onExit(() => {
      if (port === mine) ended();
    });
    if (onAdvert !== null) mine.send({ say: 'listen' });
  };

  const ended = (): void => {
    port = null;
    if (watchdog !== null) clearTimeout(watchdog);
    reading?.('no-answer');
    if (closed) return;
    if (ordered) {
      ordered = false;
      run();
      return;
    }
    keeper.set({ state: 'absent', reason: excuse ?? 'radio-failed' });
    retry = setTimeout(run, backOff.next(clock.monotonic() - startedAt));
    retry.unref();
  };

  const read = async (address: string): Promise<Result<void>> => {
    const gatt = signature?.gatt;
    const talker = port;
    if (gatt === undefined || talker === null || reading !== null || keeper.get().state !== 'listening') {
      return failed('phone-unread');
    }
    const answer = await new Promise<ReadAnswer>((resolve) => {
      const limit = setTimeout(() => resolve('no-answer'), READ_MS);
      reading = (said) => {
        clearTimeout(limit);
        resolve(said);
      };
      talker.send({ say: 'read', address, gatt });
    });
    reading = null;
    return answer === 'confirmed' ? done(undefined) : failed('phone-unread');
  };

  /** The adapter can listen or speak, not both: the ears make place and come back. */
  const beacon = async (seconds: number, stop: AbortSignal): Promise<Result<void>> => {
    if (signature === null || closed || voice !== null) return failed('beacon-unsupported');
    const before = port;
    port = null;
    if (watchdog !== null) clearTimeout(watchdog);
    if (retry !== null) clearTimeout(retry);
    const speak = async (): Promise<Result<void>> => {
      if (before !== null) await endGently(before);
      return sendBeacon(start, signature, seconds, AbortSignal.any([stop, closing.signal]));
    };
    const speaking = speak();
    voice = speaking;
    const sent = await speaking;
    voice = null;
    if (before !== null || onAdvert !== null) run();
    return sent;
  };

  return {
    kind: 'bluetooth',
    state: keeper.get,
    onState: keeper.on,
    probe: run,
    listen: (listener) => {
      onAdvert = listener;
      deaf = 0;
      if (port === null) run();
      else port.send({ say: 'listen' });
      return () => {
        if (onAdvert !== listener) return;
        onAdvert = null;
        restedAt = clock.monotonic();
        port?.send({ say: 'rest' });
      };
    },
    read,
    beacon,
    close: async () => {
      closed = true;
      closing.abort();
      if (retry !== null) clearTimeout(retry);
      if (watchdog !== null) clearTimeout(watchdog);
      const leaving = port;
      port = null;
      reading?.('no-answer');
      await Promise.all([leaving === null ? null : endGently(leaving), voice]);
    },
  };
}
