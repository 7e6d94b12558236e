import type { Change } from '../../core/base/event-schema.ts';
import { declaredKeys } from '../../core/figures/declared.ts';
import { declaredNow } from '../../core/figures/declared-now.ts';
import { type CountLine, type DeclaredFigures, type Figures, sumBy, type Totals } from '../../core/figures/figures.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Store } from '../store/index.ts';
import type { SubtreesReader } from '../store/projections/subtrees.ts';
import type { World } from '../world/world.ts';

interface Line {
  readonly day: string;
  readonly subject: Change['subject'];
  readonly code: string;
  readonly detail: string;
  readonly amount: number;
}

/** Answers for any union's subtree, all as they stood at one moment. */
export type FiguresOf = (union: Union) => Figures;

/**
 * Figures now, from the stored totals, or at a moment in the past, folded anew from the log. Both come from the
 * same events, so a report of yesterday can be made again tomorrow.
 * @param forms outreach forms of the campaign, in its order.
 */
export function figuresAt(store: Store, until: number | null, forms: readonly string[] = []): FiguresOf {
  if (until === null) {
    const more = reportedBy(store, store.subtrees, '~', forms);
    return (union) => ({
      ...countedBy(
        union,
        store.totals.of(union.code).map(({ tree, ...line }) => ({ ...line, amount: tree })),
      ),
      ...more(union),
    });
  }
  const bySubtree = new Map<string, Line[]>();
  const counted = new Map<string, number>();
  for (const change of store.totalsAt(until)) {
    if (change.union === null) continue;
    if (change.subject === 'tally') {
      const group = JSON.stringify([change.union, change.day, change.code, change.detail]);
      counted.set(group, (counted.get(group) ?? 0) + change.amount);
    }
    for (const code of [change.union, ...store.ancestors(change.union)]) {
      const lines = bySubtree.get(code);
      if (lines === undefined) bySubtree.set(code, [change]);
      else lines.push(change);
    }
  }
  const active = new Set(
    [...counted].flatMap(([group, amount]) => (amount > 0 ? [(JSON.parse(group) as [string])[0]] : [])),
  );
  const more = reportedBy(store, store.subtrees.at(until, active), new Date(until + 1).toISOString(), forms);
  return (union) => ({ ...countedBy(union, bySubtree.get(union.code) ?? []), ...more(union) });
}

function countedBy(union: Union, all: readonly Line[]): Figures {
  // What was counted and taken back again leaves a zero behind; a union with nothing else has not reported.
  const lines = all.filter(({ amount }) => amount !== 0);
  const tallies: CountLine[] = lines
    .filter(({ subject }) => subject === 'tally')
    .map(({ day, code, detail, amount }) => ({ day, outcome: code, reason: detail || null, count: amount }));
  const checks = lines.filter(({ subject }) => subject === 'check');
  const byDay: Record<string, Totals> = {};
  for (const day of new Set(tallies.map((line) => line.day))) {
    byDay[day] = sumBy(tallies, (line) => (line.day === day ? line.outcome : null));
  }
  return {
    union,
    byOutcome: sumBy(tallies, (line) => line.outcome),
    byReason: sumBy(tallies, (line) => line.reason),
    byDay,
    checks: sumBy(
      checks.map(({ day, code, amount }) => ({ day, outcome: code, reason: null, count: amount })),
      (line) => line.outcome,
    ),
  };
}

type Reported = Required<Pick<Figures, 'workforce' | 'workforceFrom' | 'grassroots' | 'declared'>>;

/** Denominators, grassroots unions and declared figures. @param before only versions with an earlier stamp count. */
function reportedBy(
  store: Store,
  subtrees: Pick<SubtreesReader, 'of' | 'outreach'>,
  before: string,
  forms: readonly string[],
): (union: Union) => Reported {
  return ({ code }) => {
    const { roster, declared, grassroots } = subtrees.of(code);
    const { workers, members, smartphones } = roster;
    const known = declaredKeys.flatMap((key) => {
      const { value, from } = declared[key];
      return value === null ? [] : [{ key, value, from }];
    });
    const texts = declaredNow(store.declared.versions(code).filter(({ stamp }) => stamp < before));
    const outreach: DeclaredFigures['outreach'] = forms
      .map((form) => ({ form, ...subtrees.outreach(code, form) }))
      .map(({ form, quantity, people }) => ({ form, quantity: quantity.value, people: people.value }))
      .filter(({ quantity, people }) => quantity !== null || people !== null);
    return {
      workforce: { workers: workers.value, members: members.value, smartphones: smartphones.value },
      workforceFrom: { workers: workers.from, members: members.from, smartphones: smartphones.from },
      grassroots,
      declared: {
        values: Object.fromEntries(known.map(({ key, value }) => [key, value])),
        from: Object.fromEntries(known.map(({ key, from }) => [key, from])),
        outreach,
        texts: Object.fromEntries(
          texts.flatMap(({ topic, key, text }) => (topic === 'text' && text ? [[key, text]] : [])),
        ),
      },
    };
  };
}

export const figuresNow = ({ store, campaign }: World): FiguresOf =>
  figuresAt(
    store,
    null,
    campaign.outreach.map(({ code }) => code),
  );
