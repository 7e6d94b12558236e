import { done, type FailureCode, failed, type Result } from '../../core/base/result.ts';
import { CALIBRATION_MS, Calibration, type CalibrationFault } from '../../core/check/calibration.ts';
import { gateOf } from '../../core/check/near-gate.ts';
import type { RequestOut } from '../../preload/contract.ts';
import type { Context, Handlers } from '../world/context.ts';
import { GATE_SHIFT, gateShiftOf } from '../world/settings.ts';
import type { Turns } from './radio-turns.ts';

const BEAT_MS = 250;

const faults: Readonly<Record<CalibrationFault, FailureCode>> = {
  'no-phone': 'calibration-no-phone',
  'no-strength': 'calibration-no-strength',
  'two-phones': 'calibration-two-phones',
  'not-away': 'calibration-not-away',
  'crowd-near': 'calibration-crowd-near',
};
type Gate = RequestOut<'radio.gate'>;

/** One guided minute in which the kit learns how well this laptop hears. */
export function calibrationHandlers(context: Context, turns: Turns): Pick<Handlers, 'radio.calibrate' | 'radio.gate'> {
  const gate = (): Result<Gate> => {
    const world = context.world();
    if (world.campaign.radio === null) return failed('radio-none');
    const shiftDb = gateShiftOf(world.store);
    return done({ ...gateOf(world.campaign.radio, shiftDb ?? 0), shiftDb });
  };

  return {
    'radio.gate': ({ forget }) => {
      const forgotten = forget ? context.world().store.remember(GATE_SHIFT, '') : done(undefined);
      return forgotten.ok ? gate() : forgotten;
    },
    'radio.calibrate': async () => {
      const world = context.world();
      const { radio } = world;
      if (world.campaign.radio === null || radio.kind === 'none') return failed('radio-none');
      if (turns.busy) return failed('check-running');
      radio.rehearsal?.expectCalibration();
      const now = context.clock.monotonic;
      const calibration = new Calibration(world.campaign.radio, now());
      const startedAt = now();
      const rest = radio.listen((advert) => calibration.hear(advert));
      const whole = await new Promise<boolean>((resolve) => {
        const end = (heardAll: boolean): void => {
          clearInterval(beat);
          rest();
          giveBack();
          resolve(heardAll);
        };
        const giveBack = turns.take('radio.calibrate', () => end(false));
        const beat = setInterval(() => {
          const step = calibration.step(now());
          if (step === 'done') return end(true);
          const seconds = Math.round((now() - startedAt) / 100) / 10;
          const body = { step, seconds, of: CALIBRATION_MS / 1_000, rssi: calibration.strongest() };
          context.push({ name: 'radio.calibrating', body });
        }, BEAT_MS);
      });
      if (!whole) return failed('check-stopped');
      const state = radio.state();
      if (state.state === 'absent') return failed('radio-absent', { reason: state.reason });
      const result = calibration.result();
      if (!result.ok) return failed(faults[result.fault]);
      const kept = world.store.remember(GATE_SHIFT, String(result.shiftDb));
      return kept.ok ? gate() : kept;
    },
  };
}
