import type { Absence } from '../../core/radio/absence.ts';
import type { Advert } from '../../core/radio/advert.ts';
import { copyAdvert } from './copy-advert.ts';
import { readOnce } from './gatt-read.ts';
import { Phones, SWEEP_MS } from './heard-phones.ts';
import type { Bluez } from './noble-bluez.ts';
import type { Noble } from './noble-types.ts';
import type { GattTarget, ReadAnswer } from './protocol.ts';
import { type Remedy, ScanWatch } from './scan-watch.ts';

export interface ListeningEvents {
  onReady(): void;
  onListening(): void;
  onResting(): void;
  onAbsent(reason: Absence): void;
  /** Everything that can be tried from here was tried: only a fresh process can help. */
  onStuck(): void;
  /** The adapter says that it scans, and nothing comes. */
  onDeaf(): void;
  onAdvert(advert: Advert): void;
}

export interface Listening {
  listen(): void;
  rest(): void;
  /** Reads one phone and goes on listening. The promise never rejects. */
  read(address: string, gatt: GattTarget): Promise<ReadAnswer>;
  /** Phones that the library has not forgotten. */
  readonly phones: number;
  /** Between its ticks; `now` in monotonic milliseconds. */
  tick(now: number): void;
}

export interface Backend {
  /** Keeps its phones where no script reaches them (Windows, macOS). */
  readonly native: boolean;
  /** The go-between where BlueZ owns the adapter. */
  readonly bluez: Bluez | null;
}

/** How long another program may have the scan after it has fought for it. */
const TRUCE_MS = 3_000;

/** What noble's adapter states mean to a person. */
function absenceOf(state: string): Absence | null {
  switch (state) {
    case 'poweredOff':
      return 'powered-off';
    case 'unauthorized':
      return 'no-permission';
    case 'unsupported':
      return 'unsupported';
    default:
      return null;
  }
}

type Phase = 'idle' | 'starting' | 'scanning' | 'stopping' | 'reading';

/**
 * Scans everything with duplicates on (filters differ between platforms, so the kit filters itself) for as long
 * as somebody wants to hear, and brings the scan back whenever it ends without an order. Monotonic milliseconds.
 */
export function listenWith(
  noble: Noble,
  backend: Backend,
  events: ListeningEvents,
  monotonic: () => number,
): Listening {
  const watch = new ScanWatch();
  const phones = new Phones(noble, backend.native);
  let wanted = false;
  let phase: Phase = 'idle';
  let truceUntil = 0;
  let sweptAt = 0;
  /** Waits for the scan to have stopped, so that a phone can be read. */
  let quiet: (() => void) | null = null;

  const scan = (): void => {
    const now = monotonic();
    if (!wanted || phase !== 'idle' || quiet !== null || noble.state !== 'poweredOn' || now < truceUntil) return;
    phase = 'starting';
    watch.ordered(now);
    noble.startScanningAsync([], true).catch((error: unknown) => {
      if (phase !== 'starting') return;
      phase = 'idle';
      events.onAbsent(absenceOfError(error));
    });
  };
  const stop = (): void => {
    phase = 'stopping';
    watch.ordered(monotonic());
    noble.stopScanning();
  };
  /** The scan has ended: for a read, for good, or to be started anew. */
  const settled = (): void => {
    phase = 'idle';
    if (!wanted || quiet !== null) watch.rests();
    quiet?.();
    if (wanted) scan();
    else if (quiet === null) events.onResting();
  };

  const cure = (remedy: Remedy): void => {
    switch (remedy) {
      case 'none':
        return;
      case 'restart-scan':
        if (phase === 'starting' || phase === 'scanning') stop();
        return;
      case 'taken':
        truceUntil = monotonic() + TRUCE_MS;
        events.onAbsent('taken');
        return;
      case 'deaf':
        events.onDeaf();
        return;
      case 'stuck':
        events.onStuck();
    }
  };

  noble.on('scanStart', () => {
    if (phase !== 'starting') return;
    phase = 'scanning';
    watch.scans(monotonic());
    backend.bluez?.keepFresh(() => phase === 'scanning');
    events.onListening();
  });
  noble.on('scanStop', () => {
    if (phase === 'stopping') settled();
    else if (phase === 'starting' || phase === 'scanning') {
      // Another program stopped the scan, or the driver did; whoever wanted to listen still does.
      phase = 'idle';
      cure(watch.stopped(monotonic()));
      scan();
    }
  });
  noble.on('discover', (phone) => {
    // BlueZ hands out its cache while a scan starts; what comes then was not heard now.
    const heard = backend.bluez === null || (backend.bluez.isPacket(phone) && phase === 'scanning');
    if (!wanted || !heard) return;
    const now = monotonic();
    watch.heard(now);
    const advert = copyAdvert(phone, now);
    phones.hear(advert.address, phone, now);
    events.onAdvert(advert);
  });
  noble.on('stateChange', (state) => {
    if (phase !== 'reading') phase = 'idle';
    watch.rests();
    quiet?.();
    const absence = absenceOf(state);
    if (absence !== null) events.onAbsent(absence);
    else if (state === 'poweredOn') {
      events.onReady();
      scan();
    }
  });

  const read = async (address: string, gatt: GattTarget): Promise<ReadAnswer> => {
    const phone = phones.find(address);
    if (phone === null || quiet !== null) return 'not-heard';
    // An adapter that scans does not connect; noble would stop the scan itself, and the watch would start it again.
    await new Promise<void>((resolve) => {
      quiet = resolve;
      if (phase === 'scanning' || phase === 'starting') stop();
      else resolve();
    });
    phase = 'reading';
    const answer = await readOnce(phone, gatt);
    phase = 'idle';
    quiet = null;
    if (wanted) scan();
    else events.onResting();
    return answer;
  };

  return {
    listen: () => {
      wanted = true;
      scan();
    },
    rest: () => {
      wanted = false;
      if (phase === 'scanning' || phase === 'starting') stop();
      else if (phase === 'idle') events.onResting();
      // The library goes on showing services that a phone stopped sending: the next check begins with nobody known.
      phones.forgetAll();
    },
    read,
    get phones() {
      return phones.held;
    },
    tick: (now) => {
      cure(watch.look(now));
      if (phase === 'idle') scan();
      if (now - sweptAt >= SWEEP_MS) {
        sweptAt = now;
        phones.forget(now);
      }
    },
  };
}

/** What an error thrown by a Bluetooth library means to a person. */
export function absenceOfError(error: unknown): Absence {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EPERM' || code === 'EACCES' || /permission|not permitted/i.test(message ?? '')) return 'no-permission';
  if (code === 'EBUSY' || /busy/i.test(message ?? '')) return 'taken';
  if (code === 'ENODEV' || code === 'EAFNOSUPPORT') return 'no-adapter';
  return 'radio-failed';
}
