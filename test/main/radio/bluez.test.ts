import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Advert } from '../../../src/core/radio/advert.ts';
import { Bluez } from '../../../src/main/radio/noble-bluez.ts';
import type { Noble } from '../../../src/main/radio/noble-types.ts';
import { listenWith } from '../../../src/main/radio/scanner.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PATH = '/org/bluez/hci0/dev_4A_00_00_00_00_01';

/** noble over D-Bus, as far as it keeps what BlueZ told it: the strength of a phone stays until a new one comes. */
class OverDbus extends EventEmitter {
  state = 'poweredOn';
  readonly orders: string[] = [];
  readonly _devices = new Map([['4a0000000001', { path: PATH, rssi: 0 }]]);
  readonly _objects = new Map<string, Record<string, { RSSI?: number }>>([[PATH, { 'org.bluez.Device1': {} }]]);
  readonly _bindings = {
    _devices: this._devices,
    _objects: this._objects,
    _adapterIface: {
      StartDiscovery: async () => void this.orders.push('start'),
      StopDiscovery: async () => void this.orders.push('stop'),
    },
  };
  readonly #phone = {
    id: '4a0000000001',
    address: '4a:00:00:00:00:01',
    connectable: true,
    rssi: 0,
    state: 'disconnected',
    advertisement: { serviceUuids: ['4e56'] },
  };

  async startScanningAsync(): Promise<void> {}

  stopScanning(): void {
    this.emit('scanStop');
  }

  /** BlueZ tells that something of the phone changed; with or without a strength. */
  changes(rssi?: number): void {
    const stored = this._objects.get(PATH)?.['org.bluez.Device1'];
    if (stored !== undefined && rssi !== undefined) stored.RSSI = rssi;
    const device = this._devices.get('4a0000000001');
    if (device !== undefined && stored?.RSSI !== undefined) device.rssi = stored.RSSI;
    this.#phone.rssi = device?.rssi ?? 0;
    this.emit('discover', this.#phone);
  }
}

function listening() {
  const dbus = new OverDbus();
  const noble = dbus as unknown as Noble;
  const adverts: Advert[] = [];
  const nothing = (): void => undefined;
  const ears = listenWith(
    noble,
    { native: false, bluez: new Bluez(noble) },
    {
      onReady: nothing,
      onListening: nothing,
      onResting: nothing,
      onAbsent: nothing,
      onStuck: nothing,
      onDeaf: nothing,
      onAdvert: (advert) => adverts.push(advert),
    },
    () => performance.now(),
  );
  ears.listen();
  return { dbus, ears, adverts };
}

describe('listening through bluetoothd', () => {
  test('hears a phone when a strength comes, and not when BlueZ tells of anything else', () => {
    const { dbus, adverts } = listening();
    dbus.emit('scanStart');
    dbus.changes(-50);
    dbus.changes();
    dbus.changes();
    dbus.changes(-50);
    expect(adverts.map(({ rssi }) => rssi)).toEqual([-50, -50]);
  });

  test('takes nothing from the cache that is handed out while a scan starts', () => {
    const { dbus, adverts } = listening();
    dbus.changes(-40);
    expect(adverts).toEqual([]);
    dbus.emit('scanStart');
    dbus.changes();
    expect(adverts).toEqual([]);
  });

  test('renews the discovery while it scans, so that a phone is heard more than once, and stops with it', async () => {
    const { dbus, ears } = listening();
    dbus.emit('scanStart');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(dbus.orders.length).toBeGreaterThan(8);
    expect(dbus.orders.slice(0, 4)).toEqual(['stop', 'start', 'stop', 'start']);
    ears.rest();
    const renewed = dbus.orders.length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(dbus.orders).toHaveLength(renewed);
  });
});
