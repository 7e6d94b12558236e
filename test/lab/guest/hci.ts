/**
 * The part of the Host Controller Interface that an LE-only adapter of Bluetooth 4.2 must speak to satisfy Linux and
 * noble. Numbers are from the Bluetooth Core Specification 5.4, Vol 4: Part A (H4 packet indicators) and Part E (section
 * given at each). Integers on the wire are little-endian.
 */
import type { Emission } from '../room.ts';

/** H4 packet indicators (Part A, 2); 0xFF is Linux's own, used on /dev/vhci to create the adapter. */
export const H4 = { COMMAND: 0x01, EVENT: 0x04, VENDOR: 0xff } as const;

const EVENT = { COMMAND_COMPLETE: 0x0e, LE_META: 0x3e } as const;
const LE_ADVERTISING_REPORT = 0x02;
const SCAN_RSP = 0x04;

export const STATUS = { SUCCESS: 0x00, UNKNOWN_COMMAND: 0x01 } as const;

/** Commands that change what the adapter does; all others only have an answer. */
export const OPCODE = {
  RESET: 0x0c03,
  LE_SET_SCAN_PARAMETERS: 0x200b,
  LE_SET_SCAN_ENABLE: 0x200c,
} as const;

const le16 = (value: number): number[] => [value & 0xff, value >> 8];

/** A bit field of `length` bytes with the given bits set, bit 0 being the lowest of the first byte. */
function bits(length: number, ...set: number[]): number[] {
  const field = new Array<number>(length).fill(0);
  for (const bit of set) field[bit >> 3] = (field[bit >> 3] ?? 0) | (1 << (bit & 7));
  return field;
}

/** Version 4.2 (Assigned Numbers, 2.1) by manufacturer 0xFFFF, the number reserved for tests. */
const VERSION = [0x08, ...le16(0), 0x08, ...le16(0xffff), ...le16(0)];

/** LMP features (Vol 2 Part C, 3.3): bit 37 "BR/EDR not supported", bit 38 "LE supported (controller)". */
const LMP_FEATURES = bits(8, 37, 38);

/** The adapter's own public address, least significant byte first. */
const BD_ADDR = [0x01, 0x00, 0x00, 0xb1, 0x1e, 0x00];

/**
 * Return parameters after the status byte, by opcode. Linux 6.1 refuses an answer shorter than the specification says,
 * and noble reads past the end of one, so each has its full length. Commands with a status only are in `STATUS_ONLY`.
 */
const RETURNS: ReadonlyMap<number, readonly number[]> = new Map([
  [0x0c14, new Array<number>(248).fill(0)], // 7.3.12 Read Local Name
  [0x0c23, [0, 0, 0]], // 7.3.25 Read Class of Device
  [0x0c25, le16(0)], // 7.3.27 Read Voice Setting
  [0x0c6c, [1, 0]], // 7.3.78 Read LE Host Support: on, simultaneous host unused
  [0x1001, VERSION], // 7.4.1 Read Local Version Information
  [0x1002, new Array<number>(64).fill(0)], // 7.4.2 Read Local Supported Commands: none of the optional ones
  [0x1003, LMP_FEATURES], // 7.4.3 Read Local Supported Features
  [0x1005, [...le16(27), 0, ...le16(4), ...le16(0)]], // 7.4.5 Read Buffer Size
  [0x1009, BD_ADDR], // 7.4.6 Read BD_ADDR
  [0x2002, [...le16(27), 4]], // 7.8.2 LE Read Buffer Size [v1]
  [0x2003, bits(8)], // 7.8.3 LE Read Local Supported Features: plain 4.0 scanning, no extended advertising
  [0x2007, [0]], // 7.8.6 LE Read Advertising Physical Channel Tx Power, dBm
  [0x200f, [8]], // 7.8.14 LE Read Filter Accept List Size
  [0x2018, [1, 2, 3, 4, 5, 6, 7, 8]], // 7.8.23 LE Rand
  [0x201c, bits(8, 4, 5)], // 7.8.27 LE Read Supported States: passive and active scanning
  [0x2023, [...le16(27), ...le16(328)]], // 7.8.34 LE Read Suggested Default Data Length, octets and µs
  [0x202a, [0]], // 7.8.41 LE Read Resolving List Size
  [0x202f, [...le16(27), ...le16(328), ...le16(27), ...le16(328)]], // 7.8.46 LE Read Maximum Data Length
]);

/** Commands answered with a status alone. */
const STATUS_ONLY: ReadonlySet<number> = new Set([
  0x0c01, // 7.3.1 Set Event Mask
  OPCODE.RESET, // 7.3.2
  0x0c05, // 7.3.3 Set Event Filter
  0x0c13, // 7.3.11 Write Local Name
  0x0c16, // 7.3.14 Write Connection Accept Timeout
  0x0c24, // 7.3.26 Write Class of Device
  0x0c6d, // 7.3.79 Write LE Host Support
  0x2001, // 7.8.1 LE Set Event Mask
  0x2005, // 7.8.4 LE Set Random Address
  0x2006, // 7.8.5 LE Set Advertising Parameters
  0x2008, // 7.8.7 LE Set Advertising Data
  0x2009, // 7.8.8 LE Set Scan Response Data
  0x200a, // 7.8.9 LE Set Advertising Enable
  OPCODE.LE_SET_SCAN_PARAMETERS, // 7.8.10
  OPCODE.LE_SET_SCAN_ENABLE, // 7.8.11
  0x2010, // 7.8.15 LE Clear Filter Accept List
]);

export interface Command {
  readonly opcode: number;
  readonly parameters: Uint8Array;
}

/** Reads an H4 command packet: indicator, opcode (2), length (1), parameters. */
export function parseCommand(packet: Buffer): Command | undefined {
  if (packet[0] !== H4.COMMAND || packet.length < 4) return undefined;
  return { opcode: packet.readUInt16LE(1), parameters: packet.subarray(4, 4 + packet.readUInt8(3)) };
}

/** Command Complete (7.7.14): one more command allowed, the opcode, the status, the return parameters. */
export function answer(opcode: number): Buffer {
  const known = STATUS_ONLY.has(opcode) || RETURNS.has(opcode);
  const status = known ? STATUS.SUCCESS : STATUS.UNKNOWN_COMMAND;
  return event(EVENT.COMMAND_COMPLETE, [1, ...le16(opcode), status, ...(RETURNS.get(opcode) ?? [])]);
}

/** LE Advertising Report (7.7.65.2) with one report: the advert itself, or its scan response. */
export function advertisingReport(heard: Emission, part: 'advert' | 'scan response'): Buffer {
  const data = part === 'advert' ? heard.adv : (heard.scanResponse ?? new Uint8Array());
  const address = heard.address.split(':').map((byte) => Number.parseInt(byte, 16));
  return event(EVENT.LE_META, [
    LE_ADVERTISING_REPORT,
    1,
    part === 'advert' ? heard.pduType : SCAN_RSP,
    heard.addressType === 'random' ? 1 : 0,
    ...address.reverse(),
    data.length,
    ...data,
    heard.rssi & 0xff,
  ]);
}

/** An H4 event packet: indicator, event code, length, parameters. */
function event(code: number, parameters: readonly number[]): Buffer {
  return Buffer.from([H4.EVENT, code, parameters.length, ...parameters]);
}
