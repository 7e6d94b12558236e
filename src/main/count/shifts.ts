import { wallOf } from '../../core/base/clock.ts';
import { startOfDay } from '../../core/base/day.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { Shift } from '../../preload/contract.ts';
import type { ShiftRow } from '../store/projections/booths.ts';
import { type Context, type Handlers, todayOf } from '../world/context.ts';
import { BOOTH, OPERATOR } from '../world/settings.ts';
import { optionalNote } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import { operatorOf } from './booths.ts';

/** Days looked back on for one that was never closed. */
const LOOKED_BACK = 200;

/** Opens and closes a booth's day. Needs nothing but this laptop: no stick, no network, no radio. */
export function shiftHandlers(context: Context): Pick<Handlers, 'shift.get' | 'shift.open' | 'shift.close'> {
  const append = (booth: string, body: Omit<Body, 'booth' | 'kit'>): ReturnType<Handlers['shift.open']> => {
    const world = context.world();
    const kit = kitCount(world, booth, body.day).total;
    const union = world.store.booths.get(booth)?.union ?? null;
    const events = context.record([{ kind: 'shift', union, body: { ...body, booth, kit } }]);
    if (!events.ok) return events;
    return done({ events: [...events.value], shift: shiftOf(world, booth, body.day) });
  };

  return {
    'shift.get': ({ booth, day }) => {
      const at = boothOf(context, booth);
      return at.ok ? done(shiftOf(context.world(), at.value, day ?? todayOf(context))) : at;
    },

    'shift.open': ({ operators: typed, hand, note: typedNote }) => {
      const world = context.world();
      const booth = boothOf(context, null);
      if (!booth.ok) return booth;
      const day = todayOf(context);
      if (shiftOf(world, booth.value, day).state === 'open') return failed('shift-open', { booth: booth.value, day });
      const operators: string[] = [];
      const own = world.store.setting(OPERATOR);
      for (const one of typed.length === 0 && own ? [own] : typed) {
        const code = operatorOf(one);
        if (!code.ok) return code;
        operators.push(code.value);
      }
      const note = optionalNote(typedNote);
      return note.ok ? append(booth.value, { day, phase: 'open', operators, hand, note: note.value }) : note;
    },

    'shift.close': ({ day: asked, hand, note: typedNote }) => {
      const world = context.world();
      const booth = boothOf(context, null);
      if (!booth.ok) return booth;
      const day = asked ?? todayOf(context);
      const { state, kit, operators } = shiftOf(world, booth.value, day);
      if (state === 'fresh') return failed('shift-not-open', { booth: booth.value, day });
      if (state === 'closed') return failed('shift-closed', { booth: booth.value, day });
      const note = optionalNote(typedNote);
      if (!note.ok) return note;
      if (hand !== null && hand !== kit && note.value === null) return failed('shift-note-missing', { hand, kit });
      return append(booth.value, { day, phase: 'close', operators, hand, note: note.value });
    },
  };
}

interface Body {
  readonly booth: string;
  readonly day: string;
  readonly phase: 'open' | 'close';
  readonly operators: string[];
  readonly kit: number;
  readonly hand: number | null;
  readonly note: string | null;
}

function boothOf(context: Context, asked: string | null): Result<string> {
  const { store } = context.world();
  const booth = asked ?? store.setting(BOOTH) ?? '';
  return store.booths.get(booth) === null ? failed('booth-unknown', { booth: booth || '—' }) : done(booth);
}

function kitCount(world: World, booth: string, day: string): { total: number; byOutcome: Record<string, number> } {
  const { store } = world;
  const byOutcome = store.booths.counted(booth, day, store.machine, startOfDay(day, 0));
  return { byOutcome, total: Object.values(byOutcome).reduce((sum, count) => sum + count, 0) };
}

function shiftOf(world: World, booth: string, day: string): Shift {
  const { store } = world;
  const rows = store.booths.shifts(booth, day, store.machine);
  const opened = rows.findLast(({ phase }) => phase === 'open') ?? null;
  const last = rows.at(-1) ?? null;
  const { total, byOutcome } = kitCount(world, booth, day);
  return {
    booth,
    day,
    state: last === null ? 'fresh' : last.phase === 'open' ? 'open' : 'closed',
    operators: opened === null ? [] : opened.operators.split(' ').filter(Boolean),
    opened: opened && momentOf(opened),
    closed: last?.phase === 'close' ? momentOf(last) : null,
    kit: total,
    byOutcome,
    unclosed: unclosedBefore(store.booths.recentShifts(booth, store.machine, LOOKED_BACK), day),
  };
}

const momentOf = ({ stamp, operator, kit, hand, note }: ShiftRow) => ({
  at: new Date(wallOf(stamp)).toISOString(),
  by: operator,
  kit,
  hand,
  note,
});

/** Days whose newest line is an opening. */
function unclosedBefore(newestFirst: readonly ShiftRow[], today: string): string[] {
  const latest = new Map<string, ShiftRow>();
  for (const row of newestFirst) if (!latest.has(row.day)) latest.set(row.day, row);
  return [...latest.values()].filter(({ day, phase }) => phase === 'open' && day !== today).map(({ day }) => day);
}
