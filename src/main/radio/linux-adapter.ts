import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Absence } from '../../core/radio/absence.ts';

/** Where Linux tells about its radios. Given, so that every answer can be tested on any machine. */
export interface LinuxPlaces {
  /** One `hciN` per adapter. */
  readonly bluetooth: string;
  /** One `rfkillN` per radio switch, those of an adapter also inside its own folder. */
  readonly rfkill: string;
  readonly processes: string;
  readonly systemBus: string;
}

const places: LinuxPlaces = {
  bluetooth: '/sys/class/bluetooth',
  rfkill: '/sys/class/rfkill',
  processes: '/proc',
  systemBus: '/run/dbus/system_bus_socket',
};

/** Bit of CAP_NET_RAW among Linux's capabilities (capabilities(7), linux/capability.h). */
const CAP_NET_RAW = 13n;

/**
 * Whether this process may send commands to a raw adapter. Asked of the kernel, because the library below noble
 * reports the refusal without a code, and noble then waits for ever. Where nothing is told, it is tried.
 */
export function mayUseRawAdapter({ processes }: LinuxPlaces = places): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(read(path.join(processes, 'self', 'status')))?.[1];
  return effective === undefined || ((BigInt(`0x${effective}`) >> CAP_NET_RAW) & 1n) === 1n;
}

/** The adapters that Linux knows just now, in order: `hci0`, `hci1` … */
export function linuxAdapters({ bluetooth }: LinuxPlaces = places): string[] {
  return entries(bluetooth)
    .filter((name) => /^hci\d+$/.test(name))
    .sort();
}

/**
 * The adapters, each told from every other that ever was: a stick that is pulled and put back gets the name that it
 * had, `hci0`, but another entry in the kernel's file system.
 */
export function linuxAdapterEntries(from: LinuxPlaces = places): string[] {
  return linuxAdapters(from).map((name) => {
    const entry = lstatSync(path.join(from.bluetooth, name), { throwIfNoEntry: false });
    return `${name}:${entry?.ino ?? 'gone'}`;
  });
}

/**
 * Why Linux has no adapter that could listen, or `null`. Asked before noble is imported: importing it without an
 * adapter can end the process, and it cannot tell a pulled stick from a switched-off one.
 */
export function linuxAbsence(from: LinuxPlaces = places): Absence | null {
  const { bluetooth, rfkill } = from;
  const adapters = linuxAdapters(from);
  if (adapters.length === 0) {
    // Some laptops take the adapter off the bus when its switch is off: then only the switch is left to see.
    return switches(rfkill).some((folder) => isBluetooth(folder) && isBlocked(folder)) ? 'powered-off' : 'no-adapter';
  }
  const deaf = adapters.every((name) => switches(path.join(bluetooth, name)).some(isBlocked));
  return deaf ? 'powered-off' : null;
}

/** Whether bluetoothd owns the adapters: a daemon of that name runs, and there is a system bus to reach it by. */
export function bluetoothdRuns({ processes, systemBus }: LinuxPlaces = places): boolean {
  if (!existsSync(systemBus)) return false;
  return entries(processes).some(
    (name) => /^\d+$/.test(name) && read(path.join(processes, name, 'comm')) === 'bluetoothd',
  );
}

const switches = (folder: string): string[] =>
  entries(folder)
    .filter((name) => /^rfkill\d+$/.test(name))
    .map((name) => path.join(folder, name));

const isBluetooth = (folder: string): boolean => read(path.join(folder, 'type')) === 'bluetooth';

/** By software (flight mode, `rfkill block`) or by the switch on the case. */
const isBlocked = (folder: string): boolean =>
  read(path.join(folder, 'soft')) === '1' || read(path.join(folder, 'hard')) === '1';

/** Folders of processes and adapters come and go while they are read. */
function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
