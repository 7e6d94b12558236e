import type { RequestIn, UnionView } from '../../preload/contract.ts';

export type ChangeField =
  | 'name'
  | 'parent'
  | 'from'
  | 'to'
  | 'successor'
  | 'workers'
  | 'members'
  | 'smartphones'
  | 'coordinated'
  | 'owner';

/** What a person wants with a union, and the fields that this asks for. */
export const changes = {
  rename: ['name'],
  move: ['parent'],
  close: ['from', 'to'],
  merge: ['to', 'successor'],
  size: ['workers', 'members', 'smartphones'],
  line: ['coordinated', 'owner'],
} as const satisfies Record<string, readonly ChangeField[]>;
export type ChangeName = keyof typeof changes;
export const changeNames = Object.keys(changes) as ChangeName[];

/** Typed fields; a code or a day is text, empty means none. */
export type Typed = Readonly<Record<ChangeField, string>>;

/** What stands now, as it would be typed. */
export function standing(union: UnionView): Typed {
  const { name, parent, successor, owner, coordinated } = union;
  return {
    name,
    parent: parent ?? '',
    from: dayText(union.from),
    to: dayText(union.to),
    successor: successor?.code ?? '',
    workers: String(union.workers ?? ''),
    members: String(union.members ?? ''),
    smartphones: String(union.smartphones ?? ''),
    coordinated: coordinated ? 'x' : '',
    owner: owner?.code ?? '',
  };
}

const dayText = (day: string | null): string => (day === null ? '' : day.split('-').map(Number).reverse().join('/'));

const numbers: ReadonlySet<ChangeField> = new Set(['workers', 'members', 'smartphones']);

/**
 * The request that carries what differs from what stands; `null` when nothing does, `bad` names a field whose number
 * cannot be read. A union that is no longer listed for cooperation has no owner of its numbers either.
 */
export function requestOf(
  union: UnionView,
  change: ChangeName,
  typed: Typed,
  why: string,
): RequestIn<'union.change'> | null | { readonly bad: ChangeField } {
  const before = standing(union);
  const wanted = change === 'line' && typed.coordinated === '' ? { ...typed, owner: '' } : typed;
  const changed = changes[change].filter((field) => wanted[field].trim() !== before[field]);
  if (changed.length === 0) return null;
  const values: [ChangeField, string | number | boolean | null][] = [];
  for (const field of changed) {
    const text = wanted[field].trim();
    if (field === 'coordinated') values.push([field, text !== '']);
    else if (field === 'name') values.push([field, text]);
    else if (text === '') values.push([field, null]);
    else if (!numbers.has(field)) values.push([field, text]);
    else {
      const plain = /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
      if (!/^\d{1,9}$/.test(plain)) return { bad: field };
      values.push([field, Number(plain)]);
    }
  }
  return { union: union.code, why, ...Object.fromEntries(values) };
}
