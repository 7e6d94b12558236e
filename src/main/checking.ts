import { Check, type CheckResultCore } from '../core/check.ts';
import { dayOf } from '../core/day.ts';
import { done, failed, type Outcome } from '../core/outcome.ts';
import { classify, type RadioSignature } from '../core/signature.ts';
import { absences } from '../core/verdict.ts';
import type { CheckResult, PushBody, RequestOut } from '../preload/contract.ts';
import type { RadioState } from './ble/radio.ts';
import { currentUnion } from './counting.ts';
import type { Desk, Handlers } from './kit.ts';
import { wordsFor, wordsForReason } from './messages.ts';
import type { World } from './world.ts';

/** How often the verdict is asked for, and progress shown. */
const BEAT_MS = 100;
/** A radio that says it is absent gets this long to come back before the check ends without a verdict. */
const ABSENT_GRACE_MS = 1_200;
/** One that fell over gets time for its restart. */
const FAILED_GRACE_MS = 5_000;

export interface Checking {
  readonly handlers: Pick<Handlers, 'check.start' | 'check.stop' | 'radio.scan'>;
  /** Stops whatever listens, without a verdict. */
  stop(): void;
}

/** Runs one check at a time and records its verdict; counts what is on the air. */
export function checking(desk: Desk): Checking {
  let stopRunning: (() => void) | null = null;

  const start = (union: string | null, timeout: number): Outcome<{ timeout: number }> => {
    const world = desk.world();
    const signature = world.campaign.radio;
    if (signature === null) return failed('radio-none');
    if (stopRunning !== null) return failed('check-running');
    if (union !== null && world.store.units.get(union) === null) return failed('union-unknown', { union });
    const run = runCheck(desk, world, signature, timeout, (result) => {
      stopRunning = null;
      desk.push({ name: 'check.ended', body: conclude(desk, world, union, result) });
    });
    stopRunning = () => {
      stopRunning = null;
      run.stop();
      desk.push({ name: 'check.ended', body: { ended: 'stopped' } });
    };
    return done({ timeout });
  };

  return {
    stop: () => stopRunning?.(),
    handlers: {
      'check.start': ({ union, timeout }) => start(union, timeout),
      'check.stop': () => {
        stopRunning?.();
        return done({});
      },
      'radio.scan': async ({ seconds }) => {
        const world = desk.world();
        const signature = world.campaign.radio;
        if (signature === null || world.radio.kind === 'none') return failed('radio-none');
        if (stopRunning !== null) return failed('check-running');
        return scan(desk, world, signature, seconds, (stop) => {
          stopRunning = stop;
        });
      },
    },
  };
}

/** Listens until a verdict stands. Everything heard is forgotten with the return of this function's closures. */
function runCheck(
  desk: Desk,
  world: World,
  signature: RadioSignature,
  timeout: number,
  onEnd: (result: CheckResultCore) => void,
): { stop: () => void } {
  const now = desk.clock.monotonic;
  const check = new Check({ signature, timeout }, now());
  let absentSince: number | null = null;

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
    const state = world.radio.state();
    return state.state === 'absent' && state.reason !== 'radio-failed' ? ABSENT_GRACE_MS : FAILED_GRACE_MS;
  };

  const unfollow = world.radio.onState(follow);
  const rest = world.radio.listen((advert) => check.hear(advert));
  follow(world.radio.state());
  const beat = setInterval(() => {
    const givenUp = absentSince !== null && now() - absentSince > patience();
    const result = givenUp ? check.end(now()) : check.verdict(now());
    if (result === null) {
      desk.push({ name: 'check.progress', body: { ...check.view(now()), timeout } });
      return;
    }
    stop();
    onEnd(result);
  }, BEAT_MS);
  const stop = (): void => {
    clearInterval(beat);
    rest();
    unfollow();
  };
  return { stop };
}

const isAbsence = (reason: string): boolean => (absences as readonly string[]).includes(reason);

/**
 * Puts the verdict on disk before anybody sees it: verdict, reason, platform, seconds, day, union. Nothing of the phone.
 * A laptop that could not listen has checked nobody, and that is not put down as a check.
 */
function conclude(desk: Desk, world: World, union: string | null, result: CheckResultCore): PushBody<'check.ended'> {
  const { conclusion, platform, seconds, packets } = result;
  const seen: CheckResult = { ...conclusion, platform, seconds, packets, words: wordsForReason(conclusion.reason) };
  if (isAbsence(conclusion.reason)) return { ended: 'verdict', result: seen };
  const written = world.store.append([
    {
      kind: 'check',
      union: union ?? currentUnion(world),
      body: { campaign: world.campaign.id, ...conclusion, platform, seconds, day: dayOf(desk.clock.wall()) },
    },
  ]);
  if (!written.ok) return { ended: 'failed', error: { ...written.error, words: wordsFor(written.error) } };
  return { ended: 'verdict', result: seen };
}

/** Counts packets by class for some seconds. Keeps no packet. */
async function scan(
  desk: Desk,
  world: World,
  signature: RadioSignature,
  seconds: number,
  running: (stop: (() => void) | null) => void,
): Promise<Outcome<RequestOut<'radio.scan'>>> {
  const classes: Record<string, number> = {};
  let packets = 0;
  const startedAt = desk.clock.monotonic();
  const rest = world.radio.listen((advert) => {
    packets++;
    const name = classify(advert, signature);
    classes[name] = (classes[name] ?? 0) + 1;
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    running(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  running(null);
  rest();
  const state = world.radio.state();
  if (packets === 0 && state.state === 'absent') {
    return failed('radio-absent', { reason: state.reason });
  }
  const listened = Math.round((desk.clock.monotonic() - startedAt) / 100) / 10;
  return done({ seconds: listened, packets, classes });
}
