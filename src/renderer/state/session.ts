import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { About } from '../../preload/contract/kit.ts';
import type { InWorld, KitClient, RequestName, WireFailure } from '../../preload/contract.ts';
import type { Screen } from '../keys.ts';
import { type KitLine, unanswered } from '../kit-client.ts';
import { type Checking, createChecking } from './check-session.ts';
import { type Counting, createCounting } from './count.ts';
import { createDuty, type Duty } from './duty.ts';
import { createPaper, type Paper } from './paper.ts';
import { type SessionState, takeCounts, type UnionPart } from './session-state.ts';
import { createVerdicts, handOf, type Verdicts } from './verdict-at-hand.ts';
import { createWarnings, type Warnings } from './warnings.ts';

export interface Session {
  readonly kit: KitClient;
  readonly store: StoreApi<SessionState>;
  readonly counting: Counting;
  readonly checking: Checking;
  readonly duty: Duty;
  readonly verdicts: Verdicts;
  readonly warnings: Warnings;
  readonly paper: Paper;
  /** Asks the kit for everything that is shown; again after a broken line. */
  readonly open: () => Promise<void>;
  readonly go: (screen: Screen) => void;
  /** Opens the page of a union from any screen, at one of its parts; `closeUnion` leads back to where it was opened. */
  readonly openUnion: (union: string, part?: UnionPart) => void;
  readonly closeUnion: () => void;
  /** Leaves one world for the other; the failure when that was not possible, or would leave real people uncounted. */
  readonly enter: (world: About['world']) => Promise<WireFailure | null>;
  /** Puts away what the kit had to tell of this folder, once a person has read it. */
  readonly dismissNotice: () => Promise<void>;
}

/** What asks which world is open, or changes it. */
const ASKS_FOR_THE_WORLD: readonly RequestName[] = ['kit.about', 'campaign.get', 'world.enter'];

/**
 * Every request says which world its screen shows: another window may switch it while a key is on its way. What waited
 * before it was sent says for itself which world it is meant for.
 */
const inWorldOf = (kit: KitClient, shown: () => About['world'] | undefined): KitClient => ({
  on: kit.on,
  request: (name, input) => {
    const inWorld = ASKS_FOR_THE_WORLD.includes(name) ? undefined : shown();
    return kit.request(name, inWorld === undefined ? input : { ...({ inWorld } satisfies InWorld), ...input });
  },
});

/** Joins the kit, its pushes and the screens' state. */
export function openSession({ kit: line, watch }: KitLine): Session {
  const store = createStore<SessionState>(() => ({
    screen: 'booth',
    unionPlace: null,
    about: null,
    campaign: null,
    counts: null,
    radio: { state: 'off' },
    union: null,
    lately: [],
    up: true,
    refused: null,
  }));
  const kit = inWorldOf(line, () => store.getState().about?.world);
  const readLately = async () => {
    const lately = await kit.request('union.lately', {});
    if (lately.ok) store.setState({ union: lately.value.current, lately: lately.value.unions });
  };
  /** What a hand held in one folder may not fall into another: an answer lost in practice is nobody's count. */
  const leave = () => {
    store.setState({ unionPlace: null });
    counting.forget();
    checking.abandon();
    warnings.forget();
    verdicts.withdraw();
    duty.forget();
  };
  const take = async (about: About) => {
    const before = store.getState().about;
    const elsewhere = before !== null && (before.world !== about.world || before.dataFolder !== about.dataFolder);
    if (elsewhere) leave();
    store.setState({ about, radio: about.radio, counts: about.counts, refused: null });
    const { campaign } = store.getState();
    // Asked again after a broken line: a sheet that is half in stays as it is.
    if (campaign !== null && (elsewhere || paper.store.getState().lines.length === 0)) paper.lay(campaign);
    await readLately();
    void duty.load();
  };
  const open = async () => {
    const [about, campaign] = await Promise.all([kit.request('kit.about', {}), kit.request('campaign.get', {})]);
    if (!about.ok) return store.setState({ refused: about.error });
    if (!campaign.ok) return store.setState({ refused: campaign.error });
    store.setState({ campaign: campaign.value });
    await take(about.value);
  };

  kit.on('counts.changed', (counts) => {
    if (counts.union === (store.getState().union?.code ?? null)) takeCounts(store, counts);
    // Another window of the same kit has switched the union. While a switch of this one is on its way, its reply tells.
    else if (!counting.busy()) void open();
  });
  kit.on('radio.changed', (radio) => store.setState({ radio }));
  kit.on('world.changed', (about) => void take(about));
  kit.on('notice.changed', (notice) => {
    const { about } = store.getState();
    if (about !== null) store.setState({ about: { ...about, notice } });
  });
  watch((up) => {
    const was = store.getState().up;
    if (up !== was) store.setState({ up });
    // Messages were missed meanwhile: numbers are asked for, never guessed.
    if (!up || was) return;
    checking.abandon();
    void open();
  });

  const checking = createChecking(kit, store);
  const duty = createDuty(kit);
  const warnings = createWarnings();
  const verdicts = createVerdicts();
  checking.store.subscribe(() => {
    const { check } = checking.store.getState();
    if (check.at === 'starting') verdicts.withdraw();
    else if (check.at === 'ended') verdicts.offer(check.result);
  });
  const paper = createPaper(kit, store, warnings);
  const counting = createCounting(kit, store, {
    counts: checking.settling,
    warnings,
    hand: handOf(checking.inHand, verdicts),
  });
  return {
    kit,
    store,
    counting,
    checking,
    duty,
    verdicts,
    warnings,
    paper,
    open,
    go: (screen) => {
      if (screen !== 'check') checking.abandon();
      // The key of the screen that is open leads from a page to its list.
      const toList = screen === 'unions' && store.getState().screen === 'unions';
      store.setState(toList ? { screen, unionPlace: null } : { screen });
    },
    openUnion: (union, part = 'about') => {
      checking.abandon();
      const { screen, unionPlace } = store.getState();
      // From one union to the next the way back stays the same.
      const from = screen === 'unions' ? (unionPlace?.from ?? 'unions') : screen;
      store.setState({ screen: 'unions', unionPlace: { union, part, from } });
    },
    closeUnion: () => store.setState({ screen: store.getState().unionPlace?.from ?? 'unions', unionPlace: null }),
    enter: async (world) => {
      if (store.getState().about?.world === 'real' && world === 'practice') {
        const left = { entries: await counting.unanswered(), lines: paper.unsure() };
        if (left.entries > 0) return unanswered('entries', left.entries);
        if (left.lines > 0) return unanswered('lines', left.lines);
      }
      const answer = await kit.request('world.enter', { world });
      if (!answer.ok) return answer.error;
      // Leaves too, unless the push came first: what was refused since then is still to be said.
      await take(answer.value);
      return null;
    },
    dismissNotice: async () => {
      const reply = await kit.request('notice.dismiss', {});
      const { about } = store.getState();
      if (reply.ok && about !== null) store.setState({ about: { ...about, notice: null } });
    },
  };
}

export const SessionContext = createContext<Session | null>(null);

/** The session of this window. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a screen stands outside the session');
  return session;
}

/** A part of what every screen may look at. */
export function useKit<P>(part: (state: SessionState) => P): P {
  return useStore(useSession().store, part);
}
