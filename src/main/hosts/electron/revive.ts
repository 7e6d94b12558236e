import type { WebContents } from 'electron';
import type { Clock } from '../../../core/base/clock.ts';

/** A page that dies again and again is broken, and reloading it only heats the laptop. */
const TRIES = 3;
const WITHIN_MS = 60_000;

/**
 * Loads the screens again when their process dies: the count lives in the Kit and lost nothing, and a white
 * window in front of a queue helps nobody. After three deaths within a minute it calls `giveUp` instead.
 */
export function revive(
  contents: Pick<WebContents, 'on' | 'reload'>,
  clock: Pick<Clock, 'monotonic'>,
  giveUp: () => void,
): void {
  let deaths: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = clock.monotonic();
    deaths = [...deaths.filter((at) => now - at < WITHIN_MS), now];
    if (deaths.length > TRIES) giveUp();
    else contents.reload();
  });
}
