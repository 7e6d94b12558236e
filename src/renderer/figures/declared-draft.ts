import { QUANTITY_MAX } from '../../core/base/limits.ts';
import { declaredNumber } from '../../core/figures/declared.ts';
import type { Declared, RequestIn, WireFailure } from '../../preload/contract.ts';

/**
 * What was typed and not saved yet, by field: `figures.workers`, `outreach.leaflet.people`, `texts.proposals`, `note`.
 * A field that nobody touched is absent; an empty one means "not reported".
 */
export type Draft = Readonly<Record<string, string>>;

export type OutreachSide = 'quantity' | 'people';

/** What stands, as it would be typed; empty is "not reported". */
export function standing(declared: Declared, field: string): string {
  const [topic, key = '', side] = field.split('.');
  if (topic === 'figures') return String(declared.own[key]?.value ?? '');
  if (topic === 'texts') return declared.texts[key as keyof Declared['texts']] ?? '';
  const form = declared.outreach.find((one) => one.form === key);
  return String(form?.[side as OutreachSide] ?? '');
}

/** A touched field differs from what stands: `1.200` and 1200 are one number, an empty field and 0 are not. */
export function differs(declared: Declared, field: string, typed: string): boolean {
  const before = standing(declared, field);
  if (typed.trim() === before) return false;
  if (field.startsWith('texts.') || before === '' || typed.trim() === '') return true;
  const read = declaredNumber(typed, field, QUANTITY_MAX);
  return !read.ok || String(read.value) !== before;
}

/** Touched fields that differ from what stands. */
export const changedFields = (declared: Declared, draft: Draft): string[] =>
  Object.keys(draft).filter((field) => field !== 'note' && differs(declared, field, draft[field] ?? ''));

/** The request that saves what changed, and only that. */
export function requestOf(declared: Declared, draft: Draft): RequestIn<'declared.set'> {
  const figures: Record<string, string | null> = {};
  const outreach: Record<string, { quantity: string | null; people: string | null }> = {};
  const texts: Record<string, string | null> = {};
  const orNull = (typed: string): string | null => typed.trim() || null;
  for (const field of changedFields(declared, draft)) {
    const [topic, key = ''] = field.split('.');
    if (topic === 'figures') figures[key] = orNull(draft[field] ?? '');
    else if (topic === 'texts') texts[key] = orNull(draft[field] ?? '');
    else {
      // The two numbers of a form are one statement: the untouched one goes along as it stands.
      const side = (name: OutreachSide) => {
        const other = `outreach.${key}.${name}`;
        return orNull(draft[other] ?? standing(declared, other));
      };
      outreach[key] = { quantity: side('quantity'), people: side('people') };
    }
  }
  return { union: declared.union, figures, outreach, texts, note: orNull(draft.note ?? '') };
}

/** The field that a refusal speaks of, or `null` where it speaks of none. */
export function fieldOf({ code, detail }: Pick<WireFailure, 'code' | 'detail'>): string | null {
  const { key, side, part, where } = detail;
  if (code === 'figure-impossible') return side === undefined ? `figures.${key}` : `outreach.${key}.${side}`;
  if (code === 'part-above-whole') return `figures.${part}`;
  if (code === 'text-broken') return where === 'note' ? 'note' : `texts.${where}`;
  return null;
}
