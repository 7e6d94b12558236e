import { done, failed } from '../../core/base/result.ts';
import { classify } from '../../core/radio/signature.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { Turns } from './radio-turns.ts';

/** What tells one laptop's ears apart from another's: counting what is on the air, and the reference beacon. */
export function radioToolHandlers(context: Context, turns: Turns): Pick<Handlers, 'radio.scan' | 'radio.beacon'> {
  const secondsSince = (start: number): number => Math.round((context.clock.monotonic() - start) / 100) / 10;

  return {
    /** Counts packets by class. Keeps no packet. */
    'radio.scan': async ({ seconds }) => {
      const { radio, campaign } = context.world();
      const signature = campaign.radio;
      if (signature === null || radio.kind === 'none') return failed('radio-none');
      if (turns.busy) return failed('check-running');
      const classes: Record<string, number> = {};
      let packets = 0;
      const startedAt = context.clock.monotonic();
      const rest = radio.listen((advert) => {
        packets++;
        const name = classify(advert, signature);
        classes[name] = (classes[name] ?? 0) + 1;
      });
      await new Promise<void>((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          giveBack();
          resolve();
        };
        const giveBack = turns.take('radio.scan', end);
        const timer = setTimeout(end, seconds * 1_000);
      });
      rest();
      const state = radio.state();
      if (packets === 0 && state.state === 'absent') return failed('radio-absent', { reason: state.reason });
      return done({ seconds: secondsSince(startedAt), packets, classes });
    },

    'radio.beacon': async ({ seconds }) => {
      const { radio } = context.world();
      if (radio.kind === 'none') return failed('radio-none');
      if (radio.beacon === undefined) return failed('beacon-unsupported');
      if (turns.busy) return failed('check-running');
      const stop = new AbortController();
      const giveBack = turns.take('radio.beacon', () => stop.abort());
      const startedAt = context.clock.monotonic();
      const sent = await radio.beacon(seconds, stop.signal);
      giveBack();
      return sent.ok ? done({ seconds: secondsSince(startedAt) }) : sent;
    },
  };
}
