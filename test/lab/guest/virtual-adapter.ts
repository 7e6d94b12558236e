/** A Bluetooth adapter made of software, between the kernel's commands and a room of phones. Pure but for `send`. */
import { seeded } from '../../../src/core/base/random.ts';
import type { Emission } from '../../../src/core/practice/room.ts';
import type { AdapterScript } from '../scenario.ts';
import { answering } from './answers.ts';
import { ATT_CHANNEL, attAnswer } from './att.ts';
import {
  advertisingReport,
  type Command,
  commandStatus,
  connectionComplete,
  EVENT,
  event,
  extendedReport,
  H4,
  le16,
  OPCODE,
  parseCommand,
  remoteFeatures,
  STATUS,
} from './hci.ts';

/** The one connection at a time. */
const HANDLE = 0x0040;
/** Remote User Terminated Connection's local counterpart (Vol 1 Part F, 2.22). */
const TERMINATED_BY_HOST = 0x16;

export class VirtualAdapter {
  readonly #script: AdapterScript;
  readonly #send: (packet: Buffer) => void;
  readonly #onScan: () => void;
  readonly #answer: (opcode: number, status?: number) => Buffer;
  /** What an iPhone says when it is read: like any ID, drawn. */
  readonly #value = seeded(4656).bytes(16);
  #refusals: number;
  #scanning = false;
  #active = false;
  /** Addresses already reported, or undefined when the host asked for duplicates. */
  #reported: Set<string> | undefined;

  constructor(script: AdapterScript, send: (packet: Buffer) => void, onScan: () => void) {
    this.#script = script;
    this.#send = send;
    this.#onScan = onScan;
    this.#answer = answering(script);
    this.#refusals = script.refusals ?? 0;
  }

  /** One packet from the kernel. */
  receive(packet: Buffer): void {
    if (packet[0] === H4.ACL) this.#carry(packet);
    const command = parseCommand(packet);
    if (command !== undefined) this.#obey(command);
  }

  /** Hands an advert to the host, with its scan response where one is asked for; returns how many packets that made. */
  hear(emission: Emission): number {
    if (!this.#scanning || this.#reported?.has(emission.address)) return 0;
    this.#reported?.add(emission.address);
    const report = this.#script.extended ? extendedReport : advertisingReport;
    this.#send(report(emission, 'advert'));
    if (!this.#active || emission.pduType !== 'ADV_IND' || emission.scanResponse === null) return 1;
    this.#send(report(emission, 'scan response'));
    return 2;
  }

  get scanning(): boolean {
    return this.#scanning;
  }

  #obey({ opcode, parameters }: Command): void {
    for (const packet of this.#answersTo(opcode, parameters)) this.#send(packet);
  }

  #answersTo(opcode: number, parameters: Uint8Array): readonly Buffer[] {
    switch (opcode) {
      case OPCODE.RESET:
        this.#scanning = false;
        break;
      // LE_Scan_Type, 7.8.10 and 7.8.64: 1 is active.
      case OPCODE.LE_SET_SCAN_PARAMETERS:
        this.#active = parameters[0] === 1;
        break;
      case OPCODE.LE_SET_EXTENDED_SCAN_PARAMETERS:
        this.#active = parameters[3] === 1;
        break;
      case OPCODE.LE_SET_SCAN_ENABLE:
      case OPCODE.LE_SET_EXTENDED_SCAN_ENABLE:
        return [this.#answer(opcode, this.#scan(parameters))];
      case OPCODE.LE_CREATE_CONNECTION: {
        const { answers } = this.#script;
        const status = answers === 'refuses' ? STATUS.NOT_ESTABLISHED : STATUS.SUCCESS;
        const ended = connectionComplete(status, HANDLE, parameters.subarray(6, 12));
        return [commandStatus(opcode, STATUS.SUCCESS), ...(answers === undefined ? [] : [ended])];
      }
      case OPCODE.LE_CREATE_CONNECTION_CANCEL:
        return [this.#answer(opcode), connectionComplete(STATUS.UNKNOWN_CONNECTION, 0, new Uint8Array(6))];
      case OPCODE.LE_READ_REMOTE_FEATURES:
        return [commandStatus(opcode, STATUS.SUCCESS), remoteFeatures(HANDLE)];
      case OPCODE.DISCONNECT:
        return [
          commandStatus(opcode, STATUS.SUCCESS),
          event(EVENT.DISCONNECTION_COMPLETE, [0, ...le16(HANDLE), TERMINATED_BY_HOST]),
        ];
    }
    return [this.#answer(opcode)];
  }

  /** Enable and Filter_Duplicates (7.8.11, 7.8.65); returns the status. */
  #scan([enable, filter]: Uint8Array): number {
    if (enable === 1 && this.#refusals > 0) {
      this.#refusals--;
      return STATUS.DISALLOWED;
    }
    this.#scanning = enable === 1;
    this.#reported = filter === 1 ? new Set() : undefined;
    if (this.#scanning) this.#onScan();
    return STATUS.SUCCESS;
  }

  /** One L2CAP packet: ACL header (handle, length), L2CAP header (length, channel), payload (Vol 4 Part E, 5.4.2). */
  #carry(packet: Buffer): void {
    this.#send(event(EVENT.COMPLETED_PACKETS, [1, ...le16(HANDLE), ...le16(1)]));
    if (packet.length < 10 || packet.readUInt16LE(7) !== ATT_CHANNEL) return;
    const { answers } = this.#script;
    const answer = attAnswer(packet.subarray(9), typeof answers === 'number' ? answers : 'never', this.#value);
    if (answer === undefined) return;
    const start = HANDLE | (0b10 << 12);
    const l2cap = [...le16(answer.length), ...le16(ATT_CHANNEL), ...answer];
    this.#send(Buffer.from([H4.ACL, ...le16(start), ...le16(l2cap.length), ...l2cap]));
  }
}
