import { existsSync, readdirSync } from 'node:fs';
import type { Peripheral } from '@abandonware/noble';
import { type Advert, knownRssi, type ManufacturerData, normalUuid } from '../../core/advert.ts';
import type { Absence } from '../../core/verdict.ts';

export interface NobleEvents {
  onReady(): void;
  onListening(): void;
  onResting(): void;
  onAbsent(reason: Absence): void;
  onAdvert(advert: Advert): void;
}

export interface NobleRadio {
  listen(): void;
  rest(): void;
}

/**
 * Whether Linux has an adapter at all. Importing noble without one can end the process, so the kernel is
 * asked first.
 */
export function linuxAbsence(classFolder = '/sys/class/bluetooth'): Absence | null {
  if (!existsSync(classFolder)) return 'no-adapter';
  return readdirSync(classFolder).some((name) => /^hci\d+$/.test(name)) ? null : 'no-adapter';
}

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

/**
 * Starts noble. Scans everything with duplicates on: filters differ between platforms, so the kit filters
 * itself. Runs in the radio process only.
 */
export async function startNoble(events: NobleEvents, monotonic: () => number): Promise<NobleRadio | null> {
  if (process.platform === 'linux') {
    const absence = linuxAbsence();
    if (absence !== null) {
      events.onAbsent(absence);
      return null;
    }
  }
  const { default: noble } = await import('@abandonware/noble');
  let wanted = false;
  let scanning = false;

  const scan = async (): Promise<void> => {
    if (!wanted || scanning || noble.state !== 'poweredOn') return;
    scanning = true;
    try {
      await noble.startScanningAsync([], true);
      events.onListening();
    } catch (error) {
      scanning = false;
      events.onAbsent(absenceOfError(error));
    }
  };

  noble.on('discover', (peripheral) => {
    if (wanted) events.onAdvert(copyAdvert(peripheral, monotonic()));
  });
  noble.on('scanStop', () => {
    scanning = false;
    // Another program may have stopped the scan; whoever wanted to listen still does.
    if (wanted) void scan();
    else events.onResting();
  });
  noble.on('stateChange', (state) => {
    scanning = false;
    const absence = absenceOf(state);
    if (absence !== null) events.onAbsent(absence);
    else if (state === 'poweredOn') {
      events.onReady();
      void scan();
    }
  });

  return {
    listen: () => {
      wanted = true;
      void scan();
    },
    rest: () => {
      wanted = false;
      if (scanning) noble.stopScanningAsync().catch(() => events.onAbsent('radio-failed'));
      else events.onResting();
    },
  };
}

export function absenceOfError(error: unknown): Absence {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EPERM' || code === 'EACCES' || /permission|not permitted/i.test(message ?? '')) return 'no-permission';
  if (code === 'EBUSY' || /busy/i.test(message ?? '')) return 'taken';
  if (code === 'ENODEV' || code === 'EAFNOSUPPORT') return 'no-adapter';
  return 'radio-failed';
}

/** noble changes its peripheral objects under our hands, so everything is copied in the same tick. */
function copyAdvert(peripheral: Peripheral, at: number): Advert {
  const { localName, serviceUuids, manufacturerData } = peripheral.advertisement;
  return {
    at,
    // Empty on macOS, where only the machine's own id for the phone is known.
    address: peripheral.address || peripheral.id,
    rssi: knownRssi(peripheral.rssi),
    connectable: peripheral.connectable,
    name: localName ?? null,
    services: (serviceUuids ?? []).map(normalUuid),
    manufacturer: manufacturerOf(manufacturerData),
  };
}

function manufacturerOf(data: Buffer | undefined): ManufacturerData[] {
  if (data === undefined || data.length < 2) return [];
  return [{ company: data.readUInt16LE(0), data: Uint8Array.from(data.subarray(2)) }];
}
