import {
  deviationsOf,
  type FormKey,
  type FormValue,
  formKeys,
  formTextMax,
  isFormKey,
  isListKey,
  type OfficeForm,
} from '../core/office-form.ts';
import { isLayoutKey, measureIn, readMeasure } from '../core/office-layout.ts';
import { done, failed, type Outcome } from '../core/outcome.ts';
import { signingForms } from '../core/report-form.ts';
import { isSentenceKey, sentenceWords, unknownWord } from '../core/report-template.ts';
import type { Union } from '../core/union.ts';
import type { OfficeFormView } from '../preload/contract.ts';
import type { Desk, Handlers } from './kit.ts';
import { wordsForDeviation } from './messages/report-checks.ts';
import { formNames } from './messages/reports.ts';
import { textOf } from './notes.ts';
import { formOf } from './report-scene.ts';
import type { World } from './world.ts';

/** What an office sets for its documents. */
export function reportForming(desk: Desk): Pick<Handlers, 'form.get' | 'form.set'> {
  return {
    'form.get': ({ union: code }) => {
      const union = desk.world().store.units.get(code);
      return union === null ? failed('union-unknown', { union: code }) : done(formView(desk.world(), union));
    },

    'form.set': ({ union: code, parts: typed }) => {
      const world = desk.world();
      const union = world.store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const parts = readParts(typed);
      if (!parts.ok) return parts;
      if (Object.keys(parts.value).length === 0) return done({ events: [], form: formView(world, union) });
      const written = world.store.append([{ kind: 'form', union: code, body: { parts: parts.value } }]);
      if (!written.ok) return written;
      const events = written.value.map(({ machine, seq }) => ({ machine, seq }));
      return done({ events, form: formView(world, union) });
    },
  };
}

type Parts = Partial<Record<FormKey, string | string[] | null>>;

/** Reads every part; one that cannot be stops them all. A list may come as lines of one text. */
function readParts(typed: Readonly<Record<string, FormValue | null>>): Outcome<Parts> {
  const parts: Parts = {};
  for (const [part, value] of Object.entries(typed)) {
    if (!isFormKey(part)) return failed('form-part-unknown', { part, parts: formKeys.join(', ') });
    if (value === null || (isLayoutKey(part) && [value].flat().join('').trim() === '')) {
      parts[part] = null;
      continue;
    }
    if (isLayoutKey(part)) {
      const measure = readMeasure(part, [value].flat().join(' '));
      if (!measure.ok) return measure;
      parts[part] = measure.value;
      continue;
    }
    const lines: string[] = [];
    for (const line of typeof value === 'string' && isListKey(part) ? value.split('\n') : [value].flat()) {
      const text = textOf(line, part, formTextMax);
      if (!text.ok) return text;
      if (text.value !== '' || !isListKey(part)) lines.push(text.value);
    }
    const word = isSentenceKey(part) ? unknownWord(part, lines.join(' ')) : null;
    if (word !== null && isSentenceKey(part)) {
      const known = sentenceWords[part].map((one) => `{${one}}`).join(', ');
      return failed('form-word-unknown', { word: word.slice(0, 40), known });
    }
    parts[part] = isListKey(part) ? lines : lines.join(' ');
  }
  return done(parts);
}

function formView(world: World, union: Union): OfficeFormView {
  const set = world.store.reports.form(union.code);
  const form = formOf(world, union);
  const otherwise = formOf(world, union, {});
  return {
    union: union.code,
    parts: formKeys.map((part) => ({
      part,
      label: formNames[part],
      value: valueIn(form, part),
      otherwise: valueIn(otherwise, part),
      isSet: set[part] !== undefined,
    })),
    signing: [...signingForms(union.level)],
    deviations: deviationsOf(form, union.level).map((code) => ({ code, words: wordsForDeviation(code) })),
  };
}

/** A part of a form as the contract carries it; no superior, at the top, is an empty text. */
function valueIn(form: OfficeForm, part: FormKey): string | string[] {
  if (isLayoutKey(part)) return measureIn(form.layout, part);
  const value = form[part];
  return typeof value === 'string' || value === null ? (value ?? '') : [...value];
}
