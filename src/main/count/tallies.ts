import { done, failed, type Result } from '../../core/base/result.ts';
import { outcomeOf } from '../../core/campaign/campaign.ts';
import { countOf } from '../../core/count/tally.ts';
import { hasMovedBack } from '../../core/log/clock-flags.ts';
import type { EventRef } from '../../core/log/event.ts';
import { isClosed, type Union } from '../../core/roster/union.ts';
import type { Counts, Words } from '../../preload/contract.ts';
import { wordsForClock, wordsForDay } from '../messages/index.ts';
import type { TallyLine } from '../store/projections/recent-tallies.ts';
import { type Context, type Handlers, todayOf } from '../world/context.ts';
import { countsOf, recentView } from '../world/counts.ts';
import { choose, currentUnion } from '../world/settings.ts';
import { countedDay, noteOf } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';

/** Undo looks this far back for something that was not undone yet. */
const REACH = 64;

type CountingRequest = 'tally.add' | 'tally.minus' | 'tally.undo';

/** Counting people, and taking a slip back. */
export function tallyHandlers(context: Context): Pick<Handlers, CountingRequest> {
  const changed = (): Counts => {
    const counts = countsOf(context);
    context.push({ name: 'counts.changed', body: counts });
    return counts;
  };

  return {
    'tally.add': (input) => {
      const world = context.world();
      const before = earlier(world, 'tally', input);
      if (!before.ok) return before;
      if (before.value !== null) {
        const { body } = before.value;
        return done({
          events: [refOf(before.value)],
          counts: countsOf(context),
          warnings: warningsFor(world, body.day),
        });
      }
      const fits = readCount(context, input);
      if (!fits.ok) return fits;
      const { union, body } = fits.value;
      const checked = checkFor(world, input.check);
      if (!checked.ok) return checked;
      const movedBack = hasMovedBack(context.clock.wall(), world.store.lastStamp());
      const paper = input.source === 'paper' ? { source: 'paper' as const } : {};
      const written = world.store.append([
        { kind: 'tally', union: union.code, body: { ...body, ...paper, ...checked.value } },
      ]);
      if (!written.ok) return written;
      // A remembered choice that cannot be written does not undo a count that was. Sheets do not move the booth.
      if (input.source === 'booth' && currentUnion(world.store) !== union.code) choose(world.store, union.code);
      const warnings = [...warningsFor(world, body.day), ...(movedBack ? [wordsForClock('moved-back', '')] : [])];
      return done({ events: written.value.map(refOf), counts: changed(), warnings });
    },

    'tally.minus': (input) => {
      const world = context.world();
      const before = earlier(world, 'minus', input);
      if (!before.ok) return before;
      if (before.value !== null) return done({ events: [refOf(before.value)], counts: countsOf(context) });
      const fits = readCount(context, input);
      if (!fits.ok) return fits;
      const { union, body } = fits.value;
      const why = noteOf(input.why, 'why');
      if (!why.ok) return why;
      const { day, outcome, reason, count } = body;
      const counted = world.store.totals.own(union.code, day, outcome, reason ?? '');
      if (count > counted) return tooMuch(world, union, { counted, count, day, outcome });
      const written = world.store.append([{ kind: 'minus', union: union.code, body: { ...body, why: why.value } }]);
      if (!written.ok) return written;
      return done({ events: written.value.map(refOf), counts: changed() });
    },

    'tally.undo': ({ event }) => {
      const world = context.world();
      const target = undoTarget(world, event);
      if (target === null) return failed('nothing-to-undo');
      const { day, outcome, reason, count } = target.body;
      const left = world.store.totals.own(target.union ?? '', day, outcome, reason ?? '');
      if (target.kind === 'tally' && left < count) return failed('undo-below-zero');
      const written = world.store.append([
        { kind: 'undo', union: target.union, body: { target: refOf(target), why: 'mistake' } },
      ]);
      if (!written.ok) return written;
      const undone = recentView(world, { ...target, undone: true });
      return done({ events: written.value.map(refOf), undone, counts: changed() });
    },
  };
}

const refOf = ({ machine, seq }: EventRef): EventRef => ({ machine, seq });

interface Typed {
  readonly union: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly count: number | string;
  readonly day: string | null;
  readonly once: string | null;
}

/** What an earlier attempt under the same key has written. A key names one attempt and no other. */
function earlier({ store }: World, kind: TallyLine['kind'], typed: Typed): Result<TallyLine | null> {
  const line = typed.once === null ? null : store.tallyOnce(typed.once);
  if (line === null) return done(null);
  const { outcome, reason = null, count } = line.body;
  // The number, not its digits: "010" was written as 10.
  const again = countOf(typed.count);
  const same =
    line.kind === kind &&
    line.union === typed.union &&
    outcome === typed.outcome &&
    reason === typed.reason &&
    again.ok &&
    again.value === count;
  return same ? done(line) : failed('bad-input', { where: 'once' });
}

/** Everything that must be right before anything is written. */
function readCount(context: Context, typed: Typed) {
  const world = context.world();
  const fits = outcomeOf(world.campaign, typed.outcome, typed.reason);
  if (!fits.ok) return fits;
  const count = countOf(typed.count);
  if (!count.ok) return count;
  const known = context.union(typed.union);
  if (!known.ok) return known;
  const union = known.value;
  const day = typed.day === null ? done(todayOf(context)) : countedDay(context, typed.day);
  if (!day.ok) return day;
  if (isClosed(union, day.value)) return closed(world, union);
  const { outcome, reason, once } = typed;
  const why = reason === null ? {} : { reason };
  const named = once === null ? {} : { once };
  const body = { campaign: world.campaign.id, outcome, ...why, count: count.value, day: day.value, ...named };
  return done({ union, body });
}

function tooMuch(
  { campaign }: World,
  union: Union,
  detail: { counted: number; count: number; day: string; outcome: string },
) {
  const label = campaign.outcomes.find(({ code }) => code === detail.outcome)?.label;
  const { vi: outcomeVi = detail.outcome, en: outcomeEn = detail.outcome } = label ?? {};
  return failed('minus-too-much', { ...detail, union: union.code, unionName: union.name, outcomeVi, outcomeEn });
}

function closed(world: World, { code, to, successor }: Union): Result<never> {
  const next = successor ? (world.store.units.get(successor)?.name ?? successor) : '—';
  return failed('union-closed', { union: code, to: to ?? '', successor: successor ? `${next} (${successor})` : next });
}

function warningsFor({ campaign }: World, day: string): Words[] {
  const { first, last } = campaign.days;
  if (day < first) return [wordsForDay('early', { day, first })];
  return day > last ? [wordsForDay('late', { day, last })] : [];
}

/** A tally may stand on a check, and one check carries one tally at most. */
function checkFor({ store }: World, check: EventRef | null): Result<{ check?: EventRef }> {
  if (check === null) return done({});
  if (!store.attached.isCheck(check)) return failed('check-unknown');
  return store.attached.tallyOn(check) === null ? done({ check }) : failed('check-attached');
}

function undoTarget(world: World, event: EventRef | null): TallyLine | null {
  if (event === null) return world.store.recentTallies(REACH).find((line) => !line.undone) ?? null;
  if (event.machine !== world.store.machine) return null;
  const line = world.store.tally(event.seq);
  return line === null || line.undone ? null : line;
}
