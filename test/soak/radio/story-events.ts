import { type Air, makerOf } from './air.ts';
import { between, normal, pick } from './physics.ts';
import type { Scene } from './scenes.ts';
import type { Conditions, Story } from './stories.ts';

/** Does what makes the story a story, with the phone in hand at index `held`; what it sends beside the phones. */
export function tell(air: Air, story: Story, keepTo: Conditions, held: number | null): Scene['burst'] {
  const { random } = air;
  const { lineMetres, leanMetres, passMetres, passSpeed, relayedHeardDbm } = keepTo;
  switch (story) {
    case 'silent, next one sways at the line': {
      const kind = pick(random, ['android-open', 'iphone-open', 'android-background', 'android-later'] as const);
      const [beat, swings] = [between(random, 300, 1_500), between(random, 0.05, 0.2)];
      const grip = 4 * random.next();
      const link = air.link(
        makerOf(kind),
        (at) => lineMetres + swings * (1 + Math.sin(at / beat)),
        () => grip,
        {
          direct: 5,
          still: between(random, 0.3, 3),
          arrives: between(random, 0.7, 0.95),
        },
      );
      air.add(kind, link);
      return [];
    }
    case 'android open, a friend leans in': {
      const kind = pick(random, ['android-open', 'iphone-open', 'android-background'] as const);
      const [stands, grip] = [between(random, leanMetres, lineMetres), 4 * random.next()];
      const way = { direct: 5, still: between(random, 0.3, 3), arrives: between(random, 0.7, 0.95) };
      air.add(
        kind,
        air.link(
          makerOf(kind),
          () => stands,
          () => grip,
          way,
        ),
      );
      return [];
    }
    case 'silent, somebody walks by': {
      const kind = pick(random, ['android-open', 'iphone-open', 'android-background'] as const);
      const [passes, nearest] = [between(random, 1_000, 35_000), between(random, passMetres, passMetres + 0.6)];
      const speed = between(random, passSpeed, 1.6);
      const grip = 6 * random.next();
      const metres = (at: number) => Math.hypot(nearest, ((at - passes) / 1_000) * speed);
      const way = { direct: 4, still: 0.1, arrives: between(random, 0.6, 0.95) };
      air.add(
        kind,
        air.link(makerOf(kind), metres, () => grip, way),
      );
      return [];
    }
    case 'silent, a burst of packets': {
      const [at, within] = [between(random, 500, 30_000), pick(random, [3, 30, 200])];
      const packets = 3 + random.below(8);
      return Array.from({ length: packets }, (_, n) => ({
        atMs: at + (n * within) / packets,
        rssi: -20 - random.below(20),
      }));
    }
    case 'silent, jammer':
    case 'android open, jammer':
      air.add('jammer', { heard: () => -18 - random.below(5) });
      return [];
    case 'silent, relay of an ID': {
      const way = { direct: 4, still: between(random, 0.3, 3), arrives: 0.9 };
      let stands = between(random, lineMetres, 4);
      let link = air.link(
        'android',
        () => stands,
        () => 0,
        way,
      );
      while (link.mean(0) < relayedHeardDbm && stands > lineMetres) {
        stands = Math.max(lineMetres, stands * 0.8);
        link = air.link(
          'android',
          () => stands,
          () => 0,
          way,
        );
      }
      relay(air, air.add('android-open', link));
      return [];
    }
    case 'android open, its ID relayed':
      if (held !== null) relay(air, held);
      return [];
    default:
      return [];
  }
}

/** Somebody repeats what this phone says, louder, from another address. */
function relay(air: Air, index: number): void {
  const { random } = air;
  const { id, kind = 'android-open' } = air.phones[index] ?? {};
  const loud = between(random, -55, -20);
  const heard = () => (random.next() < 0.9 ? Math.round(loud + 2 * normal(random)) : null);
  air.add(kind, { heard }, { ...(id && { id }), from: random.next() < 0.5 ? 0 : between(random, 0, 20_000) });
}
