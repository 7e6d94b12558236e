/**
 * The radio process. Native Bluetooth code may crash, hang or grow; here it can do so without touching the
 * counting. Writes nothing anywhere: no log, no file.
 */
import type { Advert } from '../../core/advert.ts';
import { absenceOfError, type NobleRadio, startNoble } from './noble-radio.ts';
import type { FromRadio, ToRadio } from './port.ts';
import { toWire } from './wire.ts';

/** Adverts travel in batches: often enough for a verdict within the second, rare enough for a crowd. */
const BATCH_MS = 60;
const HEARTBEAT_MS = 1_000;

interface ParentPort {
  postMessage(message: FromRadio): void;
  on(event: 'message', listener: (event: { data: ToRadio }) => void): void;
}

/** Electron's utility process has a parent port; a Node child has an IPC channel. */
const { parentPort } = process as unknown as { parentPort?: ParentPort };

function say(message: FromRadio): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message);
}

function hearOrders(listener: (message: ToRadio) => void): void {
  if (parentPort !== undefined) parentPort.on('message', ({ data }) => listener(data));
  else process.on('message', listener);
}

const leave = (error: unknown): void => {
  say({ say: 'absent', reason: absenceOfError(error) });
  process.exitCode = 1;
  setImmediate(() => process.exit(1));
};
process.on('uncaughtException', leave);
process.on('unhandledRejection', leave);
// A kit that died must not leave an ear behind.
process.on('disconnect', () => process.exit(0));
setInterval(() => say({ say: 'alive' }), HEARTBEAT_MS);

const monotonic = (): number => performance.now();
let batch: Advert[] = [];
let sending: NodeJS.Timeout | null = null;

function send(): void {
  sending = null;
  const now = monotonic();
  say({ say: 'heard', adverts: batch.map((advert) => toWire(advert, now)) });
  batch = [];
}

let radio: NobleRadio | null = null;
let opening = false;
let listening = false;

/** Opens the adapter, or says why not; asked again at every order to listen, since adapters are plugged in later. */
async function open(): Promise<void> {
  if (radio !== null || opening) return;
  opening = true;
  try {
    radio = await startNoble(
      {
        onReady: () => say({ say: 'ready' }),
        onListening: () => say({ say: 'listening' }),
        onResting: () => say({ say: 'resting' }),
        onAbsent: (reason) => say({ say: 'absent', reason }),
        onAdvert: (advert) => {
          batch.push(advert);
          if (sending === null) sending = setTimeout(send, BATCH_MS);
        },
      },
      monotonic,
    );
  } finally {
    opening = false;
  }
  if (listening) radio?.listen();
}

hearOrders((order) => {
  switch (order.say) {
    case 'listen':
      listening = true;
      if (radio === null) void open();
      else radio.listen();
      return;
    case 'rest':
      listening = false;
      radio?.rest();
      return;
    case 'end':
      process.exit(0);
  }
});
void open();
