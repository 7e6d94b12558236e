import { type Day, dayOf, shortDate } from '../../core/base/day.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import { clean } from '../../core/base/text.ts';
import { auditReport } from '../../core/report/audit.ts';
import { factsOf } from '../../core/report/facts.ts';
import {
  documentNumber,
  mayMove,
  nextNumber,
  registerYear,
  stateNames,
  stateOf,
  stepsOf,
  symbolOf,
} from '../../core/report/life.ts';
import type { Union } from '../../core/roster/union.ts';
import type { RequestRead } from '../../preload/contract.ts';
import { freeze } from '../store/log/snapshot.ts';
import type { IssuedRow } from '../store/projections/reports.ts';
import type { Context, Handlers } from '../world/context.ts';
import { optionalNote, pastDay, typedDay } from '../world/typed-input.ts';
import type { World } from '../world/world.ts';
import { rowsBelow } from './board.ts';
import { checklist } from './checklist.ts';
import { reportsOf, viewOf, viewOfNewest } from './issued-view.ts';
import { modelOf, type ReportScene, sceneOf } from './scene.ts';

/** Numbers, freezes and follows reports. */
export function issueHandlers(context: Context): Pick<Handlers, 'report.issue' | 'report.move' | 'report.list'> {
  return {
    'report.list': ({ union: code }) => {
      const union = context.union(code);
      return union.ok ? done({ reports: reportsOf(context, union.value) }) : union;
    },

    'report.issue': (input) => {
      const world = context.world();
      const now = context.clock.wall();
      const known = context.union(input.union);
      if (!known.ok) return known;
      const union = known.value;
      const asOf = input.asOf === null ? now : Date.parse(input.asOf);
      if (asOf > now) return failed('report-future', { asOf: input.asOf ?? '' });
      const scene = sceneOf(world, union, asOf, now);
      const head = readHead(world, scene, input, dayOf(now));
      if (!head.ok) return head;
      const replaces = replacedReport(world, union, input.replaces);
      if (!replaces.ok) return replaces;
      const blocked = blockers(context, scene, head.value.signer);
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
      const written = context.record([{ kind: 'issued', union: union.code, body }]);
      if (!written.ok) return written;
      return viewOfNewest(context, union);
    },

    'report.move': ({ report, state, on: typed, note: typedNote }) => {
      const { store } = context.world();
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
        typed === null ? done(dayOf(context.clock.wall())) : pastDay(context, typed, steps.at(-1)?.on ?? row.issuedOn);
      if (!on.ok) return on;
      const note = optionalNote(typedNote);
      if (!note.ok) return note;
      const why = note.value === null ? {} : { note: note.value };
      const body = { report: { machine: row.machine, seq: row.seq }, state, on: on.value, ...why };
      const written = context.record([{ kind: 'moved', union: row.union, body }]);
      if (!written.ok) return written;
      return done(viewOf(context, union, row, null));
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
): Result<Head> {
  const number = documentNumber(input.number, name === 'practice');
  if (!number.ok) return number;
  if (input.issuedOn.trim() === '') return failed('report-date-missing');
  const dated = typedDay(input.issuedOn);
  if (!dated.ok) return dated;
  const issuedOn = dated.value;
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
): Result<IssuedRow | null> {
  const standing = store.reports.issued(union.code, campaign.id).find((row) => store.reports.replacedBy(row) === null);
  if (asked === null) {
    return standing === undefined ? done(null) : failed('report-replaces-missing', { symbol: standing.symbol });
  }
  const row = store.reports.get(asked);
  if (row === null || row.union !== union.code) return failed('report-unknown');
  return store.reports.replacedBy(row) === null ? done(row) : failed('report-replaced', { symbol: row.symbol });
}

function blockers(context: Context, scene: ReportScene, signer: string): Result<never> | null {
  const found = checklist(context, scene, signer, rowsBelow(context, scene)).filter(
    ({ severity }) => severity === 'block',
  );
  const [first] = found;
  if (first === undefined) return null;
  const { what } = first.words;
  return failed('report-blocked', { count: found.length, first: what.vi, firstEn: what.en });
}
