import { seeded } from '../../../src/core/base/random.ts';
import { Check } from '../../../src/core/check/check.ts';
import { type PhoneKind, packetsOf } from '../../../src/core/practice/phones.ts';
import { readAdStructures } from '../../../src/core/radio/advert.ts';
import { signature } from '../../soak/radio/signature.ts';
import type { Result } from '../harness.ts';

const MINUTES = 8 * 60;
const ADDRESSES_A_MINUTE = 10_000;
/** Growth of the heap from the end of the first hour to the end of the day that is noise of the collector, megabytes. */
const NOISE_MB = 4;

const kinds: readonly PhoneKind[] = ['android-open', 'iphone-open', 'iphone-background', 'exposure', 'android-old'];

/** A day at the gate in one long listening: every packet from a new address, and Android ones with a new ID too. */
export function memoryRow(): Result {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('the memory row needs node --expose-gc');
  const heapMb = (): number => {
    gc();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const random = seeded(8);
  const check = new Check({ signature, timeout: 1_000_000 }, 0);
  check.listening(0);
  let most = 0;
  let hourMb = 0;
  const start = performance.now();
  for (let minute = 0; minute < MINUTES; minute++) {
    for (let n = 0; n < ADDRESSES_A_MINUTE; n++) {
      const at = minute * 60_000 + (n * 60_000) / ADDRESSES_A_MINUTE;
      const { adv, scan } = packetsOf(kinds[n % kinds.length] ?? 'headset', random.bytes(12));
      const content = readAdStructures(Uint8Array.from(adv), ...(scan === null ? [] : [Uint8Array.from(scan)]));
      check.hear({ at, address: `${minute}:${n}`, rssi: -60 - random.below(35), connectable: true, ...content });
      if (n % 500 === 0) check.verdict(at);
    }
    most = Math.max(most, check.held);
    if (minute === 59) hourMb = heapMb();
  }
  const dayMb = heapMb();
  const met = dayMb - hourMb <= NOISE_MB;
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  return {
    cells: [
      'memory over an 8-hour day',
      `${hourMb.toFixed(1)} → ${dayMb.toFixed(1)} MB`,
      '',
      '',
      'flat',
      met ? 'met' : 'MISSED',
      `hour 1 → hour 8, ${((MINUTES * ADDRESSES_A_MINUTE) / 1e6).toFixed(1)} million addresses in ${seconds} s, at most ${most} held`,
    ],
    met,
  };
}
