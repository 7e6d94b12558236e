import { never } from '../../core/base/result.ts';
import type { Absence } from '../../core/radio/absence.ts';
import type { Advert } from '../../core/radio/advert.ts';
import { toWire } from './advert-wire.ts';
import { linuxAbsence, linuxAdapterEntries, mayUseRawAdapter } from './linux-adapter.ts';
import { backendHere, loadNoble } from './noble-radio.ts';
import { hearOrders, leave, say } from './parent-port.ts';
import { takeRadioLock } from './radio-lock.ts';
import { absenceOfError, type Listening, listenWith } from './scanner.ts';

/** Adverts travel in batches: often enough for a verdict within the second, rare enough for a crowd. */
const BATCH_MS = 60;
const HEARTBEAT_MS = 1_000;
/** The watch over the scan, and over adapters that are plugged in and pulled. */
const TICK_MS = 500;
/**
 * An adapter that noble met while it was still coming up is called unsupported for good; a fresh process asks again.
 * One that is too old says so again, as seldom as the back-off lets it.
 */
const ASK_AGAIN_MS = 2_000;

const monotonic = (): number => performance.now();
const adapters = (): readonly string[] => (process.platform === 'linux' ? linuxAdapterEntries() : []);

/** Opens the adapter as soon as there is one and nobody else has it, listens when told to, and says what it hears. */
export function listenOnOrder(): void {
  let listening: Listening | null = null;
  let wanted = false;
  let opening = false;
  let said: Absence | null = null;
  let saidAt = 0;
  /** The adapters that were there when noble chose one of them. */
  let chosenFrom: readonly string[] = [];
  const tell = batching();

  const absent = (reason: Absence): void => {
    // Linux tells a pulled stick from a switched-off one; noble calls both by one name.
    said = (process.platform === 'linux' ? linuxAbsence() : null) ?? reason;
    saidAt = monotonic();
    say({ say: 'absent', reason: said });
  };

  /** What stands in the way, asked again and again: sticks are plugged in, services started, windows closed. */
  const obstacle = async (): Promise<Absence | null> => {
    if (process.platform === 'linux') {
      const absence = linuxAbsence();
      if (absence !== null) return absence;
      if (backendHere() === 'raw' && !mayUseRawAdapter()) return 'no-permission';
    }
    return (await takeRadioLock()) === null ? 'taken' : null;
  };

  const open = async (): Promise<void> => {
    const absence = await obstacle();
    if (absence !== null) {
      if (said !== absence) absent(absence);
      return;
    }
    said = null;
    chosenFrom = adapters();
    const { noble, backend } = await loadNoble(backendHere());
    listening = listenWith(
      noble,
      backend,
      {
        onReady: () => {
          said = null;
          say({ say: 'ready' });
        },
        onListening: () => {
          said = null;
          say({ say: 'listening' });
        },
        onResting: () => say({ say: 'resting' }),
        onAbsent: absent,
        onStuck: () => leave({ say: 'absent', reason: 'radio-failed' }, 1),
        onDeaf: () => say({ say: 'deaf' }),
        onAdvert: tell,
      },
      monotonic,
    );
    if (wanted) listening.listen();
  };

  const tick = (): void => {
    if (listening !== null) {
      listening.tick(monotonic());
      // Linux only: a backend whose adapter was pulled from under it does not find the next one. A fresh process
      // does; it also tries an adapter that was plugged in beside one that gives nothing.
      const now = adapters();
      const pulled = chosenFrom.some((adapter) => !now.includes(adapter));
      const another = said !== null && now.length > chosenFrom.length;
      const doubtful = process.platform === 'linux' && said === 'unsupported' && monotonic() - saidAt > ASK_AGAIN_MS;
      if (pulled || another || doubtful) {
        leave({ say: 'absent', reason: linuxAbsence() ?? said ?? 'no-adapter' }, 0);
      }
      return;
    }
    if (opening) return;
    opening = true;
    open()
      .catch((error: unknown) => leave({ say: 'absent', reason: absenceOfError(error) }, 1))
      .finally(() => {
        opening = false;
      });
  };

  hearOrders((order) => {
    switch (order.say) {
      case 'listen':
        wanted = true;
        listening?.listen();
        return;
      case 'rest':
        wanted = false;
        if (listening === null) say({ say: 'resting' });
        else listening.rest();
        return;
      case 'read':
        void (listening?.read(order.address, order.gatt) ?? Promise.resolve('not-heard' as const)).then((answer) =>
          say({ say: 'read', answer }),
        );
        return;
      case 'advertise':
        say({ say: 'cannot-advertise' });
        return;
      case 'end':
        process.exit(0);
        break;
      default:
        never(order);
    }
  });
  setInterval(() => say({ say: 'alive', phones: listening?.phones ?? 0 }), HEARTBEAT_MS);
  setInterval(tick, TICK_MS);
  tick();
}

/** Collects adverts and sends them together. */
function batching(): (advert: Advert) => void {
  let batch: Advert[] = [];
  const send = (): void => {
    const now = monotonic();
    say({ say: 'heard', adverts: batch.map((advert) => toWire(advert, now)) });
    batch = [];
  };
  return (advert) => {
    if (batch.push(advert) === 1) setTimeout(send, BATCH_MS);
  };
}
