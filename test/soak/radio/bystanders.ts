import type { PhoneKind } from '../../../src/core/practice/phones.ts';
import { type Air, makerOf } from './air.ts';
import { between, pick } from './physics.ts';
import type { Conditions } from './stories.ts';

/** What people with the app in a queue of 2020 have. */
const carried: readonly PhoneKind[] = [
  'android-open',
  'android-open',
  'android-open',
  'android-later',
  'android-background',
  'android-background',
  'android-background',
  'android-background',
  'iphone-open',
  'iphone-background',
  'iphone-background',
  'android-old',
];
const strangers: readonly PhoneKind[] = ['exposure', 'ibeacon', 'headset', 'lookalike', 'beacon', 'app-ibeacon'];

/** People with the app, each behind the other, some beside. */
export function queueUp(air: Air, keepTo: Conditions): void {
  const { random } = air;
  const size = random.next();
  const people =
    size < 0.4 ? random.below(4) : size < 0.85 ? 4 + random.below(9) : size < 0.985 ? 13 + random.below(30) : 60;
  const collisions = between(random, 0.35, 0.9);
  let metres = keepTo.lineMetres + between(random, 0, 0.6);
  for (let n = 0; n < people; n++) {
    const stands = n < 8 ? metres : between(random, keepTo.lineMetres, 6);
    metres += between(random, 0.4, 0.9);
    standIn(air, keepTo, stands, collisions);
  }
}

function standIn(air: Air, keepTo: Conditions, stands: number, arrives: number): void {
  const { random } = air;
  const kind = pick(random, carried);
  const where = random.next();
  // In the hand, in a pocket or in a bag; and farther back other people stand in between.
  const own =
    where < 0.45 ? 8 * random.next() * random.next() : where < 0.8 ? between(random, 4, 14) : between(random, 2, 10);
  const between3 = stands > 1.5 ? between(random, 0, 12) : 0;
  const swings = between(random, 0, Math.min(0.1, stands - keepTo.lineMetres));
  const beat = between(random, 400, 1_500);
  const link = air.link(
    makerOf(kind),
    (at) => stands + swings * Math.sin(at / beat),
    () => own + between3,
    {
      direct: between3 > 0 || own > 6 ? 0.5 : 4,
      still: between(random, 0.3, 6),
      arrives,
    },
  );
  air.add(kind, link);
}

/** Devices that are none of ours, some of them very near. */
export function bringStrangers(air: Air): void {
  const { random } = air;
  for (let n = 1 + random.below(6); n > 0; n--) {
    const metres = between(random, 0.1, 5);
    const link = air.link(
      'iphone',
      () => metres,
      () => 0,
      { direct: 4, still: 3, arrives: between(random, 0.3, 0.9) },
    );
    air.add(pick(random, strangers), link);
  }
}
