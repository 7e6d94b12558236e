import type { BriefInput } from '../core/brief.ts';
import { todayOf } from './counts.ts';
import type { Desk } from './kit.ts';
import { boardRows } from './report-board.ts';
import type { ReportScene } from './report-scene.ts';

/** What the short texts of a union speak of. */
export function briefOf(desk: Desk, { union, figures, form, rows, asOf }: ReportScene): BriefInput {
  const world = desk.world();
  const below = rows.length === 0 ? [] : boardRows(desk, union);
  return {
    campaign: world.campaign,
    union: figures,
    name: form.name,
    asOf,
    day: todayOf(desk),
    below: {
      asked: below.length,
      reported: below.filter(({ arrival }) => arrival !== null).length,
      missing: below.filter(({ arrival }) => arrival === null).map(({ name }) => name),
    },
  };
}
