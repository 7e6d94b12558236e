import { onTestFinished } from 'vitest';
import type { Result } from '../../src/core/base/result.ts';
import type { EventDraft } from '../../src/core/log/event.ts';
import type { Union } from '../../src/core/roster/union.ts';
import { openStore, type Store } from '../../src/main/store/index.ts';
import { type StoryClock, storyClock } from './clock.ts';
import { freshFolder } from './folder.ts';

/** What went well, or a test that says plainly what did not. */
export function got<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code} ${JSON.stringify(outcome.error.detail)}`);
  return outcome.value;
}

export const unionOf = (code: string, parent: string | null, more: Partial<Union> = {}): Union => ({
  code,
  name: `Đơn vị ${code}`,
  level: 4,
  parent,
  province: null,
  workers: null,
  members: null,
  smartphones: null,
  ...more,
});

/** A small tree: TOP above P1 and P2, P1 above A and B, P2 above C. */
export const smallRoster: readonly Union[] = [
  unionOf('TOP', null, { level: 1 }),
  unionOf('P1', 'TOP', { level: 2 }),
  unionOf('P2', 'TOP', { level: 2 }),
  unionOf('A', 'P1'),
  unionOf('B', 'P1'),
  unionOf('C', 'P2'),
];

/** A store in a folder of its own, or in a given one; closed when the test ends. */
export function openedStore(folder = freshFolder(), clock: StoryClock = storyClock()): Store {
  const store = got(openStore(folder, clock, smallRoster));
  onTestFinished(() => {
    try {
      store.close();
    } catch {
      // The story closed it already.
    }
  });
  return store;
}

export const tallied = (
  union: string,
  outcome = 'installed',
  more: Partial<{ count: number; day: string; reason: string | null }> = {},
): EventDraft => ({
  kind: 'tally',
  union,
  body: { campaign: 'bluezone-2020', outcome, reason: null, count: 1, day: '2020-08-18', ...more },
});

export const undone = (machine: string, seq: number): EventDraft => ({
  kind: 'undo',
  union: null,
  body: { target: { machine, seq }, why: 'mistake' },
});

export const moved = ({ code, ...body }: Union): EventDraft => ({ kind: 'union', union: code, body });

/** The total of one outcome in a union's whole subtree. */
export const totalOf = (store: Store, union: string, outcome = 'installed'): number =>
  store.totals
    .of(union)
    .filter(({ subject, code }) => subject === 'tally' && code === outcome)
    .reduce((sum, { tree }) => sum + tree, 0);
