import { done, failed, type Result } from '../../core/base/result.ts';
import { boothCodeSchema, operatorSchema } from '../../core/base/schemas.ts';
import type { BoothView, Settings } from '../../preload/contract.ts';
import type { BoothRow } from '../store/projections/booths.ts';
import type { Context, Handlers } from '../world/context.ts';
import { countsOf } from '../world/counts.ts';
import { BOOTH, DAY_START, dayStartOf, OPERATOR } from '../world/settings.ts';
import { textOf } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';

type BoothingRequest = 'settings.get' | 'settings.set' | 'booth.list' | 'booth.set';

/** Who counts, where, and when a working day begins. Survives a restart. */
export function boothHandlers(context: Context): Pick<Handlers, BoothingRequest> {
  return {
    'settings.get': () => done(settingsOf(context.world())),

    'settings.set': ({ operator, booth, dayStart }) => {
      const world = context.world();
      const wanted: [name: string, value: string][] = [];
      if (operator !== undefined) {
        const code = operator === null ? done('') : operatorOf(operator);
        if (!code.ok) return code;
        wanted.push([OPERATOR, code.value]);
      }
      if (booth !== undefined) {
        if (booth !== null && world.store.booths.get(booth) === null) return failed('booth-unknown', { booth });
        wanted.push([BOOTH, booth ?? '']);
      }
      if (dayStart !== undefined) wanted.push([DAY_START, String(dayStart)]);
      for (const [name, value] of wanted) {
        const kept = world.store.remember(name, value);
        if (!kept.ok) return kept;
      }
      if (dayStart !== undefined) context.push({ name: 'counts.changed', body: countsOf(context) });
      return done(settingsOf(world));
    },

    'booth.list': () => {
      const world = context.world();
      return done({ booths: world.store.booths.list().map((row) => boothView(world, row)) });
    },

    'booth.set': ({ code: typed, name: typedName, place: typedPlace, union }) => {
      const world = context.world();
      const code = typed.normalize('NFC').trim();
      if (!boothCodeSchema.safeParse(code).success) return failed('booth-bad', { booth: code });
      const name = textOf(typedName, 'name', 200);
      if (!name.ok) return name;
      const place = textOf(typedPlace, 'place', 200);
      if (!place.ok) return place;
      if (name.value === '') return failed('text-broken', { where: 'name', max: 200 });
      const known = context.union(union);
      if (!known.ok) return known;
      const events = context.record([{ kind: 'booth', union, body: { code, name: name.value, place: place.value } }]);
      if (!events.ok) return events;
      const booth = boothView(world, { code, name: name.value, place: place.value, union });
      return done({ events: [...events.value], booth });
    },
  };
}

/** Initials or a number, as the unit has given them out; upper case, so that `nva` and `NVA` are one. */
export function operatorOf(typed: string): Result<string> {
  const code = typed.normalize('NFC').trim().toLocaleUpperCase('vi');
  return operatorSchema.safeParse(code).success ? done(code) : failed('operator-bad', { operator: typed.slice(0, 20) });
}

export const boothView = ({ store }: World, row: BoothRow): BoothView => ({
  ...row,
  unionName: store.units.get(row.union)?.name ?? row.union,
});

function settingsOf(world: World): Settings {
  const { store } = world;
  const row = store.booths.get(store.setting(BOOTH) ?? '');
  return {
    operator: store.setting(OPERATOR) || null,
    booth: row === null ? null : boothView(world, row),
    dayStart: dayStartOf(world.store),
  };
}
