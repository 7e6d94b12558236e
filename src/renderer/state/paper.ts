import type { Campaign } from '../../core/campaign.ts';
import type { KitClient, UnionView, WireFailure } from '../../preload/contract.ts';
import { reasonsFor } from '../booth/reasons.ts';
import { answerLost } from '../kit-client.ts';
import { newOnce } from './once.ts';
import { type SessionState, takeCounts } from './session-state.ts';
import { createStore, type Store } from './store.ts';
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
  readonly store: Store<PaperState>;
  readonly setUnion: (union: UnionView) => void;
  readonly setDay: (day: string) => void;
  /** Writes a number beside the line at that place. */
  readonly type: (place: number, typed: string) => void;
  /** Sends the lines that are not known to be written, one after another; each counts once however often it is sent. */
  readonly save: () => Promise<void>;
  /** An empty sheet for the same union and day. */
  readonly next: () => void;
  /** Lays an empty sheet of this campaign; another world has other numbers. */
  readonly lay: (campaign: Campaign) => void;
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

/** A paper sheet on its way into the log. It stays as it is while other screens are shown. */
export function createPaper(kit: KitClient, session: Store<SessionState>, warnings: Warnings): Paper {
  const store = createStore<PaperState>({ union: null, day: '', lines: [], saving: false });
  const change = (place: number, more: Partial<PaperLine>) =>
    store.set({ lines: store.get().lines.map((line, index) => (index === place ? { ...line, ...more } : line)) });
  const started = () => store.get().lines.some(isFixed);

  /** `false`: the lines after it would meet the same, so they are not sent. */
  const send = async (place: number, line: PaperLine, union: UnionView, day: string): Promise<boolean> => {
    change(place, { at: 'saving', error: null });
    const { outcome, reason, typed, once } = line;
    const what = { union: union.code, outcome, reason, count: typed, once };
    const reply = await kit.request('tally.add', { ...what, day, source: 'paper' });
    if (reply.ok) {
      change(place, { at: 'saved' });
      takeCounts(session, reply.value.counts);
      warnings.take(reply.value.warnings);
      return true;
    }
    const lost = answerLost(reply.error);
    change(place, { at: lost || line.at === 'unsure' ? 'unsure' : 'refused', error: lost ? null : reply.error });
    return reply.error.code === 'count-impossible';
  };

  return {
    store,
    setUnion: (union) => {
      if (!started()) store.set({ union });
    },
    setDay: (day) => {
      if (!started()) store.set({ day });
    },
    type: (place, typed) => {
      const line = store.get().lines[place];
      if (line !== undefined && !isFixed(line)) change(place, { typed, at: 'typed', error: null });
    },
    save: async () => {
      const { union, day, lines, saving } = store.get();
      if (saving || union === null) return;
      store.set({ saving: true });
      for (const [place, line] of lines.entries()) {
        if (line.at === 'saved' || blank(line)) continue;
        if (!(await send(place, line, union, day))) break;
      }
      store.set({ saving: false });
    },
    next: () => store.set({ lines: store.get().lines.map((line) => ({ ...line, ...untouched() })) }),
    lay: (campaign) => store.set({ union: null, day: '', lines: linesOf(campaign), saving: false }),
  };
}
