import { type Deviation, type DeviationKind, detailOf } from '../form/deviations.ts';
import type { ChoosableKey } from './choice.ts';

/** Where something can be put right: a screen, and what to open there. */
export interface Place {
  readonly screen: 'unions' | 'report' | 'settings';
  readonly union: string;
  /** A part of that screen: `figures`, `findings`, `history` of a union; `figures`, `form`, `issue`, `board` of a report. */
  readonly part: string;
}

/** What deserves a look before a report is issued, beside the findings of the figures themselves. */
export type CheckCode =
  | `form-${DeviationKind}`
  | 'signer-missing'
  | 'below-missing'
  | 'below-changed'
  | 'past-due'
  | 'number-twice'
  | 'choice-open'
  | 'choice-declared-missing'
  | 'nothing-counted';

export interface Check {
  readonly code: CheckCode;
  readonly severity: 'block' | 'warn';
  readonly place: Place;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Two numbers for one figure, and which of them stands. */
export interface Choice {
  readonly figure: ChoosableKey;
  readonly counted: number | null;
  readonly declared: number | null;
  readonly source: 'counted' | 'declared' | null;
}

export interface CheckInput {
  readonly union: string;
  readonly deviations: readonly Deviation[];
  readonly signer: string;
  readonly below: { readonly asked: number; readonly missing: readonly string[]; readonly changed: readonly string[] };
  readonly pastDue: string | null;
  readonly choices: readonly Choice[];
  /** Symbols that stand on more than one report of a year: two machines issued them before their logs met. */
  readonly twice: readonly string[];
  readonly hasCounted: boolean;
}

/** Names that one line of the checklist can carry. */
const NAMED = 3;

/** Everything beside the findings, blockers first: what a signer would be asked about. */
export function checksOf(input: CheckInput): Check[] {
  const { union, below } = input;
  const at = (screen: Place['screen'], part: string): Place => ({ screen, union, part });
  const form = at('report', 'form');
  const found: Check[] = [];
  const warn = (code: CheckCode, place: Place, detail: Check['detail'] = {}): void => {
    found.push({ code, severity: 'warn', place, detail });
  };
  if (input.signer.trim() === '') found.push({ code: 'signer-missing', severity: 'block', place: form, detail: {} });
  for (const deviation of input.deviations) {
    found.push({
      code: `form-${deviation.kind}`,
      // A document without a place is unfinished; everything else is a choice that offices make.
      severity: deviation.kind === 'place-missing' ? 'block' : 'warn',
      place: form,
      detail: detailOf(deviation),
    });
  }
  if (!input.hasCounted) warn('nothing-counted', at('unions', 'figures'));
  if (below.missing.length > 0) {
    const names = below.missing.slice(0, NAMED).join('; ');
    warn('below-missing', at('report', 'board'), { count: below.missing.length, asked: below.asked, names });
  }
  if (below.changed.length > 0) {
    const names = below.changed.slice(0, NAMED).join('; ');
    warn('below-changed', at('report', 'board'), { count: below.changed.length, names });
  }
  for (const { figure, counted, declared, source } of input.choices) {
    if (source === 'declared' && declared === null)
      warn('choice-declared-missing', at('report', 'figures'), { key: figure });
    if (source === null && counted !== null && declared !== null && counted !== declared) {
      warn('choice-open', at('report', 'figures'), { key: figure, counted, declared });
    }
  }
  for (const symbol of input.twice) warn('number-twice', at('report', 'issue'), { symbol });
  if (input.pastDue !== null) warn('past-due', at('report', 'issue'), { due: input.pastDue });
  return found.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'block' ? -1 : 1));
}
