import type { Clock } from '../../core/base/clock.ts';
import { workingDay } from '../../core/base/day.ts';
import type { Result } from '../../core/base/result.ts';
import type { EventDraft, EventRef } from '../../core/log/event.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Push, RequestName, RequestOut, RequestRead } from '../../preload/contract.ts';
import { dayStartOf } from './settings.ts';
import type { World } from './world.ts';

/** What a part of the Kit works with: the world as it is now, and a way to push. */
export interface Context {
  readonly world: () => World;
  readonly clock: Clock;
  readonly push: (push: Push) => void;
  /** The union with this code. Fails with `union-unknown`. */
  readonly union: (code: string) => Result<Union>;
  /** Writes events, tells every screen, and answers with their references, after the commit. */
  readonly record: (drafts: readonly EventDraft[]) => Result<readonly EventRef[]>;
}

export type Handlers = {
  readonly [N in RequestName]: (input: RequestRead<N>) => Result<RequestOut<N>> | Promise<Result<RequestOut<N>>>;
};

/** The working day of now. */
export const todayOf = (context: Pick<Context, 'world' | 'clock'>): string =>
  workingDay(context.clock.wall(), dayStartOf(context.world().store));
