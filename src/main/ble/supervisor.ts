import type { Advert } from '../../core/advert.ts';
import type { Clock } from '../../core/clock.ts';
import { never } from '../../core/outcome.ts';
import type { Absence } from '../../core/verdict.ts';
import type { FromRadio, RadioPort, StartRadioProcess } from './port.ts';
import { type Radio, stateKeeper } from './radio.ts';
import { fromWire } from './wire.ts';

/** Waits between restarts, milliseconds; the last one repeats. The first two fit into three seconds. */
const BACK_OFF_MS = [250, 1_500, 5_000, 15_000, 30_000];
/** A process that has not said it is alive for this long hangs. */
const SILENT_MS = 5_000;
/** An adapter that neither answers nor excuses itself in this time is not there for us. */
const START_MS = 10_000;
/** A process that lived this long has earned a fresh back-off. */
const STEADY_MS = 60_000;

/**
 * Keeps one radio process running while somebody needs it: starts it lazily, watches its heartbeat, restarts it
 * with back-off, and says in one word why there is no radio. Counting never waits for it.
 */
export function supervisedRadio(start: StartRadioProcess, clock: Pick<Clock, 'monotonic'>): Radio {
  const keeper = stateKeeper({ state: 'off' });
  let port: RadioPort | null = null;
  let onAdvert: ((advert: Advert) => void) | null = null;
  let failures = 0;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;
  let watchdog: NodeJS.Timeout | null = null;
  let startedAt = 0;
  /** The process's own last word on why it cannot listen. */
  let excuse: Absence | null = null;

  const watch = (ms: number): void => {
    if (watchdog !== null) clearTimeout(watchdog);
    watchdog = setTimeout(() => port?.kill(), ms);
  };

  const hear = (message: FromRadio): void => {
    switch (message.say) {
      case 'alive':
        // Until the adapter has answered once, the starting time stands.
        if (keeper.get().state !== 'starting') watch(SILENT_MS);
        return;
      case 'ready':
        excuse = null;
        watch(SILENT_MS);
        if (onAdvert === null) keeper.set({ state: 'ready' });
        return;
      case 'listening':
        excuse = null;
        keeper.set({ state: 'listening' });
        return;
      case 'resting':
        if (onAdvert === null && excuse === null) keeper.set({ state: 'ready' });
        return;
      case 'absent':
        excuse = message.reason;
        watch(SILENT_MS);
        keeper.set({ state: 'absent', reason: message.reason });
        return;
      case 'heard': {
        watch(SILENT_MS);
        const now = clock.monotonic();
        for (const wire of message.adverts) onAdvert?.(fromWire(wire, now));
        return;
      }
      default:
        never(message);
    }
  };

  const run = (): void => {
    if (port !== null || closed) return;
    if (retry !== null) clearTimeout(retry);
    retry = null;
    excuse = null;
    startedAt = clock.monotonic();
    keeper.set({ state: 'starting' });
    const mine = start();
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
    if (closed) return;
    if (clock.monotonic() - startedAt > STEADY_MS) failures = 0;
    keeper.set({ state: 'absent', reason: excuse ?? 'radio-failed' });
    const wait = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)];
    failures++;
    retry = setTimeout(run, wait);
    retry.unref();
  };

  /**
   * Ends the process as soon as nobody listens: the library keeps every address and payload it ever met, and goes on
   * showing services that a phone stopped sending. A new check begins with ears that know nobody.
   */
  const letGo = (): void => {
    const leaving = port;
    port = null;
    if (watchdog !== null) clearTimeout(watchdog);
    leaving?.kill();
    if (keeper.get().state === 'listening') keeper.set({ state: 'ready' });
  };

  return {
    kind: 'bluetooth',
    state: keeper.get,
    onState: keeper.on,
    probe: run,
    listen: (listener) => {
      onAdvert = listener;
      if (port === null) run();
      else port.send({ say: 'listen' });
      return () => {
        if (onAdvert !== listener) return;
        onAdvert = null;
        letGo();
      };
    },
    close: () =>
      new Promise((resolve) => {
        closed = true;
        if (retry !== null) clearTimeout(retry);
        if (watchdog !== null) clearTimeout(watchdog);
        if (port === null) return resolve();
        const leaving = port;
        port = null;
        leaving.onExit(() => resolve());
        leaving.kill();
      }),
  };
}
