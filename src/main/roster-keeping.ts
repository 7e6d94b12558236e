import type { EventDraft } from '../core/event.ts';
import { done, failed, type Outcome } from '../core/outcome.ts';
import { planRoster, type RosterColumns, type RosterPlan, type RosterRow, readColumns } from '../core/roster.ts';
import type { Union } from '../core/union.ts';
import { provinceCodes } from './campaign-file.ts';
import { countsOf } from './counting.ts';
import type { Desk, Handlers } from './kit.ts';
import { wordsForRow } from './messages.ts';
import { readRosterFile } from './roster-file.ts';

/** Code of the top of the starting roster. */
const TOP = 'TLD';
const HEADING_WITHIN = 10;

/** Rejected rows listed one by one; a file with more is wrong as a whole and says so by its number. */
const REJECTED_LISTED = 1_000;

/** Takes in the list of unions. Good rows go in as events; bad ones come back with row number and reason. */
export function rosterKeeping(desk: Desk): Pick<Handlers, 'roster.import'> {
  return {
    'roster.import': async ({ base64 }) => {
      const read = await readRosterFile(Buffer.from(base64, 'base64'));
      if (!read.ok) return read;
      const found = findHeading(read.value);
      if (!found.ok) return found;
      const { columns, rows } = found.value;
      const { store } = desk.world();
      const plan = underSomebody(planRoster(rows, columns, store.units.get, provinceCodes()), store.units.get);
      const written = store.append([...plan.added, ...plan.changed].map(draftOf));
      if (!written.ok) return written;
      if (written.value.length > 0) desk.push({ name: 'counts.changed', body: countsOf(desk) });
      return done(resultOf(plan));
    },
  };
}

/** Offices put a title or two above the heading: it is looked for in the first rows. */
function findHeading(all: readonly RosterRow[]): Outcome<{ columns: RosterColumns; rows: RosterRow[] }> {
  const read = (row: RosterRow | undefined) =>
    readColumns((row?.cells ?? []).map((cell) => (cell.kind === 'text' ? cell.text : '')));
  for (let at = 0; at < Math.min(HEADING_WITHIN, all.length); at++) {
    const columns = read(all[at]);
    if (columns.ok) return done({ columns: columns.value, rows: all.slice(at + 1) });
  }
  const first = read(all[0]);
  return first.ok ? failed('roster-empty') : first;
}

/**
 * A union whose superior the file leaves open goes under the federation of its province, or under TLĐ: numbers of a
 * union that stands under nobody would be missing from every total above it.
 */
function underSomebody(plan: RosterPlan, existing: (code: string) => Union | null): RosterPlan {
  const placed = (union: Union): Union => {
    if (union.parent !== null || union.level === 1) return union;
    const before = existing(union.code)?.parent ?? null;
    const federation = union.level > 2 && union.province !== null ? `LDLD${union.province}` : TOP;
    const parent = [before, federation, TOP].find(
      (code) => code !== null && code !== union.code && existing(code) !== null,
    );
    return { ...union, parent: parent ?? null };
  };
  return {
    ...plan,
    added: plan.added.map(placed),
    changed: plan.changed.map(placed).filter((union) => {
      const before = existing(union.code);
      return before === null || JSON.stringify({ ...before }) !== JSON.stringify({ ...before, ...union });
    }),
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
