import { type Day, dayOf, shortDate } from '../../core/base/day.ts';
import { done, failed, type Outcome } from '../../core/base/result.ts';
import type { Bilingual, Campaign } from '../../core/campaign/campaign.ts';
import type { EventDraft, EventRef } from '../../core/log/event.ts';
import { type Arrival, type BoardInput, boardOf, type BoardRow as CoreRow, sumsOf } from '../../core/report/board.ts';
import { dueOf, urgencyOf } from '../../core/report/deadline.ts';
import { type FactChange, factsOf } from '../../core/report/facts.ts';
import { stateOf, stepsOf } from '../../core/report/life.ts';
import { readDay } from '../../core/roster/row.ts';
import type { Union } from '../../core/roster/union.ts';
import type { Board, BoardRow } from '../../preload/contract.ts';
import { type FiguresOf, figuresAt } from '../figures/figures-at.ts';
import type { Desk, Handlers } from '../kit.ts';
import { nameOfFact } from '../messages/report-facts.ts';
import { noteOf, textOf } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import type { ReportScene } from './scene.ts';

type BoardRequest = 'report.board' | 'report.receive' | 'report.due';

/** Who below a union has reported, in what way and when, and what the office notes of it. */
export function reportBoard(desk: Desk): Pick<Handlers, BoardRequest> {
  const note = (union: Union, draft: EventDraft): Outcome<{ events: EventRef[]; row: BoardRow }> => {
    const written = desk.world().store.append([draft]);
    if (!written.ok) return written;
    const events = written.value.map(({ machine, seq }) => ({ machine, seq }));
    const [row] = rowsOf(desk, [union]);
    return row === undefined ? failed('union-unknown', { union: union.code }) : done({ events, row });
  };

  return {
    'report.board': ({ union: code }) => {
      const union = desk.world().store.units.get(code);
      return union === null ? failed('union-unknown', { union: code }) : done(boardView(desk, union));
    },

    'report.receive': ({ union: code, on: typed, symbol: typedSymbol, note: typedNote }) => {
      const { store, campaign } = desk.world();
      const union = store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const on = typed === null ? done(null) : pastDay(desk, typed, campaign.letter.date);
      if (!on.ok) return on;
      const symbol = textOf(typedSymbol ?? '', 'symbol', 200);
      if (!symbol.ok) return symbol;
      const why = typedNote === null || typedNote.trim() === '' ? done('') : noteOf(typedNote, 'note');
      if (!why.ok) return why;
      const body = {
        campaign: campaign.id,
        on: on.value,
        ...(symbol.value === '' ? {} : { symbol: symbol.value }),
        ...(why.value === '' ? {} : { note: why.value }),
        facts: factsOf(figuresNow(desk.world())(union)),
      };
      return note(union, { kind: 'received', union: code, body });
    },

    'report.due': ({ union: code, day: typed }) => {
      const { store, campaign } = desk.world();
      const union = store.units.get(code);
      if (union === null) return failed('union-unknown', { union: code });
      const day = typed === null ? null : readDay(typed.trim());
      if (day === 'bad' || (typed !== null && day === null)) return failed('day-impossible', { day: typed ?? '' });
      return note(union, { kind: 'due', union: code, body: { campaign: campaign.id, day } });
    },
  };
}

const todayIn = (desk: Desk): Day => dayOf(desk.clock.wall());

/** A day that has come, as somebody typed it. Fails with `day-impossible` or `report-day-bad`. */
export function pastDay(desk: Desk, typed: string, from: Day): Outcome<Day> {
  const day = readDay(typed.trim());
  if (day === 'bad' || day === null) return failed('day-impossible', { day: typed.slice(0, 20) });
  const today = todayIn(desk);
  if (day >= from && day <= today) return done(day);
  return failed('report-day-bad', { day: shortDate(day), from: shortDate(from), today: shortDate(today) });
}

export const figuresNow = ({ store, campaign }: World): FiguresOf =>
  figuresAt(
    store,
    null,
    campaign.outreach.map(({ code }) => code),
  );

/** Units that are asked for a report: those directly below that still stand; a union without any is asked itself. */
function asked({ store }: World, union: Union): Union[] {
  const below = store.units.below(union.code);
  return below.length === 0 ? [union] : below.filter(({ successor }) => !successor);
}

/** The rows of a union's board, as core has them. */
function boardRows(desk: Desk, union: Union): CoreRow[] {
  const world = desk.world();
  return boardOf(world.campaign, todayIn(desk), inputsOf(world, asked(world, union)));
}

/** The board of those below a scene's union; empty where nobody stands below. */
export const rowsBelow = (desk: Desk, { union, rows }: Pick<ReportScene, 'union' | 'rows'>): CoreRow[] =>
  rows.length === 0 ? [] : boardRows(desk, union);

const rowsOf = (desk: Desk, unions: readonly Union[]): BoardRow[] =>
  boardOf(desk.world().campaign, todayIn(desk), inputsOf(desk.world(), unions)).map((row) =>
    rowView(desk.world().campaign, row),
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
export function boardView(desk: Desk, union: Union): Board {
  const world = desk.world();
  const { campaign, store } = world;
  const rows = boardRows(desk, union);
  const due = dueOf(campaign.report, union.level, store.reports.due(union.code, campaign.id));
  return {
    union: union.code,
    name: union.name,
    today: todayIn(desk),
    due,
    urgency: urgencyOf(due, todayIn(desk), campaign.report),
    rows: rows.map((row) => rowView(campaign, row)),
    ...sumsOf(rows),
    numerator: numeratorOf(campaign),
  };
}

function numeratorOf(campaign: Campaign): Bilingual {
  const working = campaign.outcomes.filter(({ installed }) => installed);
  const list = (language: keyof Bilingual): string => working.map(({ short }) => short[language]).join(' + ');
  return { vi: `Đã có ${campaign.app.name}: ${list('vi')}`, en: `Have ${campaign.app.name}: ${list('en')}` };
}
