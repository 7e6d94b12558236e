/** What a good adapter answers to the commands that change nothing, with return parameters of their full length. */
import type { AdapterScript } from '../scenario.ts';
import { bits, commandComplete, le16, OPCODE, STATUS } from './hci.ts';

/** LMP features (Vol 2 Part C, 3.3): bit 37 "BR/EDR not supported", bit 38 "LE supported (controller)". */
const LMP_FEATURES = bits(8, 37, 38);

/** LE features (Vol 6 Part B, 4.6): bit 12 "LE Extended Advertising". */
const EXTENDED_ADVERTISING = 12;

/** Supported commands (Vol 4 Part E, 6.27): octet 37, bits 5 and 6, are the extended scan commands. */
const EXTENDED_SCAN = [37 * 8 + 5, 37 * 8 + 6];

/** The adapter's own public address, least significant byte first. */
const BD_ADDR = [0x01, 0x00, 0x00, 0xb1, 0x1e, 0x00];

/**
 * Return parameters after the status byte, by opcode. Linux 6.1 refuses an answer shorter than the specification
 * says, and noble reads past the end of one. Commands with a status only are in `STATUS_ONLY`.
 */
const returnsOf = ({ version = 0x08, extended = false }: AdapterScript): ReadonlyMap<number, readonly number[]> =>
  new Map([
    [0x0c14, new Array<number>(248).fill(0)], // 7.3.12 Read Local Name
    [0x0c23, [0, 0, 0]], // 7.3.25 Read Class of Device
    [0x0c25, le16(0)], // 7.3.27 Read Voice Setting
    [0x0c6c, [1, 0]], // 7.3.78 Read LE Host Support: on, simultaneous host unused
    // 7.4.1 Read Local Version Information, by manufacturer 0xFFFF, the number reserved for tests
    [0x1001, [version, ...le16(0), version, ...le16(0xffff), ...le16(0)]],
    [0x1002, extended ? bits(64, ...EXTENDED_SCAN) : bits(64)], // 7.4.2 Read Local Supported Commands
    [0x1003, LMP_FEATURES], // 7.4.3 Read Local Supported Features
    [0x1005, [...le16(27), 0, ...le16(4), ...le16(0)]], // 7.4.5 Read Buffer Size
    [0x1009, BD_ADDR], // 7.4.6 Read BD_ADDR
    [0x2002, [...le16(27), 4]], // 7.8.2 LE Read Buffer Size [v1]
    [0x2003, extended ? bits(8, EXTENDED_ADVERTISING) : bits(8)], // 7.8.3 LE Read Local Supported Features
    [0x2007, [0]], // 7.8.6 LE Read Advertising Physical Channel Tx Power, dBm
    [0x200f, [8]], // 7.8.14 LE Read Filter Accept List Size
    [0x2018, [1, 2, 3, 4, 5, 6, 7, 8]], // 7.8.23 LE Rand
    [0x201c, bits(8, 4, 5, 22)], // 7.8.27 LE Read Supported States: scanning, passive and active; initiating
    [0x2023, [...le16(27), ...le16(328)]], // 7.8.34 LE Read Suggested Default Data Length, octets and µs
    [0x202a, [0]], // 7.8.41 LE Read Resolving List Size
    [0x202f, [...le16(27), ...le16(328), ...le16(27), ...le16(328)]], // 7.8.46 LE Read Maximum Data Length
    [0x2036, [0]], // 7.8.53 LE Set Extended Advertising Parameters: the power chosen, dBm
    [0x203a, le16(31)], // 7.8.57 LE Read Maximum Advertising Data Length
    [0x203b, [1]], // 7.8.58 LE Read Number of Supported Advertising Sets
    [0x204b, [0, 0]], // 7.8.74 LE Read Transmit Power, lowest and highest, dBm
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
  OPCODE.LE_CREATE_CONNECTION_CANCEL, // 7.8.13
  0x2010, // 7.8.15 LE Clear Filter Accept List
  0x2011, // 7.8.16 LE Add Device To Filter Accept List
  0x2012, // 7.8.17 LE Remove Device From Filter Accept List
  0x2035, // 7.8.52 LE Set Advertising Set Random Address
  0x2037, // 7.8.54 LE Set Extended Advertising Data
  0x2038, // 7.8.55 LE Set Extended Scan Response Data
  0x2039, // 7.8.56 LE Set Extended Advertising Enable
  0x203c, // 7.8.59 LE Remove Advertising Set
  0x203d, // 7.8.60 LE Clear Advertising Sets
  OPCODE.LE_SET_EXTENDED_SCAN_PARAMETERS, // 7.8.64
  OPCODE.LE_SET_EXTENDED_SCAN_ENABLE, // 7.8.65
]);

/** The answer of an adapter with this script; `status` overrides the good one. */
export function answering(script: AdapterScript = {}): (opcode: number, status?: number) => Buffer {
  const returns = returnsOf(script);
  return (opcode, status) => {
    const known = STATUS_ONLY.has(opcode) || returns.has(opcode);
    const good = known ? STATUS.SUCCESS : STATUS.UNKNOWN_COMMAND;
    return commandComplete(opcode, status ?? good, returns.get(opcode) ?? []);
  };
}
