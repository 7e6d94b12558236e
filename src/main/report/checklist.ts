import { dayOf, shortDate } from '../../core/base/day.ts';
import { hasCounted } from '../../core/figures/figures.ts';
import { deviations } from '../../core/form/deviations.ts';
import { wholeOf } from '../../core/form/office-form.ts';
import type { BoardRow } from '../../core/report/board.ts';
import { checksOf } from '../../core/report/checklist.ts';
import { dueOf } from '../../core/report/deadline.ts';
import type { CheckItem } from '../../preload/contract.ts';
import { findingViews } from '../figures/findings.ts';
import { wordsForCheck } from '../messages/report-checks.ts';
import type { Context } from '../world/context.ts';
import type { World } from '../world/world.ts';
import { arrivalOf } from './board.ts';
import { choicesOf } from './choices.ts';
import type { ReportScene } from './scene.ts';

/**
 * Everything to look at before a report goes out, blockers first, each with the place where it is put right.
 * @param signer whoever is to sign, which may differ from the form's own.
 * @param rows the board of those below.
 */
export function checklist(
  context: Context,
  scene: ReportScene,
  signer: string,
  rows: readonly BoardRow[],
): CheckItem[] {
  const world = context.world();
  const { union, figures, form } = scene;
  const due = dueOf(world.campaign.report, union.level, world.store.reports.due(union.code, world.campaign.id));
  const today = dayOf(context.clock.wall());
  const checks = checksOf({
    union: union.code,
    deviations: deviations(wholeOf({ ...form, signer }), union.level),
    signer,
    below: {
      asked: rows.length,
      missing: rows.filter(({ arrival }) => arrival === null).map(({ name }) => name),
      changed: rows.filter(({ changes }) => changes.length > 0).map(({ name }) => name),
    },
    // A correction of a report that came in time is not late.
    pastDue: today > due && arrivalOf(world, union.code) === null ? shortDate(due) : null,
    choices: choicesOf(world, union, figures),
    twice: twiceIssued(world, union.code),
    hasCounted: hasCounted(figures),
  });
  const items = [
    ...findingViews(world, union).map(
      (finding): CheckItem => ({
        ...{ id: finding.id, severity: finding.severity, words: finding.words, accepted: finding.accepted },
        place: {
          screen: 'unions',
          union: union.code,
          part: finding.id.startsWith('below-zero') ? 'history' : 'findings',
        },
      }),
    ),
    ...checks.map(
      (check, at): CheckItem => ({
        id: `${check.code}:${at}`,
        severity: check.severity,
        words: wordsForCheck(check),
        place: check.place,
        accepted: null,
      }),
    ),
  ];
  return [
    ...items.filter(({ severity }) => severity === 'block'),
    ...items.filter(({ severity }) => severity === 'warn'),
  ];
}

function twiceIssued({ store, campaign }: World, union: string): string[] {
  const seen = new Set<string>();
  const standing = store.reports.issued(union, campaign.id).filter((row) => store.reports.replacedBy(row) === null);
  return standing.flatMap(({ symbol, year }) => {
    const isSecond = seen.has(`${year} ${symbol}`);
    seen.add(`${year} ${symbol}`);
    return isSecond ? [symbol] : [];
  });
}
