import { describe, expect, test } from 'vitest';
import { verdicts } from '../../../src/core/check/verdict.ts';
import { sceneOf, usualQueue, type Visit, visits } from '../../../src/core/practice/visits.ts';
import { checkIn, toldCheck } from '../../kit/check-story.ts';

/** What a beginner must be able to meet, by who comes. `radio-lost` is the laptop's and told in `test/main/practice/next-visit.test.ts`. */
const ends: Readonly<Record<Exclude<Visit, 'radio-lost'>, string>> = {
  'android-open': 'pass near-signal',
  'android-background': 'pass near-signal',
  'iphone-open': 'pass near-signal',
  'iphone-background': 'inconclusive iphone-background',
  'iphone-mute': 'inconclusive iphone-background',
  'old-version': 'outdated old-version',
  'side-by-side': 'unclear two-near',
  'no-app': 'not-seen silent',
  far: 'weak far',
  'no-strength': 'unclear no-strength',
  'two-places': 'unclear two-places',
  'deaf-laptop': 'inconclusive no-packets',
};

describe('a visit to the practice booth', () => {
  test.each(Object.entries(ends))('%s ends in %s, whatever the seed', (visit, end) => {
    for (let seed = 2020; seed < 2060; seed++) {
      const { conclusion } = checkIn(sceneOf(visit as Visit).phones, { seed });
      expect(`${conclusion.verdict} ${conclusion.reason}`).toBe(end);
    }
  });

  test('meets every verdict that there is', () => {
    const met = new Set(Object.values(ends).map((end) => end.split(' ')[0]));
    expect([...met].sort()).toEqual([...verdicts].sort());
    expect(visits.filter((visit) => visit !== 'radio-lost').sort()).toEqual(Object.keys(ends).sort());
  });

  test('comes in turn where nobody chooses, the easiest first', () => {
    expect(usualQueue[0]).toBe('android-open');
    for (const visit of usualQueue) expect(visits).toContain(visit);
  });

  test.each(['side-by-side', 'no-strength'] as const)('%s offers codes to compare with the phone', (visit) => {
    const { check, hears } = toldCheck();
    hears(sceneOf(visit).phones, 5);
    expect(check.codes(5_000).length).toBeGreaterThan(0);
  });

  test('iphone-background lets itself be asked within some seconds', () => {
    const { check, hears } = toldCheck();
    hears(sceneOf('iphone-background').phones, 6);
    expect(check.askable(6_000)).not.toBeNull();
  });
});
