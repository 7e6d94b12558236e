import type { Known } from '../roster/roll-up.ts';
import { type Outside, outsideSum, outsideText } from './off-roster.ts';

/** What may be wrong with a union's figures, by a stable code. */
export const rules = [
  // Blockers: a report with one of these cannot be right.
  'part-above-whole',
  'below-zero',
  // Warnings: likely wrong, and sometimes not. A person may take them upon themselves, with a reason.
  'fell',
  'over-100',
  'days-outside',
  'workforce-missing',
  'counted-elsewhere',
  'circle',
  'outside-tree',
] as const;
export type Rule = (typeof rules)[number];

const hard: ReadonlySet<Rule> = new Set(['part-above-whole', 'below-zero']);
export const severityOf = (rule: Rule): 'block' | 'warn' => (hard.has(rule) ? 'block' : 'warn');

export interface RuleFinding {
  readonly rule: Rule;
  /** What it is about, where a rule can speak of several figures; empty otherwise. */
  readonly key: string;
  /** The numbers it rests on: an accepted warning comes back when they change. */
  readonly facts: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

export const idOf = ({ rule, key }: Pick<RuleFinding, 'rule' | 'key'>): string =>
  key === '' ? rule : `${rule}:${key}`;

/** Pairs where the part is some of the whole by definition: both declared, the part cannot be larger. */
const wholes: readonly (readonly [part: string, whole: string])[] = [
  ['members', 'workers'],
  ['smartphones', 'workers'],
  ['grassroots_active', 'grassroots_total'],
];

export interface PartAboveWhole {
  readonly part: string;
  readonly whole: string;
  readonly partValue: number;
  readonly wholeValue: number;
}

/** The first pair of declared figures whose part is larger than its whole, or `null`. */
export function partAboveWhole(figures: ReadonlyMap<string, number | null>): PartAboveWhole | null {
  for (const [part, whole] of wholes) {
    const partValue = figures.get(part) ?? null;
    const wholeValue = figures.get(whole) ?? null;
    if (partValue !== null && wholeValue !== null && partValue > wholeValue) {
      return { part, whole, partValue, wholeValue };
    }
  }
  return null;
}

/** Results that only grow: the figures that a campaign adds to. Sizes of a workforce may fall. */
const growing: ReadonlySet<string> = new Set(['installed_before', 'installed', 'reached', 'grassroots_active']);

/** One declared value with the one that it replaced. */
export interface Version {
  readonly topic: 'figure' | 'quantity' | 'people' | 'text';
  readonly key: string;
  readonly value: number | null;
  readonly before: number | null;
  readonly note: string | null;
}

export interface RuleInput {
  /** What the union itself declares. */
  readonly declared: readonly Version[];
  /** Sizes of the subtree, from the roster and as declared. */
  readonly workforce: Readonly<Record<'workers' | 'members' | 'smartphones', Known>>;
  readonly declaredSize: Readonly<Record<'workers' | 'members' | 'smartphones', Known>>;
  /** People with the app working, counted in the subtree. */
  readonly countedWorking: number;
  /** Totals of the union's own events that came out below zero after logs were put together. */
  readonly belowZero: readonly { readonly day: string; readonly outcome: string; readonly count: number }[];
  /** People counted on days before the campaign's first. */
  readonly early: number;
  readonly coordinated: { readonly owner: string | null } | null;
  readonly onCircle: boolean;
  /** People counted outside the tree whom these figures may be short of. */
  readonly outside: readonly Outside[];
}

/** Everything that deserves a word before a report goes out, blockers first. */
export function findingsOf(input: RuleInput): RuleFinding[] {
  const found: RuleFinding[] = [];
  const say = (rule: Rule, key: string, detail: RuleFinding['detail']): void => {
    found.push({ rule, key, facts: Object.values(detail).join(' '), detail });
  };
  const figures = new Map(
    input.declared.flatMap(({ topic, key, value }) => (topic === 'figure' ? [[key, value]] : [])),
  );
  const above = partAboveWhole(figures);
  if (above !== null) say('part-above-whole', '', { ...above });
  for (const { day, outcome, count } of input.belowZero)
    say('below-zero', `${outcome}-${day}`, { day, outcome, count });
  for (const { topic, key, value, before, note } of input.declared) {
    const grows = topic === 'figure' ? growing.has(key) : topic !== 'text';
    if (grows && before !== null && value !== null && value < before && note === null) {
      say('fell', topic === 'figure' ? key : `${key}-${topic}`, { key, before, value });
    }
  }
  sayRates(input, figures, say);
  if (input.early > 0) say('days-outside', '', { count: input.early });
  if (!isKnown(input.workforce) && !isKnown(input.declaredSize)) say('workforce-missing', '', {});
  if (input.coordinated !== null) say('counted-elsewhere', '', { owner: input.coordinated.owner ?? '' });
  if (input.onCircle) say('circle', '', {});
  if (input.outside.length > 0) {
    say('outside-tree', '', { count: outsideSum(input.outside), names: outsideText(input.outside) });
  }
  return found;
}

const isKnown = ({ workers, smartphones }: RuleInput['workforce']): boolean =>
  workers.value !== null || smartphones.value !== null;

/** More people with the app than people, or than phones: possible where one person has two phones, so a warning. */
function sayRates(
  { workforce, declaredSize, countedWorking }: RuleInput,
  figures: ReadonlyMap<string, number | null>,
  say: (rule: Rule, key: string, detail: RuleFinding['detail']) => void,
): void {
  const before = figures.get('installed_before') ?? null;
  const during = figures.get('installed') ?? null;
  const declared = before === null && during === null ? null : (before ?? 0) + (during ?? 0);
  for (const key of ['workers', 'smartphones'] as const) {
    const counted = workforce[key].value ?? declaredSize[key].value;
    if (counted !== null && countedWorking > counted) {
      say('over-100', `counted-${key}`, { key, part: countedWorking, whole: counted });
    }
    const own = declaredSize[key].value ?? workforce[key].value;
    if (own !== null && declared !== null && declared > own) {
      say('over-100', `declared-${key}`, { key, part: declared, whole: own });
    }
  }
  const reached = figures.get('reached') ?? null;
  const workers = declaredSize.workers.value ?? workforce.workers.value;
  if (reached !== null && workers !== null && reached > workers) {
    say('over-100', 'reached-workers', { key: 'workers', part: reached, whole: workers });
  }
}
