import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLog, storyRoster } from '../../kit/any-story.ts';
import { foldInOrder } from '../../kit/fold.ts';

const inAnyOrder = anyLog.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })),
);

test('any order of events gives the same totals, the same tree and the same extracts, and a replay agrees', () => {
  fc.assert(
    fc.property(inAnyOrder, ([asSaid, asCame]) => {
      const one = foldInOrder(asSaid, storyRoster);
      const other = foldInOrder(asCame, storyRoster);
      expect(one.faults).toEqual([]);
      expect(other.faults).toEqual([]);
      expect(other.says).toEqual(one.says);
    }),
    { numRuns: 150 },
  );
});

test('any roster leaves a tree in which every way up ends', () => {
  fc.assert(
    fc.property(anyLog, (events) => {
      const { says } = foldInOrder(events, storyRoster);
      const up = new Map((says.roster ?? []).map((row) => [JSON.parse(row)[0], JSON.parse(row)[9] as string | null]));
      for (const start of up.keys()) {
        const seen = new Set<string>();
        for (let at: string | null | undefined = start; at; at = up.get(at)) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
    }),
    { numRuns: 100 },
  );
});
