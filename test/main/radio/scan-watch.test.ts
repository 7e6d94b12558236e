import { describe, expect, test } from 'vitest';
import { type Remedy, ScanWatch } from '../../../src/main/radio/scan-watch.ts';

/** Looks twice a second from one moment to another; what it asked for, with the second it did. */
function looks(watch: ScanWatch, fromS: number, toS: number): [number, Remedy][] {
  const asked: [number, Remedy][] = [];
  for (let at = fromS * 2; at <= toS * 2; at++) {
    const remedy = watch.look(at * 500);
    if (remedy !== 'none') asked.push([at / 2, remedy]);
    if (remedy === 'restart-scan') watch.scans(at * 500);
  }
  return asked;
}

describe('the watch over a scan', () => {
  test('starts a silent scan anew after ten seconds, and calls the adapter deaf after twenty', () => {
    const watch = new ScanWatch();
    watch.ordered(0);
    watch.scans(1_000);
    expect(looks(watch, 1, 35)).toEqual([
      [11, 'restart-scan'],
      [21, 'deaf'],
      [31, 'restart-scan'],
    ]);
  });

  test('lets a lonely phone with its app in the background be silent for its fifteen seconds', () => {
    const watch = new ScanWatch();
    watch.scans(1_000);
    const asked: [number, Remedy][] = [];
    for (let round = 0; round < 10; round++) {
      for (let second = 0; second < 15; second++) watch.heard((round * 30 + second + 1) * 1_000);
      asked.push(...looks(watch, round * 30 + 16, round * 30 + 30));
    }
    expect(asked.map(([, remedy]) => remedy)).not.toContain('deaf');
  });

  test('never complains while packets come', () => {
    const watch = new ScanWatch();
    watch.scans(1_000);
    for (let second = 1; second < 3_600; second++) {
      watch.heard(second * 1_000);
      expect(watch.look(second * 1_000 + 500)).toBe('none');
    }
  });

  test('tries a second time when an adapter does not confirm, then gives it up', () => {
    const watch = new ScanWatch();
    watch.ordered(0);
    expect(watch.look(3_900)).toBe('none');
    expect(watch.look(4_000)).toBe('restart-scan');
    watch.ordered(4_000);
    expect(watch.look(8_000)).toBe('stuck');
  });

  test('finds another program at work when the scan stops again and again', () => {
    const watch = new ScanWatch();
    const remedies = [0, 1, 2, 3, 4, 5].map((n) => watch.stopped(n * 1_000));
    expect(remedies).toEqual(['none', 'none', 'none', 'none', 'none', 'taken']);
    expect(new ScanWatch().stopped(0)).toBe('none');
  });

  test('takes one stop a minute for what it is', () => {
    const watch = new ScanWatch();
    for (let minute = 0; minute < 60; minute++) expect(watch.stopped(minute * 60_000)).toBe('none');
  });

  test('forgets the silence of a rest', () => {
    const watch = new ScanWatch();
    watch.scans(1_000);
    watch.rests();
    expect(watch.look(600_000)).toBe('none');
    watch.ordered(600_000);
    watch.scans(600_100);
    expect(looks(watch, 600, 609)).toEqual([]);
  });
});
