import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Campaign } from '../../core/campaign/campaign.ts';
import { reasonsFor } from '../../core/campaign/reasons.ts';
import type { KitClient, UnionView, WireFailure } from '../../preload/contract.ts';
import { answerLost, provesUnwritten } from '../kit-client.ts';
import { newOnce } from './attempt-key.ts';
import { type Meant, meantNow, type SessionState, takeCounts } from './session-state.ts';
import type { Warnings } from './warnings.ts';

/** One number of a sheet. */
export interface PaperLine {
  readonly outcome: string;
  readonly reason: string | null;
  readonly typed: string;
  /** `unsure`: its answer was lost, so nobody can say yet whether it was written. */
  readonly at: 'typed' | 'saving' | 'saved' | 'unsure' | 'refused';
  readonly error: WireFailure | null;
  /** The same for every attempt at this line of this sheet: it counts once. */
  readonly once: string;
}

export interface PaperState {
  readonly union: UnionView | null;
  readonly day: string;
  readonly lines: readonly PaperLine[];
  readonly saving: boolean;
}

export interface Paper {
  readonly store: StoreApi<PaperState>;
  readonly setUnion: (union: UnionView) => void;
  readonly setDay: (day: string) => void;
  /** Writes a number beside the line at that place. */
  readonly type: (place: number, typed: string) => void;
  /** Sends the lines that are not known to be written, one after another; each counts once however often it is sent. */
  readonly save: () => Promise<void>;
  /** An empty sheet for the same union and day. */
  readonly next: () => void;
  /**
   * Lays the sheet of the world that is open: an empty one, or the one that was left there with a line of which nobody
   * can say yet whether it was written.
   */
  readonly lay: (campaign: Campaign) => void;
  /** How many lines those are. */
  readonly unsure: () => number;
}

const blank = (line: PaperLine): boolean => /^0*$/.test(line.typed.trim());
/** What was sent stands as it is: changed afterwards, it would be another line. */
export const isFixed = ({ at }: PaperLine): boolean => at === 'saved' || at === 'unsure' || at === 'saving';
/** Lines that `save` would send. */
export const leftOf = ({ lines }: PaperState): PaperLine[] =>
  lines.filter((line) => line.at !== 'saved' && !blank(line));

const linesOf = (campaign: Campaign): PaperLine[] =>
  campaign.outcomes.flatMap(({ code, needsReason }) => {
    const reasons = [...(needsReason ? [] : [null]), ...reasonsFor(campaign, code).map((reason) => reason.code)];
    return reasons.map((reason) => ({ outcome: code, reason, ...untouched() }));
  });
const untouched = () => ({ typed: '', at: 'typed' as const, error: null, once: newOnce() });

const isUnsure = ({ at }: PaperLine): boolean => at === 'unsure' || at === 'saving';

/** What every line of one sheet shares. */
interface Sheet {
  readonly union: UnionView;
  readonly day: string;
  readonly meant: Meant;
}

/** A paper sheet on its way into the log. It stays as it is while other screens are shown. */
export function createPaper(kit: KitClient, session: StoreApi<SessionState>, warnings: Warnings): Paper {
  const store = createStore<PaperState>(() => ({ union: null, day: '', lines: [], saving: false }));
  /** The folder of the sheet that lies there, and sheets that wait for theirs. */
  let folder = meantNow(session).folder;
  const aside = new Map<typeof folder, PaperState>();
  const change = (once: string, more: Partial<PaperLine>) =>
    store.setState({ lines: store.getState().lines.map((line) => (line.once === once ? { ...line, ...more } : line)) });
  const started = () => store.getState().lines.some(isFixed);

  /** `false`: the lines after it would meet the same, so they are not sent. */
  const send = async (line: PaperLine, { union, day, meant }: Sheet): Promise<boolean> => {
    const { outcome, reason, typed, once } = line;
    change(once, { at: 'saving', error: null });
    const what = { union: union.code, outcome, reason, count: typed, once, ...meant.world };
    const reply = await kit.request('tally.add', { ...what, day, source: 'paper' });
    if (reply.ok) {
      change(once, { at: 'saved' });
      // Another world has opened meanwhile: its numbers are others.
      if (meantNow(session).folder !== meant.folder) return false;
      takeCounts(session, reply.value.counts);
      warnings.take(reply.value.warnings);
      return true;
    }
    const lost = answerLost(reply.error);
    const unsure = lost || (line.at === 'unsure' && !provesUnwritten(reply.error));
    change(once, { at: unsure ? 'unsure' : 'refused', error: lost ? null : reply.error });
    return reply.error.code === 'count-impossible';
  };

  return {
    store,
    setUnion: (union) => {
      if (!started()) store.setState({ union });
    },
    setDay: (day) => {
      if (!started()) store.setState({ day });
    },
    type: (place, typed) => {
      const line = store.getState().lines[place];
      if (line !== undefined && !isFixed(line)) change(line.once, { typed, at: 'typed', error: null });
    },
    save: async () => {
      const { union, day, lines, saving } = store.getState();
      if (saving || union === null) return;
      store.setState({ saving: true });
      const meant = meantNow(session);
      for (const line of lines) {
        if (line.at === 'saved' || blank(line)) continue;
        if (!(await send(line, { union, day, meant }))) break;
      }
      if (folder === meant.folder) store.setState({ saving: false });
    },
    next: () => store.setState({ lines: store.getState().lines.map((line) => ({ ...line, ...untouched() })) }),
    lay: (campaign) => {
      const left = store.getState();
      if (left.lines.some(isUnsure)) aside.set(folder, left);
      folder = meantNow(session).folder;
      const { lines, ...sheet } = aside.get(folder) ?? { union: null, day: '', lines: linesOf(campaign) };
      aside.delete(folder);
      // What was on its way when this world was left: its answer never came to this sheet.
      const lain = lines.map((line) => (line.at === 'saving' ? { ...line, at: 'unsure' as const } : line));
      store.setState({ ...sheet, lines: lain, saving: false });
    },
    unsure: () => store.getState().lines.filter(isUnsure).length,
  };
}
