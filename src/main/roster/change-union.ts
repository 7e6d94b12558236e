import { readDay } from '../../core/base/day.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { changesBetween } from '../../core/roster/changes.ts';
import { rejectionOf } from '../../core/roster/import-plan.ts';
import { given, type RejectedRow } from '../../core/roster/row.ts';
import type { Union } from '../../core/roster/union.ts';
import { wordsForRow } from '../messages/index.ts';
import { type Context, type Handlers, todayOf } from '../world/context.ts';
import { noteOf, textOf } from '../world/typed-input.ts';
import { unionView } from './union-view.ts';

/** Changes one union by hand: a name, a superior, an end with a successor. The same rules as for a row of a file. */
export function unionChangeHandlers(context: Context): Pick<Handlers, 'union.change'> {
  return {
    'union.change': ({ union: code, why: typedWhy, ...asked }) => {
      const world = context.world();
      const { units } = world.store;
      const target = context.union(code);
      if (!target.ok) return target;
      const before = target.value;
      const why = noteOf(typedWhy, 'why');
      if (!why.ok) return why;
      const name = textOf(asked.name ?? before.name, 'name', 200);
      if (!name.ok) return name;
      const days = { from: dayOf(asked.from, before.from), to: dayOf(asked.to, before.to) };
      for (const day of Object.values(days)) if (day === 'bad') return failed('day-impossible', { day: '?' });
      const after = { ...before, ...named(asked), ...days, name: name.value } as Union;
      const rejected = rejectionOf(after, units.get);
      if (rejected !== null) return refusal(code, rejected);
      if (changesBetween(before, after).length > 0) {
        const body = { ...rowOf(after), source: 'person' as const, why: why.value };
        const written = context.record([{ kind: 'union', union: code, body }]);
        if (!written.ok) return written;
      }
      return done({ union: unionView(world, units.get(code) ?? after, todayOf(context)) });
    },
  };
}

/** A union as its event says it: what it does not have is left out. */
function rowOf({ code: _, name, level, parent, province, workers, members, smartphones, ...life }: Union) {
  return { name, level, parent, province, workers, members, smartphones, ...given(life) };
}

/** What was asked for; what was not named stays out of it. */
const named = <T extends object>(asked: T): Partial<T> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Partial<T>;

const dayOf = (asked: string | null | undefined, before: string | null | undefined): string | null | 'bad' =>
  asked === undefined ? (before ?? null) : asked === null ? null : readDay(asked.trim());

function refusal(code: string, { fault, detail }: Pick<RejectedRow, 'fault' | 'detail'>): Result<never> {
  const { what, todo } = wordsForRow(fault, detail);
  return failed('row-rejected', { code, what: what.vi, todo: todo.vi, whatEn: what.en, todoEn: todo.en, fault });
}
