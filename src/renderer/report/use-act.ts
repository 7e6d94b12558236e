import { useState } from 'react';
import type { RequestIn, RequestName, RequestOut, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';

export interface Act {
  readonly busy: boolean;
  readonly error: WireFailure | null;
  /** Asks the kit to do something; `null` when it refused, and `error` says why. */
  readonly run: <N extends RequestName>(name: N, input: RequestIn<N>) => Promise<RequestOut<N> | null>;
}

/** One thing done at a time; nothing counts as done before the reply (law 6). */
export function useAct(): Act {
  const { kit } = useSession();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireFailure | null>(null);
  return {
    busy,
    error,
    run: async (name, input) => {
      setBusy(true);
      const reply = await kit.request(name, input);
      setBusy(false);
      setError(reply.ok ? null : reply.error);
      return reply.ok ? reply.value : null;
    },
  };
}
