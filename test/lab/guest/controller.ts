/**
 * A Bluetooth adapter made of software: `node controller.ts SCENARIO N` opens /dev/vhci, answers the kernel's commands
 * and hears the room of the scenario's Nth adapter. Prints `{"index":N}` once the kernel has given it the name hciN,
 * `{"scan":N,"ms":T}` at the Nth order to scan, and `{"delivered":N}` when told to end (SIGTERM). Ending it is what
 * pulling a stick out is to the kernel.
 */

import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { scenarios } from '../scenarios.ts';
import { H4, strangeReport } from './hci.ts';
import { VirtualAdapter } from './virtual-adapter.ts';

/** Longest H4 packet the kernel hands out: indicator, event or command header, 255 bytes of parameters, with room. */
const PACKET_BYTES = 1024;

const [id, nth] = process.argv.slice(2);
const scripts = scenarios.find((scenario) => scenario.id === id)?.adapters ?? [];
const script = scripts[Math.min(Number(nth), scripts.length - 1)];
if (script === undefined) throw new Error(`no adapter in scenario ${id}`);

const vhci = await open('/dev/vhci', 'r+');
const startedAt = performance.now();
const opened = Promise.withResolvers<void>();
let scans = 0;
let delivered = 0;
/** One write is one packet to the kernel; it never blocks. */
const send = (packet: Buffer): void => void writeSync(vhci.fd, packet);
const adapter = new VirtualAdapter(script, send, () => {
  tell({ scan: ++scans, ms: Math.round(performance.now() - startedAt) });
  opened.resolve();
});

process.on('SIGTERM', () => {
  tell({ delivered });
  // A plain exit would wait for the thread that sits in read() on /dev/vhci.
  process.kill(process.pid, 'SIGKILL');
});

// Linux drivers/bluetooth/hci_vhci.c: packet type 0xFF, then the kind of adapter, 0 being a primary one.
send(Buffer.from([H4.VENDOR, 0x00]));
void play();
if (script.strange !== undefined) disturb(script.strange, script.extended === true);
for (;;) {
  const packet = Buffer.alloc(PACKET_BYTES);
  const { bytesRead } = await vhci.read(packet, 0, PACKET_BYTES);
  // The kernel's answer to the packet above: 0xFF, kind, index of the new adapter (2).
  if (packet[0] === H4.VENDOR) tell({ index: packet.readUInt16LE(2) });
  else adapter.receive(packet.subarray(0, bytesRead));
}

/** Plays the room in real time from the host's first scan on. What falls due while nobody scans is lost, as on the air. */
async function play(): Promise<void> {
  await opened.promise;
  const start = performance.now();
  for (const emission of script?.room?.() ?? []) {
    const waitMs = emission.atMs - (performance.now() - start);
    if (waitMs > 0) await sleep(waitMs);
    delivered += adapter.hear(emission);
  }
}

function disturb(perSecond: number, extended: boolean): void {
  let n = 0;
  setInterval(() => {
    if (adapter.scanning) send(strangeReport(n++, extended));
  }, 1_000 / perSecond);
}

function tell(line: Readonly<Record<string, number>>): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
