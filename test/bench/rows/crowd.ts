import { type Emission, type Phone, playRoom } from '../../../src/core/practice/room.ts';
import { readAdStructures } from '../../../src/core/radio/advert.ts';

/** A crowded gate: 60 phones with the app, 60 without, all at the limit of one radio. */
const crowd: Phone[] = Array.from({ length: 120 }, (_, n) => ({
  kind:
    (['android-open', 'exposure', 'iphone-open', 'headset', 'android-background', 'ibeacon'] as const)[n % 6] ??
    'headset',
  rssi: -92 + (n % 20),
}));

/** So many packets of that crowd, in order of time. */
export function packetsOfCrowd(amount: number): Emission[] {
  const emissions: Emission[] = [];
  for (const emission of playRoom(crowd, 2020)) {
    emissions.push(emission);
    if (emissions.length >= amount) break;
  }
  return emissions;
}

/** What the kit does with one packet before it knows who sent it. */
export const contentOf = ({ adv, scanResponse }: Emission) =>
  scanResponse === null ? readAdStructures(adv) : readAdStructures(adv, scanResponse);
