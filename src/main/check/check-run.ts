import { failed, type Result } from '../../core/base/result.ts';
import { Check, type CheckResultCore } from '../../core/check/check.ts';
import type { RadioSignature } from '../../core/radio/signature-schema.ts';
import type { PushBody } from '../../preload/contract.ts';
import type { RadioState } from '../radio/radio.ts';
import type { Context } from '../world/context.ts';
import { gateShiftOf } from '../world/settings.ts';
import type { World } from '../world/world.ts';

/** How often the verdict is asked for, and progress shown. */
const BEAT_MS = 100;
/** A radio that says it is absent gets this long to come back before the check ends without a verdict. */
const ABSENT_GRACE_MS = 1_200;
/** One that fell over gets time for its restart. */
const FAILED_GRACE_MS = 5_000;

/** What a check leaves to the operator when it ends. */
export interface Offer {
  readonly codes: readonly string[];
  /** The iPhone in the background that may still be asked. */
  readonly address: string | null;
}

export interface CheckRun {
  /** Ends it without a verdict. */
  stop(): void;
  /** The operator saw this code on the phone. False where it was not offered. */
  confirm(code: string): boolean;
  /** Asks the iPhone in the background that is near. */
  read(): Promise<Result<void>>;
}

interface CheckOptions {
  /** What its messages carry. */
  readonly name: Pick<PushBody<'check.progress'>, 'check'>;
  readonly signature: RadioSignature;
  /** Seconds. */
  readonly timeout: number;
  readonly onEnd: (result: CheckResultCore, offer: Offer) => void;
}

/** Listens until a verdict stands. Everything heard is forgotten with the return of this function's closures. */
export function runCheck(context: Context, world: World, { name, signature, timeout, onEnd }: CheckOptions): CheckRun {
  const now = context.clock.monotonic;
  const { radio } = world;
  const check = new Check({ signature, timeout, gateShiftDb: gateShiftOf(world.store) ?? 0 }, now());
  let absentSince: number | null = null;
  let reading = false;
  let ended = false;

  const follow = (state: RadioState): void => {
    if (state.state === 'listening') {
      absentSince = null;
      check.listening(now());
    } else if (state.state === 'absent') {
      absentSince ??= now();
      check.deaf(state.reason, now());
    }
  };
  const patience = (): number => {
    const state = radio.state();
    return state.state === 'absent' && state.reason !== 'radio-failed' ? ABSENT_GRACE_MS : FAILED_GRACE_MS;
  };

  const unfollow = radio.onState(follow);
  const rest = radio.listen((advert) => check.hear(advert));
  follow(radio.state());
  const beat = setInterval(() => {
    // While a phone is asked, nobody is heard: silence that proves nothing.
    const givenUp = absentSince !== null && now() - absentSince > patience();
    const result = reading ? null : givenUp ? check.end(now()) : check.verdict(now());
    if (result === null) show();
    else end(result);
  }, BEAT_MS);

  const show = (): void => {
    const codes = [...check.codes(now())];
    const canRead = radio.read !== undefined && !reading && check.askable(now()) !== null;
    context.push({ name: 'check.progress', body: { ...name, ...check.view(now()), timeout, codes, canRead, reading } });
  };
  const stop = (): void => {
    ended = true;
    clearInterval(beat);
    rest();
    unfollow();
  };
  const end = (result: CheckResultCore): void => {
    const unclear = result.conclusion.verdict === 'unclear';
    const hinted = result.conclusion.reason === 'iphone-background';
    const offer: Offer = {
      codes: unclear ? check.codes(now()) : [],
      address: hinted && radio.read !== undefined ? check.askable(now()) : null,
    };
    stop();
    onEnd(result, offer);
  };

  return {
    stop,
    confirm: (code) => {
      const result = check.confirm(code, now());
      if (result !== null) end(result);
      return result !== null;
    },
    read: async () => {
      const address = check.askable(now());
      if (radio.read === undefined || address === null || reading) return failed('phone-none');
      reading = true;
      const answer = await radio.read(address);
      reading = false;
      if (ended) return failed('check-stopped');
      if (answer.ok) end(check.answered(now()));
      return answer;
    },
  };
}
