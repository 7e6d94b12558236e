import { done, failed, type Outcome } from '../../core/base/result.ts';
import { NOTE_MAX } from '../../core/figures/declared.ts';
import { UNPRINTABLE } from '../../core/roster/union.ts';

/** Line breaks are part of a longer text; every other hidden character can turn a screen or a document around. */
const BREAKS = /[\r\n\t]+/g;

/** A text that a person wrote, in one Unicode form. Fails with `text-broken` when it is overlong or holds hidden characters. */
export function textOf(typed: string, where: string, max: number): Outcome<string> {
  const text = typed.normalize('NFC').trim();
  const broken = text.length > max || UNPRINTABLE.test(text.replace(BREAKS, ' '));
  return broken ? failed('text-broken', { where, max }) : done(text);
}

/** A reason: one short line that must not be empty. */
export function noteOf(typed: string, where: string): Outcome<string> {
  const text = textOf(typed.replace(BREAKS, ' '), where, NOTE_MAX);
  if (!text.ok) return text;
  return text.value === '' ? failed('why-missing', { max: NOTE_MAX }) : text;
}
