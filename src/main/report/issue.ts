import { wallOf } from '../../core/base/clock.ts';
import { type Day, dayOf, shortDate } from '../../core/base/day.ts';
import { done, failed, type Outcome } from '../../core/base/result.ts';
import { clean } from '../../core/form/wording.ts';
import { auditReport } from '../../core/report/audit.ts';
import { dueOf, isLate } from '../../core/report/deadline.ts';
import { changesOf, type Facts, factsOf } from '../../core/report/facts.ts';
import {
  documentNumber,
  mayMove,
  nextNumber,
  registerYear,
  reportStates,
  stateOf,
  stepsOf,
  symbolOf,
} from '../../core/report/life.ts';
import { readDay } from '../../core/roster/row.ts';
import type { Union } from '../../core/roster/union.ts';
import type { IssuedReport, RequestRead } from '../../preload/contract.ts';
import type { Desk, Handlers } from '../kit.ts';
import { stateNames } from '../messages/report-failures.ts';
import { freeze } from '../store/log/snapshot.ts';
import type { IssuedRow } from '../store/projections/reports.ts';
import { noteOf } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import { changesView, figuresNow, pastDay, rowsBelow } from './board.ts';
import { checklist } from './checklist.ts';
import { modelOf, type ReportScene, sceneOf } from './scene.ts';

/** Numbers, freezes and follows reports. */
export function reportIssuing(desk: Desk): Pick<Handlers, 'report.issue' | 'report.move' | 'report.list'> {
  return {
    'report.list': ({ union: code }) => {
      const union = desk.world().store.units.get(code);
      return union === null ? failed('union-unknown', { union: code }) : done({ reports: reportsOf(desk, union) });
    },

    'report.issue': (input) => {
      const world = desk.world();
      const now = desk.clock.wall();
      const union = world.store.units.get(input.union);
      if (union === null) return failed('union-unknown', { union: input.union });
      const asOf = input.asOf === null ? now : Date.parse(input.asOf);
      if (asOf > now) return failed('report-future', { asOf: input.asOf ?? '' });
      const scene = sceneOf(world, union, asOf, now);
      const head = readHead(world, scene, input, dayOf(now));
      if (!head.ok) return head;
      const replaces = replacedReport(world, union, input.replaces);
      if (!replaces.ok) return replaces;
      const blocked = blockers(desk, scene, head.value.signer);
      if (blocked !== null) return blocked;
      const { number, symbol, issuedOn, signer } = head.value;
      const old = replaces.value;
      const model = modelOf(
        world,
        scene,
        now,
        { state: 'issued', number, issuedOn, replaces: old && { symbol: old.symbol, issuedOn: old.issuedOn } },
        signer,
      );
      // A report that cannot be written must not get a number.
      const sound = auditReport(model);
      if (!sound.ok) return sound;
      const body = {
        ...{ campaign: world.campaign.id, number, symbol, issuedOn, signer, asOf, madeAt: now },
        ...(old === null ? {} : { replaces: { machine: old.machine, seq: old.seq } }),
        facts: factsOf(scene.figures),
        ...freeze(model),
      };
      const written = world.store.append([{ kind: 'issued', union: union.code, body }]);
      if (!written.ok) return written;
      return viewOfNewest(desk, union);
    },

    'report.move': ({ report, state, on: typed, note: typedNote }) => {
      const { store } = desk.world();
      const row = store.reports.get(report);
      const union = row === null ? null : store.units.get(row.union);
      if (row === null || union === null) return failed('report-unknown');
      const by = store.reports.replacedBy(row);
      if (by !== null) return failed('report-replaced', { symbol: row.symbol });
      const steps = stepsOf(store.reports.steps(row));
      const may = mayMove(stateOf(steps), state);
      if (!may.ok) {
        const [from, to] = [stateNames[stateOf(steps)], stateNames[state]];
        return failed('report-step-order', { state: from.en, stateVi: from.vi, step: to.en, stepVi: to.vi });
      }
      const on =
        typed === null ? done(dayOf(desk.clock.wall())) : pastDay(desk, typed, steps.at(-1)?.on ?? row.issuedOn);
      if (!on.ok) return on;
      const note = typedNote === null || typedNote.trim() === '' ? done(null) : noteOf(typedNote, 'note');
      if (!note.ok) return note;
      const why = note.value === null ? {} : { note: note.value };
      const body = { report: { machine: row.machine, seq: row.seq }, state, on: on.value, ...why };
      const written = store.append([{ kind: 'moved', union: row.union, body }]);
      if (!written.ok) return written;
      return done(viewOf(desk, union, row, null));
    },
  };
}

interface Head {
  readonly number: string;
  readonly symbol: string;
  readonly issuedOn: Day;
  readonly signer: string;
}

/** Number, date, signer and place: what a document of the state cannot be without. */
function readHead(
  { name, store }: World,
  { union, form, asOf }: ReportScene,
  input: RequestRead<'report.issue'>,
  today: Day,
): Outcome<Head> {
  const number = documentNumber(input.number, name === 'practice');
  if (!number.ok) return number;
  if (input.issuedOn.trim() === '') return failed('report-date-missing');
  const issuedOn = readDay(input.issuedOn.trim());
  if (issuedOn === null || issuedOn === 'bad') return failed('day-impossible', { day: input.issuedOn });
  if (issuedOn > today || issuedOn < dayOf(asOf)) {
    return failed('report-date-bad', {
      day: shortDate(issuedOn),
      asOf: shortDate(dayOf(asOf)),
      today: shortDate(today),
    });
  }
  const signer = clean(input.signer ?? form.signer);
  if (/^[.…\s]*$/.test(signer)) return failed('report-signer-missing');
  if (form.place === '' || form.place.includes('…')) return failed('report-place-missing');
  const taken = store.reports.numbers(union.code, registerYear(issuedOn));
  if (taken.includes(number.value)) {
    return failed('report-number-taken', {
      number: number.value,
      year: registerYear(issuedOn),
      next: nextNumber(taken),
    });
  }
  return done({ number: number.value, symbol: symbolOf(number.value, form), issuedOn, signer });
}

/** The report that a new one corrects: the one that stands, if any does. */
function replacedReport(
  { store, campaign }: World,
  union: Union,
  asked: { machine: string; seq: number } | null,
): Outcome<IssuedRow | null> {
  const standing = store.reports.issued(union.code, campaign.id).find((row) => store.reports.replacedBy(row) === null);
  if (asked === null) {
    return standing === undefined ? done(null) : failed('report-replaces-missing', { symbol: standing.symbol });
  }
  const row = store.reports.get(asked);
  if (row === null || row.union !== union.code) return failed('report-unknown');
  return store.reports.replacedBy(row) === null ? done(row) : failed('report-replaced', { symbol: row.symbol });
}

function blockers(desk: Desk, scene: ReportScene, signer: string): Outcome<never> | null {
  const found = checklist(desk, scene, signer, rowsBelow(desk, scene)).filter(({ severity }) => severity === 'block');
  const [first] = found;
  if (first === undefined) return null;
  const { what } = first.words;
  return failed('report-blocked', { count: found.length, first: what.vi, firstEn: what.en });
}

function viewOfNewest(desk: Desk, union: Union): Outcome<IssuedReport> {
  const [newest] = reportsOf(desk, union);
  return newest === undefined ? failed('report-unknown') : done(newest);
}

/** Reports of a union with their lives, newest first. */
export function reportsOf(desk: Desk, union: Union): IssuedReport[] {
  const world = desk.world();
  const facts = factsOf(figuresNow(world)(union));
  return world.store.reports.issued(union.code, world.campaign.id).map((row) => viewOf(desk, union, row, facts));
}

function viewOf(desk: Desk, union: Union, row: IssuedRow, known: Facts | null): IssuedReport {
  const world = desk.world();
  const { store, campaign } = world;
  const steps = stepsOf(store.reports.steps(row));
  const state = stateOf(steps);
  const next = reportStates[reportStates.indexOf(state) + 1];
  const replaced = store.reports.replacedBy(row);
  const due = dueOf(campaign.report, union.level, store.reports.due(union.code, campaign.id));
  return {
    ref: { machine: row.machine, seq: row.seq },
    ...{ union: row.union, number: row.number, symbol: row.symbol, issuedOn: row.issuedOn, signer: row.signer },
    asOf: new Date(row.asOf).toISOString(),
    issuedAt: new Date(wallOf(row.stamp)).toISOString(),
    by: row.operator,
    digest: row.digest,
    state,
    next: replaced !== null || next === undefined || next === 'issued' ? null : next,
    steps: steps.map(({ state: step, on, stamp, operator, note }) => ({
      ...{ state: step, on, by: operator, note },
      at: new Date(wallOf(stamp)).toISOString(),
    })),
    replaces: row.replaces === null ? null : (store.reports.get(row.replaces)?.symbol ?? null),
    replacedBy: replaced?.symbol ?? null,
    due,
    late: isLate(steps[0]?.on ?? row.issuedOn, due),
    changes: changesView(campaign, changesOf(row.facts, known ?? factsOf(figuresNow(world)(union)))),
  };
}
