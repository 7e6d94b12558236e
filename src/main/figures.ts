import { type CountLine, type Figures, sumBy, type Totals } from '../core/figures.ts';
import type { Change } from '../core/projection.ts';
import type { Union } from '../core/union.ts';
import type { Store } from './store/index.ts';

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
 */
export function figuresAt(store: Store, until: number | null): FiguresOf {
  if (until === null) {
    return (union) =>
      figuresFrom(
        union,
        store.totals.of(union.code).map(({ tree, ...line }) => ({ ...line, amount: tree })),
      );
  }
  const bySubtree = new Map<string, Line[]>();
  for (const change of store.totalsAt(until)) {
    if (change.union === null) continue;
    for (const code of [change.union, ...store.ancestors(change.union)]) {
      const lines = bySubtree.get(code);
      if (lines === undefined) bySubtree.set(code, [change]);
      else lines.push(change);
    }
  }
  return (union) => figuresFrom(union, bySubtree.get(union.code) ?? []);
}

function figuresFrom(union: Union, all: readonly Line[]): Figures {
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
