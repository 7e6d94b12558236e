/**
 * The part of the Host Controller Interface that an LE-only adapter must speak to satisfy Linux, noble and BlueZ.
 * Numbers are from the Bluetooth Core Specification 5.4, Vol 4: Part A (H4 packet indicators) and Part E (section
 * given at each). Integers on the wire are little-endian.
 */
import type { Emission } from '../../../src/core/practice/room.ts';

/** H4 packet indicators (Part A, 2); 0xFF is Linux's own, used on /dev/vhci to create the adapter. */
export const H4 = { COMMAND: 0x01, ACL: 0x02, EVENT: 0x04, VENDOR: 0xff } as const;

export const EVENT = {
  DISCONNECTION_COMPLETE: 0x05,
  COMMAND_COMPLETE: 0x0e,
  COMMAND_STATUS: 0x0f,
  COMPLETED_PACKETS: 0x13,
  LE_META: 0x3e,
} as const;

const SUBEVENT = {
  CONNECTION_COMPLETE: 0x01,
  ADVERTISING_REPORT: 0x02,
  REMOTE_FEATURES_COMPLETE: 0x04,
  EXTENDED_ADVERTISING_REPORT: 0x0d,
} as const;

/** Vol 1 Part F, 1.3. */
export const STATUS = {
  SUCCESS: 0x00,
  UNKNOWN_COMMAND: 0x01,
  UNKNOWN_CONNECTION: 0x02,
  DISALLOWED: 0x0c,
  NOT_ESTABLISHED: 0x3e,
} as const;

/** Commands that change what the adapter does; all others only have an answer. */
export const OPCODE = {
  DISCONNECT: 0x0406,
  RESET: 0x0c03,
  LE_SET_SCAN_PARAMETERS: 0x200b,
  LE_SET_SCAN_ENABLE: 0x200c,
  LE_CREATE_CONNECTION: 0x200d,
  LE_CREATE_CONNECTION_CANCEL: 0x200e,
  LE_READ_REMOTE_FEATURES: 0x2016,
  LE_SET_EXTENDED_SCAN_PARAMETERS: 0x2041,
  LE_SET_EXTENDED_SCAN_ENABLE: 0x2042,
} as const;

export const le16 = (value: number): number[] => [value & 0xff, value >> 8];

/** A bit field of `length` bytes with the given bits set, bit 0 being the lowest of the first byte. */
export function bits(length: number, ...set: number[]): number[] {
  const field = new Array<number>(length).fill(0);
  for (const bit of set) field[bit >> 3] = (field[bit >> 3] ?? 0) | (1 << (bit & 7));
  return field;
}

export interface Command {
  readonly opcode: number;
  readonly parameters: Uint8Array;
}

/** Reads an H4 command packet: indicator, opcode (2), length (1), parameters. */
export function parseCommand(packet: Buffer): Command | undefined {
  if (packet[0] !== H4.COMMAND || packet.length < 4) return undefined;
  return { opcode: packet.readUInt16LE(1), parameters: packet.subarray(4, 4 + packet.readUInt8(3)) };
}

/** An H4 event packet: indicator, event code, length, parameters. */
export function event(code: number, parameters: readonly number[]): Buffer {
  return Buffer.from([H4.EVENT, code, parameters.length, ...parameters]);
}

/** Command Complete (7.7.14): one more command allowed, the opcode, the status, the return parameters. */
export const commandComplete = (opcode: number, status: number, returns: readonly number[] = []): Buffer =>
  event(EVENT.COMMAND_COMPLETE, [1, ...le16(opcode), status, ...returns]);

/** Command Status (7.7.15): for commands whose outcome is an event of its own. */
export const commandStatus = (opcode: number, status: number): Buffer =>
  event(EVENT.COMMAND_STATUS, [status, 1, ...le16(opcode)]);

/** LE Connection Complete (7.7.65.1) in the central's role, 30 ms interval, two seconds of supervision. */
export const connectionComplete = (status: number, handle: number, peer: Uint8Array): Buffer =>
  event(EVENT.LE_META, [
    ...[SUBEVENT.CONNECTION_COMPLETE, status, ...le16(handle), 0],
    ...[1, ...peer, ...le16(24), ...le16(0), ...le16(200), 0],
  ]);

/** LE Read Remote Features Complete (7.7.65.4): a phone that has none of the optional ones. */
export const remoteFeatures = (handle: number): Buffer =>
  event(EVENT.LE_META, [SUBEVENT.REMOTE_FEATURES_COMPLETE, STATUS.SUCCESS, ...le16(handle), ...bits(8)]);

const addressBytes = (address: string): number[] =>
  address
    .split(':')
    .map((byte) => Number.parseInt(byte, 16))
    .reverse();

/** Event_Type of the legacy report (7.7.65.2) and of the extended one for legacy packets (7.7.65.13, Table 7.1). */
const LEGACY_TYPE = { ADV_IND: 0x00, ADV_NONCONN_IND: 0x03, SCAN_RSP: 0x04 } as const;
const EXTENDED_TYPE = { ADV_IND: 0x13, ADV_NONCONN_IND: 0x10, SCAN_RSP: 0x1b } as const;

/** LE Advertising Report (7.7.65.2) with one report: the advert itself, or its scan response. */
export function advertisingReport(heard: Emission, part: 'advert' | 'scan response'): Buffer {
  const data = part === 'advert' ? heard.adv : (heard.scanResponse ?? new Uint8Array());
  return event(EVENT.LE_META, [
    SUBEVENT.ADVERTISING_REPORT,
    1,
    part === 'advert' ? LEGACY_TYPE[heard.pduType] : LEGACY_TYPE.SCAN_RSP,
    1,
    ...addressBytes(heard.address),
    data.length,
    ...data,
    heard.rssi & 0xff,
  ]);
}

/** LE Extended Advertising Report (7.7.65.13) of a legacy packet: 1M PHY, no set, no transmit power, nothing periodic. */
export function extendedReport(heard: Emission, part: 'advert' | 'scan response'): Buffer {
  const data = part === 'advert' ? heard.adv : (heard.scanResponse ?? new Uint8Array());
  const type = part === 'advert' ? EXTENDED_TYPE[heard.pduType] : EXTENDED_TYPE.SCAN_RSP;
  return event(EVENT.LE_META, [
    ...[SUBEVENT.EXTENDED_ADVERTISING_REPORT, 1, ...le16(type)],
    ...[1, ...addressBytes(heard.address)],
    ...[1, 0, 0xff, 0x7f, heard.rssi & 0xff, ...le16(0)],
    ...[0, ...new Array<number>(6).fill(0)],
    data.length,
    ...data,
  ]);
}

/** Reports that no standard allows, each of which some library has stumbled over. */
export function strangeReport(n: number, extended: boolean): Buffer {
  // A TX power without its value, a list of half a UUID, service data of one byte, a length past the end.
  const data = [0x01, 0x0a, 0x02, 0x03, 0x56, 0x02, 0x16, 0x4e, 0x1f, 0xff, 0xb5];
  const address = [n & 0xff, (n >> 8) & 0xff, 0, 0, 0, 0x5b];
  const parameters = extended
    ? [SUBEVENT.EXTENDED_ADVERTISING_REPORT, 1, ...le16(EXTENDED_TYPE.ADV_IND), 1, ...address, 1, 0, 0xff, 0x7f, 0xc0]
    : [SUBEVENT.ADVERTISING_REPORT, 1, LEGACY_TYPE.ADV_IND, 1, ...address];
  const tail = extended
    ? [...le16(0), ...new Array<number>(7).fill(0), data.length, ...data]
    : [data.length, ...data, 0xc0];
  return event(EVENT.LE_META, [...parameters, ...tail]);
}
