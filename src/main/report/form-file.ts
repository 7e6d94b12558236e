import { existsSync } from 'node:fs';
import { done, failed, type Result } from '../../core/base/result.ts';
import { wholeOf } from '../../core/form/office-form.ts';
import { type FormKey, formPlaces, templateWith, valueAt } from '../../core/form/parts.ts';
import { readTemplate } from '../../core/form/template.ts';
import { type FormValue, partsIn } from '../../core/form/values.ts';
import type { Union } from '../../core/roster/union.ts';
import { safeName } from '../documents/index.ts';
import { replaceFile } from '../files/replace.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { World } from '../world/world.ts';
import { setParts } from './form.ts';
import { formOf } from './scene.ts';

/** An office's form as a file: for another laptop, for the units below, or to be edited as a whole. */
export function formFileHandlers(context: Context): Pick<Handlers, 'form.file' | 'form.save' | 'form.load'> {
  return {
    'form.file': ({ union: code }) => {
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const base64 = fileOf(context.world(), union).toString('base64');
      return done({ name: `mau-van-ban-${safeName(code)}.json`, base64 });
    },

    'form.save': async ({ union: code, file }) => {
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      // A name that was meant for a report must not cost somebody that report.
      if (!file.toLowerCase().endsWith('.json') && existsSync(file)) return failed('form-file-taken', { file });
      const saved = await replaceFile(file, fileOf(context.world(), union));
      return saved.ok ? done({ file: saved.value }) : saved;
    },

    'form.load': ({ union: code, fileName, base64 }) => {
      const world = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const json = jsonIn(Buffer.from(base64, 'base64'), fileName);
      if (!json.ok) return json;
      const { of, form } = ownerIn(json.value);
      if (of !== undefined && typeof of !== 'string') return failed('template-invalid', { field: 'union' });
      const template = readTemplate(form);
      if (!template.ok) return template;
      const named = partsIn(template.value);
      const taken = of === undefined || of === code ? named : withoutIdentity(named);
      if (Object.keys(taken).length === 0) return failed('template-empty', { file: fileName });
      const parts = changesIn(world, union, taken);
      const set = setParts(context, union, parts);
      return set.ok ? done({ ...set.value, changed: Object.keys(parts).length }) : set;
    },
  };
}

/** The whole form with its defaults, one field a line, in the order of the screen; first whose it is. */
function fileOf(world: World, union: Union): Buffer {
  const form = wholeOf(formOf(world, union));
  const file = { union: union.code, ...templateWith((place) => valueAt(place, form)) };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
}

/** Who an office is, to whom it writes and who signs: another office's form may never put its own in their place. */
const IDENTITY: ReadonlySet<FormKey> = new Set([
  ...(['superior', 'issuer', 'name', 'place', 'symbol', 'authority', 'post', 'signer'] as const),
  ...(['department', 'receiver', 'addressees', 'recipients'] as const),
]);

type Typed = ReturnType<typeof partsIn>;

const withoutIdentity = (parts: Typed): Typed =>
  Object.fromEntries(Object.entries(parts).filter(([key]) => !IDENTITY.has(key as FormKey)));

/** Whose form a file says that it is, and the form; one that was written by hand need not say it. */
function ownerIn(json: unknown): { of: unknown; form: unknown } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { of: undefined, form: json };
  const { union: of, ...form } = json as Record<string, unknown>;
  return { of, form };
}

/** Reads JSON as editors on Windows save it, with or without a mark at its beginning. */
function jsonIn(bytes: Buffer, file: string): Result<unknown> {
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
function changesIn(world: World, union: Union, typed: Typed): Readonly<Record<string, FormValue | null>> {
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
