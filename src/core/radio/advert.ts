import { HEX } from '../base/hex.ts';

/**
 * One advertisement as it was heard, copied at once out of whatever the radio library keeps.
 * It lives in memory only and for two minutes at most (law 4).
 */
export interface Advert {
  /** Monotonic milliseconds. */
  readonly at: number;
  /** The link-layer address, or the platform's stand-in for it. An identity only within one radio run. */
  readonly address: string;
  /** dBm, or `null` where the controller did not measure. */
  readonly rssi: number | null;
  readonly connectable: boolean;
  readonly name: string | null;
  /** Lower-case hex, 4 or 32 digits, no dashes. */
  readonly services: readonly string[];
  readonly manufacturer: readonly ManufacturerData[];
}

export interface ManufacturerData {
  readonly company: number;
  readonly data: Uint8Array;
}

/** What AD structures carry, before time, address and signal strength are known. */
export type AdContent = Pick<Advert, 'name' | 'services' | 'manufacturer'>;

/**
 * Reads the AD structures of one or more packets of the same phone (advertisement, then scan response).
 * Structures that are malformed or cut off are passed over; what stood before them counts. Never throws.
 */
export function readAdStructures(...packets: readonly Uint8Array[]): AdContent {
  const services: string[] = [];
  const manufacturer: ManufacturerData[] = [];
  let name: string | null = null;
  for (const packet of packets) {
    for (let at = 0; at + 1 < packet.length; ) {
      const length = packet[at] as number;
      const end = at + 1 + length;
      // A zero length ends the significant part (Core spec Vol 3 Part C §11); a length past the end is a cut.
      if (length === 0 || end > packet.length) break;
      const from = at + 2;
      // AD types, Bluetooth Assigned Numbers §2.3. Complete and incomplete lists mean the same to a listener.
      switch (packet[at + 1]) {
        case 0x02:
        case 0x03:
          readUuids(packet, from, end, 2, services);
          break;
        case 0x06:
        case 0x07:
          readUuids(packet, from, end, 16, services);
          break;
        case 0x08:
        case 0x09:
          name = ascii(packet, from, end);
          break;
        case 0xff:
          if (end - from >= 2) {
            const company = (packet[from] as number) | ((packet[from + 1] as number) << 8);
            manufacturer.push({ company, data: packet.slice(from + 2, end) });
          }
          break;
      }
      at = end;
    }
  }
  return { name, services, manufacturer };
}

/** Names are compared with ASCII words only; a byte outside ASCII may neither throw nor shift the rest. */
function ascii(packet: Uint8Array, from: number, end: number): string {
  let text = '';
  for (let at = from; at < end; at++) {
    const byte = packet[at] as number;
    text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?';
  }
  return text;
}

/** Lists are little-endian; a tail shorter than one UUID is passed over. */
function readUuids(packet: Uint8Array, from: number, end: number, size: 2 | 16, into: string[]): void {
  for (let at = from; at + size <= end; at += size) {
    let text = '';
    for (let i = size - 1; i >= 0; i--) text += HEX[packet[at + i] as number];
    into.push(size === 2 ? text : normalUuid(text));
  }
}

const BASE_UUID_TAIL = '00001000800000805f9b34fb';

/**
 * One spelling for a UUID whatever backend named it: lower case, no dashes, 16-bit ones as four digits
 * (backends differ: unpadded, 32-bit, or expanded on the Bluetooth base UUID).
 */
export function normalUuid(text: string): string {
  const plain = text.replaceAll('-', '').toLowerCase();
  const short = plain.length === 32 && plain.endsWith(BASE_UUID_TAIL) ? plain.slice(0, 8) : plain;
  if (short.length > 8) return short;
  const padded = short.padStart(4, '0');
  return padded.length === 8 && padded.startsWith('0000') ? padded.slice(4) : padded;
}

/**
 * RSSI as a measurement: 127 is "not available" in HCI, 0 and values above +20 dBm come from drivers
 * that did not measure. Unknown is not strong.
 */
export function knownRssi(rssi: number | null | undefined): number | null {
  if (rssi === null || rssi === undefined || !Number.isFinite(rssi)) return null;
  return rssi === 0 || rssi > 20 || rssi < -127 ? null : rssi;
}
