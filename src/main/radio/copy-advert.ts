import { type Advert, knownRssi, type ManufacturerData, normalUuid } from '../../core/radio/advert.ts';
import type { Peripheral } from './noble-types.ts';

/** noble changes its peripheral objects under our hands, so everything is copied in the same tick. `at` is monotonic. */
export function copyAdvert(phone: Peripheral, at: number): Advert {
  const { localName, serviceUuids, manufacturerData } = phone.advertisement;
  return {
    at,
    // Empty on macOS, where only the machine's own id for the phone is known.
    address: phone.address || phone.id,
    rssi: knownRssi(phone.rssi),
    connectable: Boolean(phone.connectable),
    name: localName ?? null,
    services: (serviceUuids ?? []).map(normalUuid),
    manufacturer: manufacturerOf(manufacturerData),
  };
}

function manufacturerOf(data: Buffer | undefined): ManufacturerData[] {
  if (data === undefined || data.length < 2) return [];
  return [{ company: data.readUInt16LE(0), data: Uint8Array.from(data.subarray(2)) }];
}
