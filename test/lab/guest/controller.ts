/**
 * A Bluetooth adapter made of software: `node controller.ts SCENARIO` opens /dev/vhci, answers the kernel's commands and
 * hears the scenario's room. Prints `{"index":N}` once the kernel has given it the name hciN, and `{"delivered":N}` when
 * told to end (SIGTERM). Ending it is what pulling a stick out is to the kernel.
 */

import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Emission, Room } from '../room.ts';
import { PDU } from '../room.ts';
import { scenarios } from '../scenarios.ts';
import { advertisingReport, answer, H4, OPCODE, parseCommand } from './hci.ts';

/** Longest H4 packet the kernel hands out: indicator, event or command header, 255 bytes of parameters, with room. */
const PACKET_BYTES = 1024;

/** An adapter's ears: which adverts reach the host, given the scan commands it sent. */
class Ears {
  /** Resolves when the host scans for the first time; the room's clock starts there. */
  readonly opened: Promise<void>;
  #scanning = false;
  #active = false;
  /** Addresses already reported, or undefined when the host asked for duplicates. */
  #reported: Set<string> | undefined;
  #open: () => void;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.opened = promise;
    this.#open = resolve;
  }

  obey(opcode: number, parameters: Uint8Array): void {
    if (opcode === OPCODE.RESET) this.#scanning = false;
    // LE_Scan_Type, 7.8.10: 1 is active.
    if (opcode === OPCODE.LE_SET_SCAN_PARAMETERS) this.#active = parameters[0] === 1;
    // LE_Scan_Enable and Filter_Duplicates, 7.8.11.
    if (opcode === OPCODE.LE_SET_SCAN_ENABLE) {
      this.#scanning = parameters[0] === 1;
      this.#reported = parameters[1] === 1 ? new Set() : undefined;
      if (this.#scanning) this.#open();
    }
  }

  /** The event packets the host gets for this emission: none, the advert, or the advert and its scan response. */
  hear(emission: Emission): Buffer[] {
    if (!this.#scanning || this.#reported?.has(emission.address)) return [];
    this.#reported?.add(emission.address);
    const scannable = emission.pduType === PDU.ADV_IND || emission.pduType === PDU.ADV_SCAN_IND;
    const answers = this.#active && scannable && emission.scanResponse !== undefined;
    const advert = advertisingReport(emission, 'advert');
    return answers ? [advert, advertisingReport(emission, 'scan response')] : [advert];
  }
}

const scenario = scenarios.find(({ id }) => id === process.argv[2]);
if (!scenario?.room) throw new Error(`no room in scenario ${process.argv[2]}`);

const vhci = await open('/dev/vhci', 'r+');
const ears = new Ears();
let delivered = 0;

process.on('SIGTERM', () => {
  console.log(JSON.stringify({ delivered }));
  // A plain exit would wait for the thread that sits in read() on /dev/vhci.
  process.kill(process.pid, 'SIGKILL');
});

// Linux drivers/bluetooth/hci_vhci.c: packet type 0xFF, then the kind of adapter, 0 being a primary one.
send(Buffer.from([H4.VENDOR, 0x00]));
void play(scenario.room());
for (;;) {
  const packet = Buffer.alloc(PACKET_BYTES);
  const { bytesRead } = await vhci.read(packet, 0, PACKET_BYTES);
  receive(packet.subarray(0, bytesRead));
}

/** One write is one packet to the kernel; it never blocks. */
function send(packet: Buffer): void {
  writeSync(vhci.fd, packet);
}

function receive(packet: Buffer): void {
  // The kernel's answer to the packet above: 0xFF, kind, index of the new adapter (2).
  if (packet[0] === H4.VENDOR) console.log(JSON.stringify({ index: packet.readUInt16LE(2) }));
  const command = parseCommand(packet);
  if (!command) return;
  ears.obey(command.opcode, command.parameters);
  send(answer(command.opcode));
}

/** Plays a room in real time from the host's first scan on. What falls due while nobody scans is lost, as on the air. */
async function play(room: Room): Promise<void> {
  await ears.opened;
  const start = performance.now();
  for await (const emission of room) {
    const waitMs = emission.atMs - (performance.now() - start);
    if (waitMs > 0) await sleep(waitMs);
    for (const packet of ears.hear(emission)) {
      send(packet);
      delivered++;
    }
  }
}
