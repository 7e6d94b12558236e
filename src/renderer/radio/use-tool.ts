import { useEffect, useRef, useState } from 'react';
import type { RequestIn, RequestOut, WireFailure } from '../../preload/contract.ts';
import { useSession } from '../state/session.ts';

/** What the radio can be asked for besides a check; it serves one at a time. */
type ToolName = 'radio.scan' | 'radio.beacon' | 'radio.calibrate';

export type ToolState<T> =
  | { readonly at: 'rest' }
  | { readonly at: 'running' }
  | { readonly at: 'done'; readonly value: T }
  | { readonly at: 'failed'; readonly error: WireFailure };

export interface Tool<N extends ToolName> {
  readonly state: ToolState<RequestOut<N>>;
  readonly run: () => void;
  readonly stop: () => void;
}

/** Runs one of them and ends it when its screen is left: nobody would see what comes of it. */
export function useTool<N extends ToolName>(name: N, input: RequestIn<N>): Tool<N> {
  const { kit } = useSession();
  const [state, setState] = useState<ToolState<RequestOut<N>>>({ at: 'rest' });
  const running = useRef(false);
  const stop = () => void kit.request('check.stop', {});
  useEffect(
    () => () => {
      if (running.current) void kit.request('check.stop', {});
    },
    [kit],
  );
  const run = () => {
    if (running.current) return;
    running.current = true;
    setState({ at: 'running' });
    void kit.request(name, input).then((reply) => {
      running.current = false;
      if (reply.ok) setState({ at: 'done', value: reply.value });
      // Whoever pressed stop knows it.
      else setState(reply.error.code === 'check-stopped' ? { at: 'rest' } : { at: 'failed', error: reply.error });
    });
  };
  return { state, run, stop };
}
