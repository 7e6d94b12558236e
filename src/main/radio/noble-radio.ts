/** Loads noble with the backend that this machine wants. The only file that knows the package. */
import { createRequire } from 'node:module';
import { bluetoothdRuns } from './linux-adapter.ts';
import { Bluez } from './noble-bluez.ts';
import type { Noble } from './noble-types.ts';
import type { Backend } from './scanner.ts';

export type BackendName = 'native' | 'raw' | 'dbus';

/**
 * The way to the adapter: the system's own on Windows and macOS; on Linux through bluetoothd where that owns the
 * adapter, else the raw adapter. `NOBLE_BINDINGS` (`hci`, `dbus`) decides where it is set.
 */
export function backendHere(): BackendName {
  if (process.platform !== 'linux') return 'native';
  if (process.env.NOBLE_BINDINGS === 'dbus') return 'dbus';
  return process.env.NOBLE_BINDINGS === undefined && bluetoothdRuns() && canSpeakDbus() ? 'dbus' : 'raw';
}

/**
 * Starts nothing yet: a backend wakes with the first listener for `stateChange`. To be called only when there is
 * an adapter, since some backends end the process without one.
 */
export async function loadNoble(name: BackendName): Promise<{ noble: Noble; backend: Backend }> {
  // Without it noble holds an advert back until its scan response came: a second lost, and the earlier half too.
  process.env.NOBLE_REPORT_ALL_HCI_EVENTS = '1';
  const { default: noble } = await import('@abandonware/noble');
  if (name !== 'dbus') return { noble, backend: { native: name === 'native', bluez: null } };
  const overDbus = noble.withBindings('dbus');
  return { noble: overDbus, backend: { native: false, bluez: new Bluez(overDbus) } };
}

/** noble's D-Bus backend needs a package that is not part of it. Without it, the raw adapter is tried all the same. */
function canSpeakDbus(): boolean {
  try {
    createRequire(import.meta.url).resolve('dbus-next');
    return true;
  } catch {
    return false;
  }
}

/**
 * A packet that noble's HCI reader cannot read makes it throw out of the native callback. One stranger's bad
 * packet must not end the day's listening, so exactly these errors are survived, and nothing else is.
 */
export function isPacketFault(error: unknown): boolean {
  if (!(error instanceof RangeError || error instanceof TypeError)) return false;
  const own = (error.stack ?? '').split('\n').find((line) => line.includes(' at ') && !line.includes('node:'));
  return own !== undefined && /[\\/]hci-socket[\\/]/.test(own);
}
