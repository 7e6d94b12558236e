/**
 * The far end of a connection: an iPhone with one service and one characteristic, as seen over the Attribute
 * Protocol (Core Specification 5.4, Vol 3 Part F, section given at each). Answers what noble asks, nothing more.
 */
import { bytes } from '../people.ts';
import { le16 } from './hci.ts';

/** Fixed L2CAP channel of the Attribute Protocol (Vol 3 Part A, 2.1). */
export const ATT_CHANNEL = 0x0004;

const ERROR = 0x01;
const MTU = { REQUEST: 0x02, RESPONSE: 0x03, DEFAULT: 23 } as const;
const READ_BY_TYPE = { REQUEST: 0x08, RESPONSE: 0x09 } as const;
const READ = { REQUEST: 0x0a, RESPONSE: 0x0b } as const;
const READ_BY_GROUP = { REQUEST: 0x10, RESPONSE: 0x11 } as const;
const NOT_FOUND = 0x0a;
const NOT_SUPPORTED = 0x06;

const CHARACTERISTIC_DECLARATION = 0x2803;
const READABLE = 0x02;

/** Handles of the service, of the declaration of its characteristic, and of the value. */
const HANDLE = { SERVICE: 0x0010, DECLARATION: 0x0011, VALUE: 0x0012 } as const;

/** The campaign's UUIDs (docs/bluezone-on-air.md §4), least significant byte first, as they stand on the air. */
const SERVICE = bytes('67a607add1172fa1c44bf573564e0000');
const CHARACTERISTIC = bytes('89a607add1172fa1c44bf573564e0000');

/** The answer to one request: a value of so many bytes when it is read, or no answer at all. */
export function attAnswer(request: Buffer, answers: number | 'never', value: Uint8Array): number[] | undefined {
  const opcode = request.readUInt8(0);
  if (opcode === MTU.REQUEST) return [MTU.RESPONSE, ...le16(MTU.DEFAULT)];
  if (opcode === READ_BY_GROUP.REQUEST) {
    if (request.readUInt16LE(1) > HANDLE.SERVICE) return missing(opcode, request);
    return [READ_BY_GROUP.RESPONSE, 20, ...le16(HANDLE.SERVICE), ...le16(HANDLE.VALUE), ...SERVICE];
  }
  if (opcode === READ_BY_TYPE.REQUEST) {
    const declarations = request.readUInt16LE(5) === CHARACTERISTIC_DECLARATION;
    if (!declarations || request.readUInt16LE(1) > HANDLE.DECLARATION) return missing(opcode, request);
    return [READ_BY_TYPE.RESPONSE, 21, ...le16(HANDLE.DECLARATION), READABLE, ...le16(HANDLE.VALUE), ...CHARACTERISTIC];
  }
  if (opcode === READ.REQUEST) return answers === 'never' ? undefined : [READ.RESPONSE, ...value.subarray(0, answers)];
  return [ERROR, opcode, ...le16(0), NOT_SUPPORTED];
}

const missing = (opcode: number, request: Buffer): number[] => [
  ERROR,
  opcode,
  ...le16(request.readUInt16LE(1)),
  NOT_FOUND,
];
