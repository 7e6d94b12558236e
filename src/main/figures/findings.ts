import { wallOf } from '../../core/base/clock.ts';
import { workingCodes } from '../../core/campaign/campaign.ts';
import { declaredNow } from '../../core/figures/declared-now.ts';
import { sumOf } from '../../core/figures/figures.ts';
import { findingsOf, idOf, type RuleFinding, severityOf } from '../../core/figures/findings.ts';
import { sendsTo } from '../../core/roster/tree.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Finding } from '../../preload/contract.ts';
import { wordsForFinding } from '../messages/index.ts';
import type { World } from '../world/world.ts';
import { outsideOf } from './off-roster.ts';

/** What deserves a word about a union's figures, as core sees it. */
export function ruleFindings(world: World, union: Union): RuleFinding[] {
  const { store, campaign } = world;
  const { roster, declared } = store.subtrees.of(union.code);
  const rows = store.totals.of(union.code).filter(({ subject }) => subject === 'tally');
  const byOutcome: Record<string, number> = {};
  let early = 0;
  for (const { day, code, tree } of rows) {
    byOutcome[code] = (byOutcome[code] ?? 0) + tree;
    if (day < campaign.days.first) early += tree;
  }
  const working = workingCodes(campaign);
  const rollsTo = store.units.rollsTo(union.code);
  return findingsOf({
    declared: declaredNow(store.declared.versions(union.code)),
    workforce: roster,
    declaredSize: declared,
    countedWorking: sumOf(byOutcome, working),
    belowZero: rows.filter(({ own }) => own < 0).map(({ day, code, own }) => ({ day, outcome: code, count: own })),
    early,
    coordinated: union.coordinated === true ? { owner: union.owner ?? null } : null,
    onCircle: rollsTo === null && sendsTo(union) !== null,
    outside: outsideOf(store, union),
  });
}

/** The same in words, with what somebody took upon themselves. An acceptance ends when the facts change. */
export function findingViews(world: World, union: Union): Finding[] {
  const accepted = new Map(world.store.declared.accepted(union.code).map((line) => [line.rule, line]));
  return ruleFindings(world, union).map((found) => {
    const id = idOf(found);
    const line = accepted.get(id);
    const holds = line !== undefined && line.facts === found.facts && severityOf(found.rule) === 'warn';
    return {
      id,
      severity: severityOf(found.rule),
      words: wordsForFinding(found),
      accepted: holds ? { why: line.why, by: line.operator, at: new Date(wallOf(line.stamp)).toISOString() } : null,
    };
  });
}
