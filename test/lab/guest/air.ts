/**
 * Reads what `btmon -w` wrote: the btsnoop file of Linux's Bluetooth monitor (BlueZ doc/btsnoop.txt). Big-endian
 * records; in each, packets as in hci.ts without their H4 indicator.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Air } from '../scenario.ts';
import { ATT_CHANNEL } from './att.ts';
import { EVENT } from './hci.ts';

const FILE_HEADER = 16;
const RECORD_HEADER = 24;
/** Kinds of records, in the low 16 bits of their flags. */
const KIND = { COMMAND: 2, EVENT: 3, ACL_RECEIVED: 5 } as const;

const LE_SET_ADVERTISING_DATA = 0x2008;
const REPORT = 0x02;
const EXTENDED_REPORT = 0x0d;
const READ_RESPONSE = 0x0b;

export function readAir(file: string): Air {
  const air = {
    heard: new Set<string>(),
    sent: new Set<string>(),
    addresses: new Set<string>(),
    reports: 0,
    read: new Set<string>(),
  };
  if (!existsSync(file)) return air;
  const trace = readFileSync(file);
  for (let at = FILE_HEADER; at + RECORD_HEADER <= trace.length; ) {
    const length = trace.readUInt32BE(at + 4);
    const kind = trace.readUInt32BE(at + 8) & 0xffff;
    const packet = trace.subarray(at + RECORD_HEADER, at + RECORD_HEADER + length);
    if (kind === KIND.EVENT && packet[0] === EVENT.LE_META) takeReport(packet, air);
    else if (kind === KIND.COMMAND && packet.readUInt16LE(0) === LE_SET_ADVERTISING_DATA) {
      air.sent.add(packet.subarray(4, 4 + (packet[3] ?? 0)).toString('hex'));
    } else if (kind === KIND.ACL_RECEIVED && packet.length > 9 && packet.readUInt16LE(6) === ATT_CHANNEL) {
      if (packet[8] === READ_RESPONSE) air.read.add(packet.subarray(9).toString('hex'));
    }
    at += RECORD_HEADER + length;
  }
  return air;
}

/** Where address, length and data stand in the two forms of a report (event code, length and subevent before them). */
const FORMS = {
  [REPORT]: { address: 6, length: 12 },
  [EXTENDED_REPORT]: { address: 7, length: 27 },
} as const;

function takeReport(packet: Buffer, air: { heard: Set<string>; addresses: Set<string>; reports: number }): void {
  const subevent = packet[2];
  if (subevent !== REPORT && subevent !== EXTENDED_REPORT) return;
  const { address, length } = FORMS[subevent];
  const size = packet[length] ?? 0;
  air.reports++;
  air.addresses.add(
    Buffer.from(packet.subarray(address, address + 6))
      .reverse()
      .toString('hex'),
  );
  air.heard.add(packet.subarray(length + 1, length + 1 + size).toString('hex'));
}
