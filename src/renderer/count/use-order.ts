import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { shortDate } from '../../core/base/day.ts';
import type { Campaign } from '../../core/campaign/campaign.ts';
import type { WireFailure } from '../../preload/contract.ts';
import { newOnce } from '../state/attempt-key.ts';
import { isUnanswered, type SheetStart } from '../state/count-state.ts';
import { useKit, useSession } from '../state/session.ts';
import { type Draft, peopleOf, type Step, stepOf } from './batch-draft.ts';

/** Why the sheet does not go on: a number that no booth has, or what the Kit said. */
export type Refusal = { readonly typed: string } | WireFailure;

export interface OrderInHand {
  readonly draft: Draft;
  readonly step: Step;
  readonly people: number | null;
  /** Why people are taken off again, and the day for which they were counted, as typed. */
  readonly why: string;
  readonly day: string;
  readonly refusal: Refusal | null;
  /** Its answer was lost: changed now, it would be another attempt, and the one that was sent may be on disk. */
  readonly lost: boolean;
  /** It is on its way, or its answer was lost: it stands as it is. */
  readonly fixed: boolean;
  readonly change: (more: Partial<Draft>) => void;
  readonly setWhy: (why: string) => void;
  readonly setDay: (day: string) => void;
  /** The number stands; keys mean outcomes from now on. */
  readonly number: () => void;
  readonly send: () => Promise<void>;
}

/** An order for a number of people while it is put together, sent, and sent again. Nothing is written before `send`. */
export function useOrder(minus: boolean, start: SheetStart, campaign: Campaign): OrderInHand {
  const { counting } = useSession();
  const today = useKit((state) => state.counts?.day ?? '');
  const { outcome, reason } = start;
  const [draft, setDraft] = useState<Draft>({
    ...{ minus, typed: '', numbered: false, outcome, reason: outcome === null ? undefined : reason },
  });
  const [why, setWhy] = useState('');
  const [day, setDay] = useState(shortDate(start.day ?? today));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has another name, the same one keeps it
  const once = useMemo(newOnce, [draft, why, day]);
  const inHand = useRef(false);
  const [sending, setSending] = useState(false);
  const lost = useStore(counting.store, (state) => isUnanswered(state, once));
  const fixed = sending || lost;
  const people = peopleOf(draft);
  const change = (more: Partial<Draft>) => {
    if (fixed) return;
    setRefusal(null);
    setDraft({ ...draft, ...more });
  };
  return {
    ...{ draft, people, why, day, refusal, lost, fixed, change, setWhy, setDay },
    step: stepOf(draft, campaign),
    number: () => (people === null ? setRefusal({ typed: draft.typed }) : change({ numbered: true })),
    send: async () => {
      if (people === null || draft.outcome === null || inHand.current) return;
      inHand.current = true;
      setSending(true);
      const order = { union: start.union, outcome: draft.outcome, reason: draft.reason ?? null, count: people, once };
      const taken = minus ? { minus: { why, day } } : {};
      const failure = await counting.send({ ...order, ...taken });
      inHand.current = false;
      setSending(false);
      if (failure === null) counting.close();
      else setRefusal(failure);
    },
  };
}
