import type { EventDraft } from '../core/event.ts';
import { done } from '../core/outcome.ts';
import { planRoster, type RosterPlan, readColumns } from '../core/roster.ts';
import type { Union } from '../core/union.ts';
import { provinceCodes } from './campaign-file.ts';
import { countsOf } from './counting.ts';
import type { Desk, Handlers } from './kit.ts';
import { wordsForRow } from './messages.ts';
import { readRosterFile } from './roster-file.ts';

/** Rejected rows listed one by one; a file with more is wrong as a whole and says so by its number. */
const REJECTED_LISTED = 1_000;

/** Takes in the list of unions. Good rows go in as events; bad ones come back with row number and reason. */
export function rosterKeeping(desk: Desk): Pick<Handlers, 'roster.import'> {
  return {
    'roster.import': async ({ base64 }) => {
      const read = await readRosterFile(Buffer.from(base64, 'base64'));
      if (!read.ok) return read;
      const [header, ...rows] = read.value;
      const columns = readColumns((header?.cells ?? []).map((cell) => (cell.kind === 'text' ? cell.text : '')));
      if (!columns.ok) return columns;
      const { store } = desk.world();
      const plan = planRoster(rows, columns.value, store.units.get, provinceCodes());
      const written = store.append([...plan.added, ...plan.changed].map(draftOf));
      if (!written.ok) return written;
      if (written.value.length > 0) desk.push({ name: 'counts.changed', body: countsOf(desk) });
      return done(resultOf(plan));
    },
  };
}

const draftOf = ({ code, ...body }: Union): EventDraft => ({ kind: 'union', union: code, body });

const resultOf = ({ added, changed, unchanged, rejected }: RosterPlan) => ({
  added: added.length,
  changed: changed.length,
  unchanged,
  rejected: rejected.slice(0, REJECTED_LISTED).map(({ row, fault, detail }) => ({
    row,
    code: fault,
    words: wordsForRow(fault, detail),
  })),
  rejectedTotal: rejected.length,
});
