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
  const { kit, checking } = useSession();
  const [state, setState] = useState<ToolState<RequestOut<N>>>({ at: 'rest' });
  /** Ends what runs, once, and is done when the kit has answered; `null`: nothing runs. */
  const end = useRef<(() => Promise<unknown>) | null>(null);
  useEffect(() => () => void end.current?.(), []);
  const run = () => {
    if (end.current !== null) return;
    setState({ at: 'running' });
    const answered = kit.request(name, input).then((reply) => {
      end.current = null;
      free();
      if (reply.ok) setState({ at: 'done', value: reply.value });
      // Whoever pressed stop knows it.
      else setState(reply.error.code === 'check-stopped' ? { at: 'rest' } : { at: 'failed', error: reply.error });
    });
    let ending: Promise<unknown> | null = null;
    end.current = () => {
      ending ??= kit.request('check.stop', { check: name }).then(() => answered);
      return ending;
    };
    const free = checking.occupy(end.current);
  };
  return { state, run, stop: () => void end.current?.() };
}
