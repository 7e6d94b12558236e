/**
 * Malformed adverts and HCI events through the real noble, in this process: nothing that ends the radio process,
 * nothing that hangs, nothing that grows.
 */

import { seeded } from '../../src/core/base/random.ts';
import type { Advert } from '../../src/core/radio/advert.ts';
import { isPacketFault } from '../../src/main/radio/noble-radio.ts';
import { listenWith } from '../../src/main/radio/scanner.ts';
import { nobleOnHci } from '../kit/hci-noble.ts';
import { strangePacket } from '../kit/strange-packets.ts';
import { advertisingReport } from '../lab/guest/hci.ts';
import { heapMb } from './heap.ts';

export interface HciSoak {
  readonly packets: number;
  /** Adverts that noble made of them, and that went through the kit's own copy. */
  readonly adverts: number;
  /** Packets on which noble threw; the radio process survives exactly these. */
  readonly survived: number;
  /** Errors that would have ended the radio process. Must be empty. */
  readonly faults: readonly string[];
  /** Longest single packet, milliseconds. */
  readonly slowestMs: number;
  readonly packetsPerSecond: number;
  /** Most phones held at once, noble's memory included. */
  readonly heldMost: number;
  /** Growth of the heap over the second half of the run, megabytes. */
  readonly grownMb: number;
  /** A phone is still heard afterwards. */
  readonly stillHears: boolean;
}

/** Simulated time between two packets: 100 a second, all from different addresses. */
const APART_MS = 10;
/** How often the radio process looks after itself. */
const TICK_MS = 500;
/** The published test phone (vector V1), heard well. */
const GOOD = advertisingReport(
  {
    atMs: 0,
    phone: 0,
    address: '5a:00:00:00:00:01',
    addressType: 'random',
    pduType: 'ADV_IND',
    adv: Buffer.from('0201020fffb522286bce589ab994efa5f73cad0303564e', 'hex'),
    scanResponse: null,
    rssi: -50,
  },
  'advert',
);

export async function run(packets = 1_000_000, seed = 850): Promise<HciSoak> {
  const random = seeded(seed);
  const { noble, packet } = nobleOnHci();
  let now = 1;
  let adverts = 0;
  let last: Advert | null = null;
  const events = {
    onReady: nothing,
    onListening: nothing,
    onResting: nothing,
    onAbsent: nothing,
    onStuck: nothing,
    onDeaf: nothing,
  };
  const listening = listenWith(
    noble,
    { native: false, bluez: null },
    {
      ...events,
      onAdvert: (advert) => {
        adverts++;
        last = advert;
      },
    },
    () => now,
  );
  listening.listen();
  await turns(20);

  const faults: string[] = [];
  let survived = 0;
  let slowestMs = 0;
  let heldMost = 0;
  let halfway = 0;
  const quiet = silence();
  const startedAt = performance.now();
  for (let n = 0; n < packets; n++) {
    const strange = strangePacket(random);
    const from = performance.now();
    try {
      packet(strange);
    } catch (error) {
      if (isPacketFault(error)) survived++;
      else faults.push(`${strange.toString('hex')}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - from);
    now += APART_MS;
    if (n % (TICK_MS / APART_MS) === 0) {
      listening.tick(now);
      heldMost = Math.max(heldMost, listening.phones);
      await turns(1);
    }
    if (n === packets >> 1) halfway = heapMb();
  }
  const elapsed = performance.now() - startedAt;
  const grownMb = heapMb() - halfway;
  last = null;
  packet(GOOD);
  quiet();
  noble.stop();
  return {
    packets,
    adverts,
    survived,
    faults,
    slowestMs,
    packetsPerSecond: Math.round((packets / elapsed) * 1_000),
    heldMost,
    grownMb: Math.round(grownMb * 10) / 10,
    stillHears: (last as Advert | null)?.manufacturer[0]?.data.length === 12,
  };
}

const nothing = (): void => undefined;

/** noble complains on the console of every bad packet; a million complaints would be the measurement. */
function silence(): () => void {
  const { warn, log } = console;
  console.warn = nothing;
  console.log = nothing;
  return () => Object.assign(console, { warn, log });
}

async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise((resolve) => setImmediate(resolve));
}
