import { useState } from 'react';
import type { Declared, WireFailure } from '../../preload/contract.ts';
import { useKit, useSession } from '../state/session.ts';
import { changedFields, type Draft, fieldOf, requestOf } from './declared-draft.ts';

/** Typed numbers outlive a look at another screen; they are in memory only, apart for each world and union. */
const kept = new Map<string, Draft>();

export interface Drafting {
  readonly draft: Draft;
  readonly changed: number;
  readonly busy: boolean;
  /** The kit said no to the last attempt. */
  readonly refusal: WireFailure | null;
  /** The field that the refusal is about. */
  readonly refused: string | null;
  /** How many changes the last save brought; `null` since something was typed again. */
  readonly saved: number | null;
  readonly type: (field: string, typed: string) => void;
  readonly drop: () => void;
  readonly save: () => Promise<void>;
}

/** What is typed into one part of a union's declared figures, until it is saved or dropped. `onSaved` hears what then stands. */
export function useDraft(
  declared: Declared,
  part: 'figures' | 'outreach',
  onSaved: (declared: Declared) => void,
): Drafting {
  const { kit } = useSession();
  const world = useKit((state) => state.about?.world ?? 'real');
  const place = `${world} ${part} ${declared.union}`;
  const [draft, setDraft] = useState<Draft>(() => kept.get(place) ?? {});
  const [refusal, setRefusal] = useState<WireFailure | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = changedFields(declared, draft).length;
  const put = (next: Draft) => {
    kept.set(place, next);
    setDraft(next);
  };
  return {
    draft,
    changed,
    busy,
    refusal,
    refused: refusal === null ? null : fieldOf(refusal),
    saved,
    type: (field, typed) => {
      put({ ...draft, [field]: typed });
      setSaved(null);
      setRefusal(null);
    },
    drop: () => {
      put({});
      setRefusal(null);
    },
    save: async () => {
      if (busy || changed === 0) return;
      setBusy(true);
      const reply = await kit.request('declared.set', requestOf(declared, draft));
      setBusy(false);
      if (!reply.ok) {
        setRefusal(reply.error);
        const field = fieldOf(reply.error);
        if (field !== null) document.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
        return;
      }
      onSaved(reply.value.declared);
      put({});
      setRefusal(null);
      setSaved(changed);
    },
  };
}
