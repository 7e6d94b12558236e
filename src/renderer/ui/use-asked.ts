import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestIn, RequestName, RequestOut, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';

export interface Asked<T> {
  /** What the kit answered last; stays on the glass while it is asked again. */
  readonly value: T | null;
  readonly error: WireFailure | null;
  /** Takes a newer answer that came with another reply, before it is asked for again. */
  readonly put: (value: T) => void;
}

/**
 * Asks the kit, and again whenever the question or `turn` changes. One question is on its way at a time, so a crowd
 * at the booths never heaps up questions; the newest one is always asked last. Give the component a key when an
 * answer to another question must not stay on the glass.
 */
export function useAsked<N extends RequestName>(
  name: N,
  input: RequestIn<N>,
  turn: unknown = null,
): Asked<RequestOut<N>> {
  const { kit } = useSession();
  const [asked, setAsked] = useState<Omit<Asked<RequestOut<N>>, 'put'>>({ value: null, error: null });
  const put = useCallback((value: RequestOut<N>) => setAsked({ value, error: null }), []);
  const wanted = useRef<RequestIn<N>>(null);
  const busy = useRef(false);
  const here = useRef(true);
  const question = JSON.stringify(input);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks the same question again
  useEffect(() => {
    wanted.current = JSON.parse(question) as RequestIn<N>;
    if (busy.current) return;
    busy.current = true;
    void (async () => {
      while (wanted.current !== null && here.current) {
        const next: RequestIn<N> = wanted.current;
        wanted.current = null;
        const reply = await kit.request(name, next);
        if (here.current) {
          setAsked(reply.ok ? { value: reply.value, error: null } : { value: null, error: reply.error });
        }
      }
      busy.current = false;
    })();
  }, [kit, name, question, turn]);
  return { ...asked, put };
}
