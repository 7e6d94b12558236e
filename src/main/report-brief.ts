import type { BriefInput } from '../core/brief.ts';
import type { Figures } from '../core/figures.ts';
import { todayOf } from './counts.ts';
import type { Desk } from './kit.ts';
import { boardRows } from './report-board.ts';
import type { ReportScene } from './report-scene.ts';

/** What the short texts of a union speak of. */
export function briefOf(desk: Desk, { union, figures, form, rows, rowsBelow, asOf }: ReportScene): BriefInput {
  const world = desk.world();
  const below = rows.length === 0 ? [] : boardRows(desk, union);
  return {
    campaign: world.campaign,
    union: figures,
    name: form.name,
    asOf,
    day: todayOf(desk),
    units: each(rows, rowsBelow),
    below: {
      asked: below.length,
      reported: below.filter(({ arrival }) => arrival !== null).length,
      missing: below.filter(({ arrival }) => arrival === null).map(({ name }) => name),
    },
  };
}

/** Read once, and only by whoever needs it: a federation has thousands. */
function* each(...lists: Iterable<Figures>[]): Generator<Figures> {
  for (const list of lists) yield* list;
}
