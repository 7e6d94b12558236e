import { done, type Result } from '../core/base/result.ts';
import type { About } from '../preload/contract/kit.ts';
import type { Push } from '../preload/contract.ts';
import { answer, refuse, worldMeant } from './answer.ts';
import { checkHandlers } from './check/check-session.ts';
import { boothHandlers } from './count/booths.ts';
import { shiftHandlers } from './count/shifts.ts';
import { tallyHandlers } from './count/tallies.ts';
import type { KitDoor } from './door.ts';
import { declaredHandlers } from './figures/declared.ts';
import { totalsHandlers } from './figures/live-totals.ts';
import { backUpRegularly, backupHandlers } from './log/backups.ts';
import { historyHandlers } from './log/history.ts';
import { noticeHandlers, noticeOf } from './log/notice.ts';
import { demoHandlers } from './practice/demo.ts';
import { nextVisitHandlers } from './practice/next-visit.ts';
import { boardHandlers } from './report/board.ts';
import { choiceHandlers } from './report/choices.ts';
import { documentHandlers } from './report/documents.ts';
import { formHandlers } from './report/form.ts';
import { formFileHandlers } from './report/form-file.ts';
import { issueHandlers } from './report/issue.ts';
import { reportOverviewHandlers } from './report/overview.ts';
import { statusHandlers } from './report/status.ts';
import { unionChangeHandlers } from './roster/change-union.ts';
import { rosterImportHandlers } from './roster/import.ts';
import { unionHandlers } from './roster/unions.ts';
import { proveInWorker } from './store/backup/backup.ts';
import { type Handlers, todayOf } from './world/context.ts';
import { countsOf } from './world/counts.ts';
import { contextOf } from './world/open-context.ts';
import { openWorld, radioView, type WorldName, type WorldOptions, worldIn } from './world/world.ts';

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
export async function openKit(options: KitOptions): Promise<Result<KitDoor>> {
  const opened = openWorld(options.radio === 'practice' ? 'practice' : 'real', options);
  if (!opened.ok) return opened;
  let world = opened.value;
  const listeners = new Set<(push: Push) => void>();
  const push = (message: Push): void => {
    for (const listener of [...listeners]) listener(message);
  };
  const context = contextOf({ world: () => world, clock: options.clock, push });
  const check = checkHandlers(context);

  const watchRadio = (): void => {
    world.radio.onState((state) => push({ name: 'radio.changed', body: radioView(world.radio.kind, state) }));
    if (options.staysOpen) world.radio.probe();
  };
  watchRadio();
  const prove = proveInWorker(options.proveWorker);
  let backups = options.staysOpen ? backUpRegularly(context, prove) : null;

  const about = (): About => ({
    version: options.version,
    host: options.host,
    world: world.name,
    dataFolder: world.store.folder,
    machine: world.store.machine,
    now: new Date(options.clock.wall()).toISOString(),
    today: todayOf(context),
    radio: radioView(world.radio.kind, world.radio.state()),
    counts: countsOf(context),
    notice: noticeOf(context),
  });

  /** The other world opens first: if it cannot, nobody is left standing without one. */
  const enter = async (name: WorldName): Promise<Result<About>> => {
    if (worldIn(options.dataRoot, name) === world.name) return done(about());
    check.stop();
    const next = openWorld(name, { ...options, radio: options.radio === 'practice' ? 'auto' : options.radio });
    if (!next.ok) return next;
    await backups?.stop();
    const left = world;
    world = next.value;
    await left.close();
    watchRadio();
    backups = options.staysOpen ? backUpRegularly(context, prove) : null;
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
    ...unionHandlers(context),
    ...tallyHandlers(context),
    ...boothHandlers(context),
    ...shiftHandlers(context),
    ...declaredHandlers(context),
    ...totalsHandlers(context),
    ...historyHandlers(context),
    ...rosterImportHandlers(context),
    ...unionChangeHandlers(context),
    ...statusHandlers(context),
    ...check.handlers,
    ...documentHandlers(context),
    ...reportOverviewHandlers(context),
    ...issueHandlers(context),
    ...boardHandlers(context),
    ...choiceHandlers(context),
    ...formHandlers(context),
    ...formFileHandlers(context),
    ...backupHandlers(context, prove),
    ...noticeHandlers(context),
    ...demoHandlers(context),
    ...nextVisitHandlers(context),
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
