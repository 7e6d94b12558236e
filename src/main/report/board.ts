import { done, failed, type Result } from '../../core/base/result.ts';
import type { Bilingual, Campaign } from '../../core/campaign/campaign.ts';
import { workingOutcomes } from '../../core/campaign/campaign.ts';
import type { EventDraft, EventRef } from '../../core/log/event.ts';
import { type Arrival, type BoardInput, boardOf, type BoardRow as CoreRow, sumsOf } from '../../core/report/board.ts';
import { dueOf, urgencyOf } from '../../core/report/deadline.ts';
import { type FactChange, factsOf } from '../../core/report/facts.ts';
import { stateOf, stepsOf } from '../../core/report/life.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Board, BoardRow } from '../../preload/contract.ts';
import { figuresNow } from '../figures/figures-at.ts';
import { nameOfFact } from '../messages/report-facts.ts';
import type { Context, Handlers } from '../world/context.ts';
import { optionalNote, pastDay, textOf, todayIn, typedDay } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import type { ReportScene } from './scene.ts';

type BoardRequest = 'report.board' | 'report.receive' | 'report.due';

/** Who below a union has reported, in what way and when, and what the office notes of it. */
export function boardHandlers(context: Context): Pick<Handlers, BoardRequest> {
  const note = (union: Union, draft: EventDraft): Result<{ events: EventRef[]; row: BoardRow }> => {
    const events = context.record([draft]);
    if (!events.ok) return events;
    const [row] = rowsOf(context, [union]);
    return row === undefined
      ? failed('union-unknown', { union: union.code })
      : done({ events: [...events.value], row });
  };

  return {
    'report.board': ({ union: code }) => {
      const union = context.union(code);
      return union.ok ? done(boardView(context, union.value)) : union;
    },

    'report.receive': ({ union: code, on: typed, symbol: typedSymbol, note: typedNote }) => {
      const { campaign } = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const on = typed === null ? done(null) : pastDay(context, typed, campaign.letter.date);
      if (!on.ok) return on;
      const symbol = textOf(typedSymbol ?? '', 'symbol', 200);
      if (!symbol.ok) return symbol;
      const why = optionalNote(typedNote);
      if (!why.ok) return why;
      const body = {
        campaign: campaign.id,
        on: on.value,
        ...(symbol.value === '' ? {} : { symbol: symbol.value }),
        ...(why.value === null ? {} : { note: why.value }),
        facts: factsOf(figuresNow(context.world())(union)),
      };
      return note(union, { kind: 'received', union: code, body });
    },

    'report.due': ({ union: code, day: typed }) => {
      const { campaign } = context.world();
      const known = context.union(code);
      if (!known.ok) return known;
      const union = known.value;
      const day = typed === null ? done(null) : typedDay(typed);
      if (!day.ok) return day;
      return note(union, { kind: 'due', union: code, body: { campaign: campaign.id, day: day.value } });
    },
  };
}

/** Units that are asked for a report: those directly below that still stand; a union without any is asked itself. */
function asked({ store }: World, union: Union): Union[] {
  const below = store.units.below(union.code);
  return below.length === 0 ? [union] : below.filter(({ successor }) => !successor);
}

/** The rows of a union's board, as core has them. */
function boardRows(context: Context, union: Union): CoreRow[] {
  const world = context.world();
  return boardOf(world.campaign, todayIn(context), inputsOf(world, asked(world, union)));
}

/** The board of those below a scene's union; empty where nobody stands below. */
export const rowsBelow = (context: Context, { union, rows }: Pick<ReportScene, 'union' | 'rows'>): CoreRow[] =>
  rows.length === 0 ? [] : boardRows(context, union);

const rowsOf = (context: Context, unions: readonly Union[]): BoardRow[] =>
  boardOf(context.world().campaign, todayIn(context), inputsOf(context.world(), unions)).map((row) =>
    rowView(context.world().campaign, row),
  );

function inputsOf(world: World, unions: readonly Union[]): BoardInput[] {
  const figuresOf = figuresNow(world);
  return unions.map((union) => ({
    figures: figuresOf(union),
    arrival: arrivalOf(world, union.code),
    ownDue: world.store.reports.due(union.code, world.campaign.id),
  }));
}

/**
 * How a union's report came. In time is the first that came; what changed is measured against the last, since a
 * correction answers for the figures as they were then.
 */
export function arrivalOf({ store, campaign }: World, code: string): Arrival | null {
  const issued = store.reports.issued(code, campaign.id);
  const paper = store.reports.received(code, campaign.id);
  const days = issued.map((row) => stepsOf(store.reports.steps(row))[0]?.on ?? row.issuedOn);
  const [newest] = issued;
  if (newest === undefined) {
    if (paper === null) return null;
    return { by: 'received', on: paper.day, symbol: paper.symbol, state: null, facts: paper.facts };
  }
  const [first = newest.issuedOn] = [...days, ...(paper === null ? [] : [paper.day])].sort();
  const state = stateOf(stepsOf(store.reports.steps(newest)));
  return { by: 'issued', on: first, symbol: newest.symbol, state, facts: newest.facts };
}

export const changesView = (campaign: Campaign, changes: readonly FactChange[]): BoardRow['changes'] =>
  changes.map((change) => ({ ...change, label: nameOfFact(change.key, campaign) }));

const rowView = (campaign: Campaign, row: CoreRow): BoardRow => ({
  ...row,
  missing: [...row.missing],
  changes: changesView(campaign, row.changes),
});

/** The board of a union as the screens show it. */
export function boardView(context: Context, union: Union): Board {
  const world = context.world();
  const { campaign, store } = world;
  const rows = boardRows(context, union);
  const due = dueOf(campaign.report, union.level, store.reports.due(union.code, campaign.id));
  return {
    union: union.code,
    name: union.name,
    today: todayIn(context),
    due,
    urgency: urgencyOf(due, todayIn(context), campaign.report),
    rows: rows.map((row) => rowView(campaign, row)),
    ...sumsOf(rows),
    numerator: numeratorOf(campaign),
  };
}

function numeratorOf(campaign: Campaign): Bilingual {
  const working = workingOutcomes(campaign);
  const list = (language: keyof Bilingual): string => working.map(({ short }) => short[language]).join(' + ');
  return { vi: `Đã có ${campaign.app.name}: ${list('vi')}`, en: `Have ${campaign.app.name}: ${list('en')}` };
}
