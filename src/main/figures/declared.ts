import { wallOf } from '../../core/base/clock.ts';
import { QUANTITY_MAX, TEXT_MAX } from '../../core/base/limits.ts';
import { done, type FailureDetail, failed, type Result } from '../../core/base/result.ts';
import type { Bilingual, Campaign } from '../../core/campaign/campaign.ts';
import {
  type DeclaredKey,
  declaredKeys,
  declaredNumber,
  declaredTexts,
  isDeclaredKey,
} from '../../core/figures/declared.ts';
import { type DeclaredNow, declaredNow } from '../../core/figures/declared-now.ts';
import { idOf, partAboveWhole, severityOf } from '../../core/figures/findings.ts';
import type { EventBody } from '../../core/log/event.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Declared, RequestRead } from '../../preload/contract.ts';
import { nameOfFigure, withNames } from '../messages/index.ts';
import type { Context, Handlers } from '../world/context.ts';
import { noteOf, optionalNote, textOf } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import { findingViews, ruleFindings } from './findings.ts';

type DeclaringRequest = 'declared.get' | 'declared.set' | 'warning.accept';
type Body = EventBody<'declared'>;

/** What unions report of themselves. Beside the counted numbers, never added to them. */
export function declaredHandlers(context: Context): Pick<Handlers, DeclaringRequest> {
  return {
    'declared.get': ({ union: code }) => {
      const union = context.union(code);
      return union.ok ? done(declaredView(context.world(), union.value)) : union;
    },

    'declared.set': (input) => {
      const world = context.world();
      const known = context.union(input.union);
      if (!known.ok) return known;
      const union = known.value;
      const body = readBody(world.campaign, input);
      if (!body.ok) return body;
      const impossible = againstItself(world, union, body.value);
      if (impossible !== null) return impossible;
      if (isEmpty(body.value)) return done({ events: [], declared: declaredView(world, union) });
      const events = context.record([{ kind: 'declared', union: union.code, body: body.value }]);
      if (!events.ok) return events;
      return done({ events: [...events.value], declared: declaredView(world, union) });
    },

    'warning.accept': ({ union: code, id, why: typed }) => {
      const world = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const why = noteOf(typed, 'why');
      if (!why.ok) return why;
      const found = ruleFindings(world, union).find((one) => idOf(one) === id && severityOf(one.rule) === 'warn');
      if (found === undefined) return failed('warning-gone');
      const body = { rule: id, facts: found.facts, why: why.value };
      const events = context.record([{ kind: 'accepted', union: code, body }]);
      if (!events.ok) return events;
      return done({ events: [...events.value], findings: findingViews(world, union) });
    },
  };
}

const isEmpty = ({ figures, outreach, texts }: Body): boolean =>
  [figures, outreach, texts].every((part) => Object.keys(part).length === 0);

/** Reads every number and text; one that cannot be stops them all. */
function readBody(campaign: Campaign, input: RequestRead<'declared.set'>): Result<Body> {
  const figures: Partial<Record<DeclaredKey, number | null>> = {};
  for (const [key, typed] of Object.entries(input.figures)) {
    if (!isDeclaredKey(key)) return failed('figure-unknown', { key, keys: declaredKeys.join(', ') });
    const value = typed === null ? done(null) : declaredNumber(typed, key);
    if (!value.ok) return impossible(value.error.detail, nameOfFigure(key));
    figures[key] = value.value;
  }
  const outreach: Body['outreach'] = {};
  for (const [form, typed] of Object.entries(input.outreach)) {
    const known = campaign.outreach.find(({ code }) => code === form);
    if (known === undefined) return failed('form-unknown', { form });
    const read = (value: number | string | null) =>
      value === null ? done(null) : declaredNumber(value, form, QUANTITY_MAX);
    const quantity = read(typed?.quantity ?? null);
    if (!quantity.ok) return impossible({ ...quantity.error.detail, side: 'quantity' }, known.label);
    const people = read(typed?.people ?? null);
    if (!people.ok) return impossible({ ...people.error.detail, side: 'people' }, known.label);
    outreach[form] = typed === null ? null : { quantity: quantity.value, people: people.value };
  }
  const texts: Body['texts'] = {};
  for (const [topic, typed] of Object.entries(input.texts)) {
    const name = declaredTexts.find((one) => one === topic);
    if (name === undefined) return failed('figure-unknown', { key: topic, keys: declaredTexts.join(', ') });
    const text = textOf(typed ?? '', topic, TEXT_MAX);
    if (!text.ok) return text;
    texts[name] = text.value === '' ? null : text.value;
  }
  const note = optionalNote(input.note);
  if (!note.ok) return note;
  return done({
    campaign: campaign.id,
    figures,
    outreach,
    texts,
    ...(note.value === null ? {} : { note: note.value }),
  });
}

/** A number that cannot be, with the name of the figure or form that it was typed for. */
const impossible = (detail: FailureDetail, { vi, en }: Bilingual): Result<never> =>
  failed('figure-impossible', { ...detail, keyVi: vi, keyEn: en });

const nowOf = (world: World, union: Union): DeclaredNow[] => declaredNow(world.store.declared.versions(union.code));

/** Parts and wholes as they would stand after this: both declared, a part cannot be larger. */
function againstItself(world: World, union: Union, { figures }: Body): Result<never> | null {
  const standing = nowOf(world, union).flatMap(({ topic, key, value }) => (topic === 'figure' ? [[key, value]] : []));
  const after = new Map([...(standing as [string, number | null][]), ...Object.entries(figures)]);
  const wrong = partAboveWhole(after);
  // A pair that was wrong before and is not touched now is a finding, not a reason to refuse another number.
  const touched = wrong !== null && (wrong.part in figures || wrong.whole in figures);
  return touched ? failed('part-above-whole', withNames({ ...wrong })) : null;
}

function declaredView(world: World, union: Union): Declared {
  const { store, campaign } = world;
  const now = nowOf(world, union);
  const own = now
    .filter(({ topic }) => topic === 'figure')
    .map(({ key, value, note, operator: by, stamp, before }) => {
      const at = new Date(wallOf(stamp)).toISOString();
      return [key, { value, note, by, at, before }] as const;
    });
  const standing = (topic: DeclaredNow['topic'], key: string): number | null =>
    now.find((one) => one.topic === topic && one.key === key)?.value ?? null;
  const texts = now.flatMap(({ topic, key, text }) => (topic === 'text' && text !== null ? [[key, text]] : []));
  return {
    union: union.code,
    own: Object.fromEntries(own),
    subtree: { ...store.subtrees.of(union.code).declared },
    outreach: campaign.outreach.map(({ code: form, label, unit }) => ({
      ...{ form, label, unit, quantity: standing('quantity', form), people: standing('people', form) },
      subtree: store.subtrees.outreach(union.code, form),
    })),
    texts: Object.fromEntries(texts),
    keys: declaredKeys.map((key) => ({ key, label: nameOfFigure(key) })),
    findings: findingViews(world, union),
  };
}
