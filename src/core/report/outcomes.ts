import { type Campaign, workingCodes } from '../campaign/campaign.ts';
import { type Figures, sumOf, type Totals } from '../figures/figures.ts';

/** How the campaign's outcomes are counted in a report, and which of them leave a working app. */
export interface Counting {
  readonly app: string;
  readonly outcomes: readonly { readonly code: string; readonly label: string; readonly short: string }[];
  readonly working: readonly string[];
}

/** Outcomes in the campaign's order, then any other code that was counted: no count may vanish from a sum. */
export function countingOf(campaign: Campaign, union: Figures): Counting {
  const known = campaign.outcomes.map(({ code, label, short }) => ({ code, label: label.vi, short: short.vi }));
  const strays = Object.keys(union.byOutcome).filter((code) => known.every((outcome) => outcome.code !== code));
  return {
    app: campaign.app.name,
    outcomes: [...known, ...strays.map((code) => ({ code, label: code, short: code }))],
    working: workingCodes(campaign),
  };
}

/** Everybody who came: one tally is one person with one outcome. */
export const allOf = (counting: Counting, totals: Totals): number =>
  sumOf(
    totals,
    counting.outcomes.map(({ code }) => code),
  );

/** `“Đã có Bluezone” = “Cài mới” + “Đã cài” + …`. */
export function workingText({ app, outcomes, working }: Counting): string {
  const parts = outcomes.filter(({ code }) => working.includes(code)).map(({ short }) => `“${short}”`);
  return `“Đã có ${app}” = ${parts.join(' + ')}, theo lượt đếm tại bàn`;
}
