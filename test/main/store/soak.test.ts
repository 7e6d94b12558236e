import { expect, test } from 'vitest';
import { corruptOften } from '../../soak/corruption.ts';
import { killOften } from '../../soak/kills.ts';

/** A new sample at every run; the seed is printed, and `npm run soak` plays the full number. */
const seed = Number(process.env.KIT_SEED ?? Date.now() % 1_000_000);

test(`no acknowledged tally is lost or doubled when the booth is killed (seed ${seed})`, async () => {
  const { kills, acknowledged, ...bad } = await killOften(12, seed);
  expect({ kills, ...bad }).toEqual({ kills: 12, lost: 0, unexplained: 0, wrong: 0 });
  expect(acknowledged).toBeGreaterThan(0);
});

test(`a damaged folder opens exact or names its gap, and never shows wrong totals (seed ${seed})`, async () => {
  const { cases, exact, named, refused, wrong, faults } = await corruptOften(60, seed);
  expect({ cases, wrong, faults }).toEqual({ cases: 60, wrong: 0, faults: [] });
  expect(exact + named + refused).toBe(60);
});
