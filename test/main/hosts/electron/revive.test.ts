import { describe, expect, test } from 'vitest';
import { revive } from '../../../../src/main/hosts/electron/revive.ts';
import { as, Page } from './double.ts';

describe('a page whose process died', () => {
  const dies = (page: Page, reason = 'crashed') => page.emit('render-process-gone', {}, { reason, exitCode: 1 });

  function watched() {
    const page = new Page();
    const time = { now: 0 };
    let gaveUp = 0;
    revive(as(page), { monotonic: () => time.now }, () => {
      gaveUp += 1;
    });
    return { page, time, gaveUp: () => gaveUp };
  }

  test('is loaded again', () => {
    const { page } = watched();
    dies(page, 'oom');
    expect(page.reloads).toBe(1);
  });

  test('is given up with words when it dies a fourth time within a minute', () => {
    const { page, gaveUp } = watched();
    for (let death = 0; death < 4; death++) dies(page);
    expect(page.reloads).toBe(3);
    expect(gaveUp()).toBe(1);
  });

  test('is loaded again however often it dies over a long day', () => {
    const { page, time, gaveUp } = watched();
    for (let hour = 0; hour < 10; hour++) {
      time.now = hour * 3_600_000;
      dies(page);
    }
    expect(page.reloads).toBe(10);
    expect(gaveUp()).toBe(0);
  });

  test('is let go when it was closed on purpose', () => {
    const { page } = watched();
    dies(page, 'clean-exit');
    expect(page.reloads).toBe(0);
  });
});
