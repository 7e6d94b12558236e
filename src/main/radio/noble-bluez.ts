import type { Noble, Peripheral } from './noble-types.ts';

/**
 * Between two renewals of BlueZ's discovery. Linux lets the controller drop what it has already reported, so
 * that a phone is heard once in a discovery, whatever noble asks for; a fresh discovery hears it again.
 */
const RENEW_MS = 150;

const DEVICE = 'org.bluez.Device1';

/** What noble's D-Bus backend keeps, as far as it matters here; none of it is public. */
interface Backend {
  readonly _adapterIface?: { StartDiscovery(): Promise<void>; StopDiscovery(): Promise<void> } | null;
  readonly _devices?: Map<string, { readonly path: string; rssi: number }>;
  readonly _objects?: Map<string, Record<string, { RSSI?: number }>>;
}

/**
 * Makes of BlueZ's discovery something like a scan. BlueZ tells of changes in what it knows of a device, not of
 * packets: its cache at the start, the same strength for ever, a change of name. So a strength is taken once and
 * wiped out, and only an event that brings a new one counts as heard.
 */
export class Bluez {
  readonly #backend: Backend;
  #renewing: NodeJS.Timeout | null = null;

  constructor(noble: Noble) {
    this.#backend = (noble as unknown as { _bindings?: Backend })._bindings ?? {};
  }

  /** Whether this event was a packet of the phone. To be asked once for each. */
  isPacket(phone: Peripheral): boolean {
    if (phone.rssi === 0) return false;
    const device = this.#backend._devices?.get(phone.id);
    if (device === undefined) return true;
    device.rssi = 0;
    delete this.#backend._objects?.get(device.path)?.[DEVICE]?.RSSI;
    return true;
  }

  /** Renews the discovery again and again while `scanning` says so. What BlueZ refuses once it may grant the next time. */
  keepFresh(scanning: () => boolean): void {
    if (this.#renewing !== null) return;
    this.#renewing = setTimeout(async () => {
      const adapter = this.#backend._adapterIface;
      if (scanning()) await adapter?.StopDiscovery().catch(() => undefined);
      if (scanning()) await adapter?.StartDiscovery().catch(() => undefined);
      this.#renewing = null;
      if (scanning()) this.keepFresh(scanning);
    }, RENEW_MS);
  }
}
