import { readFileSync } from 'node:fs';
import { type Advert, readAdStructures } from '../../../src/core/advert.ts';
import { Check } from '../../../src/core/check.ts';
import { type Emission, type Phone, playRoom } from '../../../src/core/room.ts';
import type { RadioSignature } from '../../../src/core/signature.ts';
import type { Row } from '../harness.ts';

const AMOUNT = 60_000;
const signature = JSON.parse(
  readFileSync(new URL('../../../src/main/campaigns/bluezone-2020.json', import.meta.url), 'utf8'),
).radio as RadioSignature;

/** A crowded gate: 60 phones with the app, 60 without, all at the limit of one radio. */
const crowd: Phone[] = Array.from({ length: 120 }, (_, n) => ({
  kind:
    (['android-open', 'exposure', 'iphone-open', 'headset', 'android-background', 'ibeacon'] as const)[n % 6] ??
    'headset',
  rssi: -92 + (n % 20),
}));

/** Parse → track → verdict on one core, the verdict asked for ten times a second of the room, as the Kit does. */
export function pipelineRow(): Row {
  const emissions: Emission[] = [];
  for (const emission of playRoom(crowd, 2020)) {
    emissions.push(emission);
    if (emissions.length >= AMOUNT) break;
  }
  return {
    name: 'advert pipeline',
    unit: 'adverts/s',
    kit: () => {
      const check = new Check({ signature, timeout: 1_000_000 }, 0);
      check.listening(0);
      let nextAsk = 100;
      const start = performance.now();
      for (const { atMs, address, adv, scanResponse, rssi } of emissions) {
        const content = scanResponse === null ? readAdStructures(adv) : readAdStructures(adv, scanResponse);
        const advert: Advert = { at: atMs, address, rssi, connectable: true, ...content };
        check.hear(advert);
        if (atMs >= nextAsk) {
          check.verdict(atMs);
          nextAsk += 100;
        }
      }
      return { amount: emissions.length, ms: performance.now() - start };
    },
    peer: null,
    target: 200_000,
  };
}
