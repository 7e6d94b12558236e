import { done, failed } from '../../core/base/result.ts';
import type { Context, Handlers } from '../world/context.ts';

/** Choosing who comes to the booth in practice. In the real world nobody can (law 8). */
export const nextVisitHandlers = (context: Context): Pick<Handlers, 'practice.next'> => ({
  'practice.next': ({ visit }) => {
    const { rehearsal } = context.world().radio;
    if (rehearsal === undefined) return failed('practice-only');
    if (visit !== undefined) rehearsal.expect(visit);
    return done({ visit: rehearsal.expected() });
  },
});
