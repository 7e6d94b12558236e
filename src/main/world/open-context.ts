import { done, failed } from '../../core/base/result.ts';
import type { Context } from './context.ts';
import { countsOf } from './counts.ts';

/** What every feature works with, over the world that is open now. */
export function contextOf(base: Pick<Context, 'world' | 'clock' | 'push'>): Context {
  const context: Context = {
    ...base,
    union: (code) => {
      const union = base.world().store.units.get(code);
      return union === null ? failed('union-unknown', { union: code }) : done(union);
    },
    record: (drafts) => {
      const written = base.world().store.append(drafts);
      if (!written.ok) return written;
      base.push({ name: 'counts.changed', body: countsOf(context) });
      return done(written.value.map(({ machine, seq }) => ({ machine, seq })));
    },
  };
  return context;
}
