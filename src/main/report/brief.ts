import type { Figures } from '../../core/figures/figures.ts';
import type { BoardRow } from '../../core/report/board.ts';
import type { BriefInput } from '../../core/report/brief.ts';
import { type Context, todayOf } from '../world/context.ts';
import type { ReportScene } from './scene.ts';

/** What the short texts of a union speak of. */
export function briefOf(
  context: Context,
  { figures, form, rows, rowsBelow, asOf, outside }: ReportScene,
  below: readonly BoardRow[],
): BriefInput {
  const world = context.world();
  return {
    campaign: world.campaign,
    union: figures,
    name: form.name,
    asOf,
    outside,
    day: todayOf(context),
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
