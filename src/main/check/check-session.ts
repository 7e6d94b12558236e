import { wallOf } from '../../core/base/clock.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { CheckResultCore } from '../../core/check/check.ts';
import type { Conclusion } from '../../core/check/verdict.ts';
import type { EventDraft, EventRef } from '../../core/log/event.ts';
import { absences } from '../../core/radio/absence.ts';
import type { CheckResult, PushBody, RequestRead } from '../../preload/contract.ts';
import { wordsFor, wordsForReason } from '../messages/index.ts';
import { type Context, type Handlers, todayOf } from '../world/context.ts';
import { currentUnion } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { calibrationHandlers } from './calibration.ts';
import { type CheckRun, type Offer, runCheck } from './check-run.ts';
import { radioToolHandlers } from './radio-tools.ts';
import { turns } from './radio-turns.ts';

/** How long after the verdict the operator may still confirm; then what was heard of the phone is gone (law 4). */
const OFFER_MS = 60_000;
/** An iPhone that is asked after the verdict has to be heard again first. */
const HEAR_AGAIN_MS = 5_000;

/** How many names of checks that were stopped are kept, in case a start comes after its own stop. */
const STOPPED_KEPT = 16;

/** A verdict that the operator may still better. */
interface OpenOffer extends Offer {
  readonly world: World;
  readonly result: CheckResultCore;
  readonly union: string | null;
  readonly event: EventRef;
  readonly check: string | null;
}

type CheckRequest = 'check.start' | 'check.stop' | 'check.confirm' | 'check.read';
type RadioRequest = 'radio.scan' | 'radio.beacon' | 'radio.calibrate' | 'radio.gate';

export interface Checking {
  readonly handlers: Pick<Handlers, CheckRequest | RadioRequest>;
  /** Stops whatever listens, without a verdict, and forgets what was heard. */
  stop(): void;
}

/** Runs one check at a time and records its verdict, and what the operator makes of it. */
export function checkHandlers(context: Context): Checking {
  const radio = turns();
  let running: CheckRun | null = null;
  let offer: OpenOffer | null = null;
  let forgetting: NodeJS.Timeout | null = null;
  /** Names of checks that were stopped while they did not run, newest last. */
  let stopped: readonly string[] = [];

  const forget = (): void => {
    offer = null;
    if (forgetting !== null) clearTimeout(forgetting);
  };

  const start = ({ check, union, timeout }: RequestRead<'check.start'>): Result<{ timeout: number }> => {
    // Its stop has overtaken it: nobody waits for it any more.
    if (check !== null && stopped.includes(check)) return failed('check-stopped');
    const world = context.world();
    const signature = world.campaign.radio;
    if (signature === null) return failed('radio-none');
    if (radio.busy) return failed('check-running');
    const known = union === null ? done(null) : context.union(union);
    if (!known.ok) return known;
    forget();
    const giveBack = radio.take(check, () => {
      giveBack();
      running?.stop();
      running = null;
      context.push({ name: 'check.ended', body: { ...named(check), ended: 'stopped' } });
    });
    const onEnd = (result: CheckResultCore, left: Offer): void => {
      giveBack();
      running = null;
      const whose = union ?? currentUnion(world.store);
      const event = conclude({ context, world, check }, [checked(context, world, whose, result)], result, left);
      if (event === null || (left.codes.length === 0 && left.address === null)) return;
      offer = { ...left, world, result, union: whose, event, check };
      forgetting = setTimeout(() => {
        forget();
        context.push({ name: 'check.forgotten', body: {} });
      }, OFFER_MS);
      forgetting.unref();
    };
    running = runCheck(context, world, { name: named(check), signature, timeout, onEnd });
    return done({ timeout });
  };

  /** The pass takes the place of the verdict that left it open: one check, one verdict in every total. */
  const better = ({ world, result, union, event, check }: OpenOffer, conclusion: Conclusion): void => {
    forget();
    const passed = { ...result, conclusion };
    const undo: EventDraft = { kind: 'undo', union, body: { target: event, why: 'confirmed' } };
    const drafts = [undo, checked(context, world, union, passed)];
    conclude({ context, world, check }, drafts, passed, { codes: [], address: null });
  };

  return {
    stop: () => {
      radio.stop();
      forget();
    },
    handlers: {
      'check.start': start,
      'check.stop': ({ check }) => {
        if (!radio.stop(check) && check !== null) stopped = [...stopped, check].slice(-STOPPED_KEPT);
        return done({});
      },
      'check.confirm': ({ code }) => {
        if (running !== null) return running.confirm(code) ? done({}) : failed('code-unknown');
        if (offer === null || !offer.codes.includes(code)) return failed('code-unknown');
        better(offer, { verdict: 'pass', reason: 'code-confirmed' });
        return done({});
      },
      'check.read': async () => {
        if (running !== null) {
          const answer = await running.read();
          return answer.ok ? done({}) : answer;
        }
        const asked = offer;
        if (asked === null || asked.address === null) return failed('phone-none');
        if (radio.busy) return failed('check-running');
        const answer = await readAgain(asked.world, asked.address, (stop) => radio.take(asked.check, stop));
        if (!answer.ok) return answer;
        if (offer !== asked) return failed('check-stopped');
        better(asked, { verdict: 'pass', reason: 'gatt-confirmed' });
        return done({});
      },
      ...radioToolHandlers(context, radio),
      ...calibrationHandlers(context, radio),
    },
  };
}

/** As a message carries it. */
const named = (check: string | null): Pick<PushBody<'check.progress'>, 'check'> => (check === null ? {} : { check });

/** What the log keeps: verdict, reason, platform, seconds, day, union. Nothing of the phone. */
const checked = (
  context: Context,
  world: World,
  union: string | null,
  { conclusion, platform, seconds }: CheckResultCore,
): EventDraft => ({
  kind: 'check',
  union,
  body: { campaign: world.campaign.id, ...conclusion, platform, seconds, day: todayOf(context) },
});

const isAbsence = (reason: string): boolean => (absences as readonly string[]).includes(reason);

/**
 * Puts the verdict on disk before anybody sees it. Returns the event, or `null` when the disk refused it, or when the
 * laptop could not listen: then it has checked nobody.
 */
function conclude(
  { context, world, check }: { readonly context: Context; readonly world: World; readonly check: string | null },
  drafts: readonly EventDraft[],
  { conclusion, platform, seconds, packets }: CheckResultCore,
  { codes, address }: Offer,
): EventRef | null {
  const words = wordsForReason(conclusion.reason);
  const offered = { codes: [...codes], canRead: address !== null };
  const seen = { ...conclusion, platform, seconds, packets, words, ...offered };
  if (isAbsence(conclusion.reason)) {
    context.push({ name: 'check.ended', body: { ...named(check), ended: 'verdict', result: seen } });
    return null;
  }
  const written = world.store.append(drafts);
  const last = written.ok ? written.value.at(-1) : undefined;
  if (!written.ok || last === undefined) {
    const error = written.ok ? { code: 'unexpected' as const, detail: {} } : written.error;
    const body = { ...named(check), ended: 'failed' as const, error: { ...error, words: wordsFor(error) } };
    context.push({ name: 'check.ended', body });
    return null;
  }
  const event = { machine: last.machine, seq: last.seq };
  const result: CheckResult = { ...seen, event, at: new Date(wallOf(last.stamp)).toISOString() };
  context.push({ name: 'check.ended', body: { ...named(check), ended: 'verdict', result } });
  return event;
}

/** Listens until the iPhone is heard again, then asks it. */
async function readAgain(
  { radio }: World,
  address: string,
  take: (stop: () => void) => () => void,
): Promise<Result<void>> {
  if (radio.read === undefined) return failed('phone-none');
  let rest = (): void => undefined;
  const heard = await new Promise<'heard' | 'silent' | 'stopped'>((resolve) => {
    const giveBack = take(() => end('stopped'));
    const timer = setTimeout(() => end('silent'), HEAR_AGAIN_MS);
    const end = (how: 'heard' | 'silent' | 'stopped'): void => {
      clearTimeout(timer);
      giveBack();
      resolve(how);
    };
    rest = radio.listen((advert) => {
      if (advert.address === address) end('heard');
    });
  });
  const answer = heard === 'heard' ? await radio.read(address) : null;
  rest();
  if (heard === 'stopped') return failed('check-stopped');
  return answer ?? failed('phone-unread');
}
