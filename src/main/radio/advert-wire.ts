import { hexOf } from '../../core/base/hex.ts';
import type { Advert } from '../../core/radio/advert.ts';
import type { WireAdvert } from './protocol.ts';

/** Process clocks differ, so an advert travels with its age and is dated anew where it arrives. */
export const toWire = (advert: Advert, now: number): WireAdvert => ({
  ago: now - advert.at,
  address: advert.address,
  rssi: advert.rssi,
  connectable: advert.connectable,
  name: advert.name,
  services: advert.services,
  manufacturer: advert.manufacturer.map(({ company, data }) => [company, hexOf(data)] as const),
});

export const fromWire = (wire: WireAdvert, now: number): Advert => ({
  at: now - wire.ago,
  address: wire.address,
  rssi: wire.rssi,
  connectable: wire.connectable,
  name: wire.name,
  services: wire.services,
  manufacturer: wire.manufacturer.map(([company, hex]) => ({
    company,
    data: Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  })),
});
