import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { Check } from '../../../src/core/check/check.ts';
import type { Advert } from '../../../src/core/radio/advert.ts';
import { signature } from '../../soak/radio/signature.ts';
import type { Row } from '../harness.ts';
import { contentOf, packetsOfCrowd } from './crowd.ts';

const AMOUNT = 60_000;

/** noble's own reader of advertising reports, driven without an adapter: it parses, merges and hands out. */
type NobleGap = new (hci: EventEmitter) => EventEmitter;
const Gap = createRequire(import.meta.url)('@abandonware/noble/lib/hci-socket/gap.js') as NobleGap;

/** Parse → track → verdict on one core, the verdict asked for ten times a second of the room, as the Kit does. */
export function pipelineRow(): Row {
  const emissions = packetsOfCrowd(AMOUNT);
  const reports = emissions.map((emission) => ({
    ...emission,
    eir: Buffer.from(emission.adv),
    response: emission.scanResponse === null ? null : Buffer.from(emission.scanResponse),
  }));
  return {
    name: 'advert pipeline, parse to verdict',
    unit: 'adverts/s',
    kit: () => {
      const check = new Check({ signature, timeout: 1_000_000 }, 0);
      check.listening(0);
      let nextAsk = 100;
      const start = performance.now();
      for (const emission of emissions) {
        const { atMs, address, rssi } = emission;
        const advert: Advert = { at: atMs, address, rssi, connectable: true, ...contentOf(emission) };
        check.hear(advert);
        if (atMs >= nextAsk) {
          check.verdict(atMs);
          nextAsk += 100;
        }
      }
      return { amount: emissions.length, ms: performance.now() - start };
    },
    peer: {
      name: 'bare noble, parsing only',
      run: () => {
        const hci = new EventEmitter();
        let heard = 0;
        new Gap(hci).on('discover', () => heard++);
        const start = performance.now();
        for (const { address, eir, response, rssi, pduType } of reports) {
          // Event types of an LE advertising report: 0 connectable, 3 not connectable, 4 scan response.
          hci.emit('leAdvertisingReport', 0, pduType === 'ADV_IND' ? 0 : 3, address, 'random', eir, rssi);
          if (response !== null) hci.emit('leAdvertisingReport', 0, 4, address, 'random', response, rssi);
        }
        const ms = performance.now() - start;
        if (heard === 0) throw new Error('noble read nothing');
        return { amount: reports.length, ms };
      },
    },
    target: 200_000,
    absolute: true,
  };
}
