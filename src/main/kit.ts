import type { Clock } from '../core/base/clock.ts';
import { done, type Failure, failed, type Outcome } from '../core/base/result.ts';
import {
  type About,
  type InWorld,
  type Push,
  type Reply,
  type RequestName,
  type RequestOut,
  type RequestRead,
  requests,
} from '../preload/contract.ts';
import { checking } from './check/check-session.ts';
import { boothing } from './count/booths.ts';
import { shifts } from './count/shifts.ts';
import { counting } from './count/tallies.ts';
import type { KitDoor } from './door.ts';
import { declaring } from './figures/declared.ts';
import { liveTotals } from './figures/live-totals.ts';
import { backUpRegularly, keeping, noticeOf } from './log/backups.ts';
import { historyReading } from './log/history.ts';
import { wordsFor } from './messages/index.ts';
import { reportBoard } from './report/board.ts';
import { reportChoosing } from './report/choices.ts';
import { reporting } from './report/documents.ts';
import { reportForming } from './report/form.ts';
import { formFiles } from './report/form-file.ts';
import { reportIssuing } from './report/issue.ts';
import { reportDesk } from './report/overview.ts';
import { statusKeeping } from './report/status.ts';
import { unionChanging } from './roster/change-union.ts';
import { rosterKeeping } from './roster/import.ts';
import { choosing } from './roster/unions.ts';
import { proveInWorker } from './store/backup/backup.ts';
import { countsOf, todayOf } from './world/counts.ts';
import { openWorld, radioView, type World, type WorldName, type WorldOptions, worldIn } from './world/world.ts';

/** What a part of the Kit works with: the world as it is now, and a way to push. */
export interface Desk {
  readonly world: () => World;
  readonly clock: Clock;
  readonly push: (push: Push) => void;
}

export type Handlers = {
  readonly [N in RequestName]: (input: RequestRead<N>) => Outcome<RequestOut<N>> | Promise<Outcome<RequestOut<N>>>;
};

export interface KitOptions extends WorldOptions {
  readonly host: About['host'];
  readonly version: string;
  /** Stays open: asks for the adapter at once, so that the first screen can say whether there is one, and backs up. */
  readonly staysOpen: boolean;
  /** The worker thread that proves backups: `prove.js` beside the program. */
  readonly proveWorker: string;
  /** Hears of what nobody expected; never handed anything of a phone. */
  readonly onUnexpected: (error: unknown) => void;
}

/**
 * The Kit: implements every request of the contract on one open world. Knows no Electron, no HTTP, no
 * terminal. `--radio practice` opens the practice world, since practice and real data never mix.
 */
export async function openKit(options: KitOptions): Promise<Outcome<KitDoor>> {
  const opened = openWorld(options.radio === 'practice' ? 'practice' : 'real', options);
  if (!opened.ok) return opened;
  let world = opened.value;
  const listeners = new Set<(push: Push) => void>();
  const push = (message: Push): void => {
    for (const listener of [...listeners]) listener(message);
  };
  const desk: Desk = { world: () => world, clock: options.clock, push };
  const check = checking(desk);

  const watchRadio = (): void => {
    world.radio.onState((state) => push({ name: 'radio.changed', body: radioView(world.radio.kind, state) }));
    if (options.staysOpen) world.radio.probe();
  };
  watchRadio();
  const prove = proveInWorker(options.proveWorker);
  let backups = options.staysOpen ? backUpRegularly(desk, prove) : null;

  const about = (): About => ({
    version: options.version,
    host: options.host,
    world: world.name,
    dataFolder: world.store.folder,
    machine: world.store.machine,
    now: new Date(options.clock.wall()).toISOString(),
    today: todayOf(desk),
    radio: radioView(world.radio.kind, world.radio.state()),
    counts: countsOf(desk),
    notice: noticeOf(desk),
  });

  /** The other world opens first: if it cannot, nobody is left standing without one. */
  const enter = async (name: WorldName): Promise<Outcome<About>> => {
    if (worldIn(options.dataRoot, name) === world.name) return done(about());
    check.stop();
    const next = openWorld(name, { ...options, radio: options.radio === 'practice' ? 'auto' : options.radio });
    if (!next.ok) return next;
    await backups?.stop();
    const left = world;
    world = next.value;
    await left.close();
    watchRadio();
    backups = options.staysOpen ? backUpRegularly(desk, prove) : null;
    push({ name: 'world.changed', body: about() });
    return done(about());
  };

  /** Practice and real never mix: what was meant for the world that another window has left is not done in this one. */
  const meantElsewhere = (input: unknown): boolean => worldMeant(input) !== null && worldMeant(input) !== world.name;

  const handlers: Handlers = {
    'kit.about': () => done(about()),
    'world.enter': ({ world: name }) => enter(name),
    'campaign.get': () => done(world.campaign),
    'log.verify': () => {
      const { ok, events, machines, faults } = world.store.verify();
      return done({ ok, events, machines, faults: [...faults] });
    },
    ...choosing(desk),
    ...counting(desk),
    ...boothing(desk),
    ...shifts(desk),
    ...declaring(desk),
    ...liveTotals(desk),
    ...historyReading(desk),
    ...rosterKeeping(desk),
    ...unionChanging(desk),
    ...statusKeeping(desk),
    ...check.handlers,
    ...reporting(desk),
    ...reportDesk(desk),
    ...reportIssuing(desk),
    ...reportBoard(desk),
    ...reportChoosing(desk),
    ...reportForming(desk),
    ...formFiles(desk),
    ...keeping(desk, prove),
  };

  return done({
    request: async (name, input) =>
      meantElsewhere(input)
        ? refuse({ code: 'world-left', detail: {} })
        : answer(handlers, name, input, options.onUnexpected),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      check.stop();
      await backups?.stop();
      await world.close();
    },
  });
}

const isRequest = (name: string): name is RequestName => Object.hasOwn(requests, name);

/** The world that a screen was in when it asked, beside what it asks for. */
const worldMeant = (input: unknown): unknown => (input as InWorld | null | undefined)?.inWorld ?? null;

const refuse = (failure: Failure): Reply<never> => ({
  ok: false,
  error: { ...failure, words: wordsFor(failure) },
});

/** Validates, runs, and turns whatever goes wrong into words: what was expected by its code, the rest as `unexpected`. */
async function answer(
  handlers: Handlers,
  name: string,
  input: unknown,
  onUnexpected: (error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isRequest(name)) return refuse({ code: 'unknown-request', detail: { name: String(name).slice(0, 40) } });
  const { inWorld: _, ...asked } = (input ?? {}) as InWorld;
  const parsed = requests[name].in.safeParse(typeof input === 'object' ? asked : input);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ');
    return refuse({ code: 'bad-input', detail: { where: where.slice(0, 200) } });
  }
  try {
    const handler = handlers[name] as (input: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>;
    const outcome = await handler(parsed.data);
    return outcome.ok ? outcome : refuse(outcome.error);
  } catch (error) {
    onUnexpected(error);
    const { error: failure } = failed('unexpected') as { error: Failure };
    return refuse(failure);
  }
}
