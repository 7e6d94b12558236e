import { useEffect, useState } from 'react';
import type { UnionView, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';

export interface Found {
  /** What was asked for. */
  readonly text: string;
  readonly unions: readonly UnionView[];
  readonly total: number;
  readonly error: WireFailure | null;
}

/** Unions that fit a text, asked for at each letter; an answer that a later letter overtook is dropped. */
export function useUnionSearch(text: string, limit: number, turn: unknown = null): Found | null {
  const { kit } = useSession();
  const [found, setFound] = useState<Found | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again for the same text
  useEffect(() => {
    let overtaken = false;
    const asked = text.trim();
    void kit.request('union.search', { text: asked, limit }).then((reply) => {
      if (overtaken) return;
      setFound(
        reply.ok
          ? { text: asked, ...reply.value, error: null }
          : { text: asked, unions: [], total: 0, error: reply.error },
      );
    });
    return () => {
      overtaken = true;
    };
  }, [kit, text, limit, turn]);
  return found;
}
