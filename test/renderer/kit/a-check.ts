import { createStore } from 'zustand/vanilla';
import type {
  CheckResult,
  KitClient,
  PushBody,
  PushName,
  Reply,
  RequestName,
  UnionView,
} from '../../../src/preload/contract.ts';
import { createChecking } from '../../../src/renderer/state/check-session.ts';
import { createCounting } from '../../../src/renderer/state/count.ts';
import type { SessionState } from '../../../src/renderer/state/session-state.ts';
import { bluezone2020 } from '../../kit/campaign.ts';

export const words = { what: { vi: 'Có.', en: 'Yes.' }, todo: { vi: 'Tiếp.', en: 'Go on.' } };
export const event = { machine: 'm1', seq: 7 };
export const unclear: CheckResult = {
  verdict: 'unclear',
  reason: 'two-near',
  platform: 'android',
  seconds: 9,
  packets: 400,
  words,
  event,
  codes: ['286BCE***', 'A1B2C3***'],
  canRead: false,
};
export const pass: CheckResult = {
  ...unclear,
  verdict: 'pass',
  reason: 'code-confirmed',
  codes: [],
  event: { machine: 'm1', seq: 9 },
};
export const silent: CheckResult = {
  ...unclear,
  verdict: 'not-seen',
  reason: 'silent',
  platform: 'unknown',
  codes: [],
};
export const background: CheckResult = {
  ...unclear,
  verdict: 'inconclusive',
  reason: 'iphone-background',
  codes: [],
  canRead: true,
};
export const listening = (codes: string[]): PushBody<'check.progress'> => ({
  seconds: 3,
  timeout: 45,
  packets: 90,
  candidate: null,
  hint: 'step-back',
  codes,
  canRead: false,
  reading: false,
});
export const refused: Reply<never> = { ok: false, error: { code: 'phone-unread', detail: {}, words } };

/** On disk. */
export const saved = {
  ok: true,
  value: { events: [{ machine: 'm1', seq: 20 }], counts: { revision: 1 }, warnings: [] },
};

export interface Asked {
  readonly name: RequestName;
  readonly input: Record<string, unknown>;
  readonly answer: (reply: Reply<never>) => void;
}

/** The check of a booth whose kit says what the story says, when the story says it. */
export function aCheck() {
  const asked: Asked[] = [];
  const listeners = new Map<PushName, (body: never) => void>();
  const kit = {
    request: (name: RequestName, input: Record<string, unknown>) =>
      new Promise<Reply<never>>((resolve) => asked.push({ name, input, answer: resolve })),
    on: (name: PushName, listener: (body: never) => void) => {
      listeners.set(name, listener);
      return () => {};
    },
  } as unknown as KitClient;
  const store = createStore<SessionState>(
    () =>
      ({
        about: null,
        union: { code: 'GO', name: 'CĐCS GO' } as UnionView,
        campaign: bluezone2020(),
      }) as SessionState,
  );
  const checking = createChecking(kit, store);
  const counting = createCounting(kit, store, { counts: checking.settling, hand: checking.inHand });
  const push = <N extends PushName>(name: N, body: PushBody<N>) => listeners.get(name)?.(body as never);
  return {
    store,
    checking,
    counting,
    push,
    asked: (name: RequestName) => asked.filter((one) => one.name === name),
    answer: async (name: RequestName, reply: Reply<never>) => {
      asked.findLast((one) => one.name === name)?.answer(reply);
      await new Promise(setImmediate);
    },
    ends: (result: CheckResult) => {
      checking.start();
      push('check.progress', listening([]));
      push('check.ended', { ended: 'verdict', result });
    },
    settled: () => new Promise(setImmediate),
  };
}
