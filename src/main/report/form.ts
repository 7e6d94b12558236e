import { done, failed, type Result } from '../../core/base/result.ts';
import { deviations, rangeOf } from '../../core/form/deviations.ts';
import { wholeOf } from '../../core/form/office-form.ts';
import { type FormKey, type FormPlace, formKeys, formPlaces, isFormKey, placeOf } from '../../core/form/parts.ts';
import { formListMax, isSentenceKey, sentenceWords, unknownWord } from '../../core/form/template.ts';
import { type FormParts, type FormValue, partIn, readMeasure } from '../../core/form/values.ts';
import { signingForms } from '../../core/form/wording.ts';
import type { Union } from '../../core/roster/union.ts';
import type { OfficeFormView, RequestOut } from '../../preload/contract.ts';
import { formNames, rangeText } from '../messages/form-parts.ts';
import { wordsForDeviation } from '../messages/report-checks.ts';
import type { Context, Handlers } from '../world/context.ts';
import { textOf } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import { formOf } from './scene.ts';

/** What an office sets for its documents. */
export function formHandlers(context: Context): Pick<Handlers, 'form.get' | 'form.set'> {
  return {
    'form.get': ({ union: code }) => {
      const union = context.union(code);
      return union.ok ? done(formView(context.world(), union.value)) : union;
    },

    'form.set': ({ union: code, parts }) => {
      const union = context.union(code);
      return union.ok ? setParts(context, union.value, parts) : union;
    },
  };
}

type Parts = Partial<Record<FormKey, string | string[] | null>>;

/** Reads every part and writes them down together; one that cannot be stops them all. `null` goes back to the default. */
export function setParts(
  context: Context,
  union: Union,
  typed: Readonly<Record<string, FormValue | null>>,
): Result<RequestOut<'form.set'>> {
  const parts: Parts = {};
  for (const [part, value] of Object.entries(typed)) {
    if (!isFormKey(part)) return failed('form-part-unknown', { part, parts: formKeys.join(', ') });
    const read = value === null ? done(null) : readPart(placeOf(part), value);
    if (!read.ok) return read;
    parts[part] = read.value;
  }
  if (Object.keys(parts).length === 0) return done({ events: [], form: formView(context.world(), union) });
  const events = context.record([{ kind: 'form', union: union.code, body: { parts } }]);
  if (!events.ok) return events;
  return done({ events: [...events.value], form: formView(context.world(), union) });
}

/** Reads one part; `null` where it is empty and cannot be. A list may come as lines of one text. */
function readPart(place: FormPlace, value: FormValue): Result<string | string[] | null> {
  const typed = [value].flat();
  if (place.kind === 'measure') {
    const measure = typed.join(' ').trim();
    return measure === '' ? done(null) : readMeasure(place, measure);
  }
  const { key, kind, max, mayBeEmpty } = place;
  const lines: string[] = [];
  for (const line of kind === 'list' ? typed.flatMap((entry) => entry.split('\n')) : [typed.join(' ')]) {
    const text = textOf(line, key, max);
    if (!text.ok) return text;
    if (text.value !== '') lines.push(text.value);
  }
  if (lines.length === 0 && !mayBeEmpty) return done(null);
  if (kind === 'list') {
    return lines.length <= formListMax
      ? done(lines)
      : failed('form-list-long', { part: key, count: lines.length, max: formListMax });
  }
  const [text = ''] = lines;
  const word = isSentenceKey(key) ? unknownWord(key, text) : null;
  if (word === null || !isSentenceKey(key)) return done(text);
  const known = sentenceWords[key].map((one) => `{${one}}`).join(', ');
  return failed('form-word-unknown', { word: word.slice(0, 40), known });
}

/** The form as it stands, each part beside what it would be otherwise. */
function formView(world: World, union: Union): OfficeFormView {
  const set: FormParts = world.store.reports.form(union.code);
  const form = wholeOf(formOf(world, union));
  const otherwise = wholeOf(formOf(world, union, {}));
  return {
    union: union.code,
    parts: formPlaces.map((place) => {
      const { key: part, group } = place;
      const range = rangeOf(part);
      return {
        part,
        label: formNames[part],
        group,
        kind: place.kind,
        mayBeEmpty: place.kind !== 'measure' && place.mayBeEmpty,
        decree: range === null ? null : rangeText(range),
        value: partIn(form, part) ?? '',
        otherwise: partIn(otherwise, part) ?? '',
        isSet: set[part] !== undefined,
      };
    }),
    signing: [...signingForms(union.level)],
    deviations: deviations(form, union.level).map((deviation) => ({
      code: deviation.kind,
      part: deviation.part,
      words: wordsForDeviation(deviation),
    })),
  };
}
