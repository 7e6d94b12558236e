import { done } from '../../core/base/result.ts';
import type { Figures } from '../../core/figures/figures.ts';
import type { Choice } from '../../core/report/checklist.ts';
import { choosableKeys, countedFor } from '../../core/report/choice.ts';
import { countingOf } from '../../core/report/outcomes.ts';
import type { Union } from '../../core/roster/union.ts';
import type { FigureChoice } from '../../preload/contract.ts';
import { figuresNow } from '../figures/figures-at.ts';
import { nameOfFigure } from '../messages/index.ts';
import { countedNames } from '../messages/report-checks.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { World } from '../world/world.ts';

/** Counted and declared numbers side by side, and which of them the signer lets stand. */
export function choiceHandlers(context: Context): Pick<Handlers, 'report.choose'> {
  return {
    'report.choose': ({ union: code, figures }) => {
      const world = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const view = (): FigureChoice[] => choiceViews(world, union, figuresNow(world)(union));
      if (Object.keys(figures).length === 0) return done({ events: [], choices: view() });
      const body = { campaign: world.campaign.id, figures };
      const events = context.record([{ kind: 'chosen', union: code, body }]);
      if (!events.ok) return events;
      return done({ events: [...events.value], choices: view() });
    },
  };
}

/** Figures with a number on either side. */
export function choicesOf({ store, campaign }: World, union: Union, figures: Figures): Choice[] {
  const chosen = store.reports.chosen(union.code, campaign.id);
  const counting = countingOf(campaign, figures);
  return choosableKeys
    .map((figure) => ({
      figure,
      // A figure that the campaign has no outcome for cannot be counted at a booth.
      counted: countedFor(counting, figures, figure) || null,
      declared: figures.declared?.values[figure] ?? null,
      source: chosen[figure]?.source ?? null,
    }))
    .filter(({ counted, declared }) => counted !== null || declared !== null);
}

export function choiceViews(world: World, union: Union, figures: Figures): FigureChoice[] {
  const chosen = world.store.reports.chosen(union.code, world.campaign.id);
  return choicesOf(world, union, figures).map((choice) => ({
    ...choice,
    label: nameOfFigure(choice.figure),
    countedLabel: countedNames[choice.figure],
    by: chosen[choice.figure]?.by ?? null,
  }));
}
