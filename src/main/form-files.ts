import { formPlaces, templateWith, valueAt } from '../core/form-parts.ts';
import { type FormValue, partsIn } from '../core/form-values.ts';
import { wholeOf } from '../core/office-form.ts';
import { done, failed, type Outcome } from '../core/outcome.ts';
import { readTemplate } from '../core/report-template.ts';
import type { Union } from '../core/union.ts';
import type { Desk, Handlers } from './kit.ts';
import { setParts } from './report-forming.ts';
import { formOf } from './report-scene.ts';
import { safeName } from './reports/index.ts';
import { replaceFile } from './reports/replace.ts';
import type { World } from './world.ts';

/** An office's form as a file: for another laptop, for the units below, or to be edited as a whole. */
export function formFiles(desk: Desk): Pick<Handlers, 'form.file' | 'form.save' | 'form.load'> {
  return {
    'form.file': ({ union: code }) => {
      const union = desk.world().store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const base64 = fileOf(desk.world(), union).toString('base64');
      return done({ name: `mau-van-ban-${safeName(code)}.json`, base64 });
    },

    'form.save': async ({ union: code, file }) => {
      const union = desk.world().store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const saved = await replaceFile(file, fileOf(desk.world(), union));
      return saved.ok ? done({ file: saved.value }) : saved;
    },

    'form.load': ({ union: code, fileName, base64 }) => {
      const world = desk.world();
      const union = world.store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const json = jsonIn(Buffer.from(base64, 'base64'), fileName);
      if (!json.ok) return json;
      const template = readTemplate(json.value);
      if (!template.ok) return template;
      const parts = changesIn(world, union, partsIn(template.value));
      const set = setParts(world, union, parts);
      return set.ok ? done({ ...set.value, changed: Object.keys(parts).length }) : set;
    },
  };
}

/** The whole form with its defaults, one field a line, in the order of the screen. */
function fileOf(world: World, union: Union): Buffer {
  const form = wholeOf(formOf(world, union));
  return Buffer.from(
    `${JSON.stringify(
      templateWith((place) => valueAt(place, form)),
      null,
      2,
    )}\n`,
  );
}

/** Reads JSON as editors on Windows save it, with or without a mark at its beginning. */
function jsonIn(bytes: Buffer, file: string): Outcome<unknown> {
  try {
    return done(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return failed('template-unreadable', { file });
  }
}

/**
 * What a file changes: a field that it does not name stays as it is. A value that would stand anyway is no setting
 * of the office, so that a default goes on following the union's level and the campaign.
 */
function changesIn(
  world: World,
  union: Union,
  typed: ReturnType<typeof partsIn>,
): Readonly<Record<string, FormValue | null>> {
  const set = world.store.reports.form(union.code);
  const standing = partsIn(wholeOf(formOf(world, union)));
  const otherwise = partsIn(wholeOf(formOf(world, union, {})));
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return Object.fromEntries(
    formPlaces.flatMap(({ key }): [string, FormValue | null][] => {
      const value = typed[key];
      if (value === undefined || same(value, standing[key])) return [];
      if (!same(value, otherwise[key])) return [[key, value]];
      return set[key] === undefined ? [] : [[key, null]];
    }),
  );
}
