import type { Day } from '../base/day.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { workingCodes } from '../campaign/campaign.ts';
import { type Figures, hasCounted, percent, sumOf, workforceOf } from '../figures/figures.ts';
import { dueOf, isLate, type Urgency, urgencyOf } from './deadline.ts';
import { changesOf, completeness, type FactChange, type Facts, factsOf, missingParts, type Part } from './facts.ts';
import type { ReportState } from './life.ts';

/** How a union's report came: as one issued on this kit, or as a note of the office that it came on paper. */
export interface Arrival {
  readonly by: 'issued' | 'received';
  /** The day that counts against the deadline. */
  readonly on: Day;
  readonly symbol: string | null;
  readonly state: ReportState | null;
  /** The figures as they stood then. */
  readonly facts: Facts;
}

export interface BoardInput {
  readonly figures: Figures;
  readonly arrival: Arrival | null;
  readonly ownDue: Day | null;
}

export interface BoardRow {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly due: Day;
  readonly dueIsOwn: boolean;
  readonly arrival: Omit<Arrival, 'facts'> | null;
  /** Came after its deadline, or has not come and the deadline is over. */
  readonly late: boolean;
  readonly urgency: Urgency | 'done';
  /** What has changed since it reported. */
  readonly changes: readonly FactChange[];
  readonly completeness: number;
  readonly missing: readonly Part[];
  /** People who have the app working, counted (`null`: nobody was counted); over those with a smartphone, or over workers where that is unknown. */
  readonly part: number | null;
  readonly whole: number | null;
  readonly wholeIs: 'smartphones' | 'workers' | null;
  readonly percent: number | null;
  /** Place in the ranking, 1 the highest rate; equal rates share a place. `null`: not ranked. */
  readonly rank: number | null;
}

/** Below this many people a rate says more about luck than about work: such a union is not ranked. */
export const RANKED_FROM = 30;

/** The rows of a board: every union asked, in the order given. */
export function boardOf(campaign: Campaign, today: Day, inputs: readonly BoardInput[]): BoardRow[] {
  const working = workingCodes(campaign);
  const rows = inputs.map(({ figures, arrival, ownDue }): BoardRow => {
    const { code, name, level } = figures.union;
    const due = dueOf(campaign.report, level, ownDue);
    const missing = missingParts(figures);
    const { workers, smartphones } = workforceOf(figures);
    const whole = smartphones ?? workers;
    // Nobody counted is not a rate of zero (law 7).
    const part = hasCounted(figures) ? sumOf(figures.byOutcome, working) : null;
    const urgency = arrival === null ? urgencyOf(due, today, campaign.report) : 'done';
    return {
      ...{ code, name, level, due, dueIsOwn: ownDue !== null },
      arrival: arrival === null ? null : withoutFacts(arrival),
      late: arrival === null ? urgency === 'late' : isLate(arrival.on, due),
      urgency,
      changes: arrival === null ? [] : changesOf(arrival.facts, factsOf(figures)),
      completeness: completeness(missing),
      missing,
      ...{ part, whole, wholeIs: smartphones !== null ? 'smartphones' : workers !== null ? 'workers' : null },
      percent: part === null ? null : percent({ part, whole }),
      rank: null,
    };
  });
  return ranked(rows);
}

const withoutFacts = ({ facts: _facts, ...rest }: Arrival): Omit<Arrival, 'facts'> => rest;

const rankable = ({ percent: rate, whole }: BoardRow): boolean => rate !== null && (whole ?? 0) >= RANKED_FROM;

/** Ranks by rate; a tie shares the place, and the next one is counted on (1, 2, 2, 4). */
function ranked(rows: readonly BoardRow[]): BoardRow[] {
  const rates = rows.filter(rankable).map((row) => row.percent ?? 0);
  return rows.map((row) =>
    rankable(row) ? { ...row, rank: 1 + rates.filter((rate) => rate > (row.percent ?? 0)).length } : row,
  );
}

export interface BoardSums {
  readonly asked: number;
  readonly reported: number;
  readonly late: number;
  readonly changed: number;
  /** Reported out of asked, in percent with one decimal; `null` where nobody is asked. */
  readonly percent: number | null;
}

export function sumsOf(rows: readonly BoardRow[]): BoardSums {
  const reported = rows.filter(({ arrival }) => arrival !== null).length;
  return {
    asked: rows.length,
    reported,
    late: rows.filter(({ late }) => late).length,
    changed: rows.filter(({ changes }) => changes.length > 0).length,
    percent: percent({ part: reported, whole: rows.length }),
  };
}
