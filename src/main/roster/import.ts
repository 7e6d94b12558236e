import { randomUUID } from 'node:crypto';
import { wallOf } from '../../core/base/clock.ts';
import { done, failed, type Result } from '../../core/base/result.ts';
import type { EventDraft } from '../../core/log/event.ts';
import { changesBetween } from '../../core/roster/changes.ts';
import { type Conflict, partConflicts } from '../../core/roster/conflicts.ts';
import { type ChangedRow, planRoster, type RosterPlan } from '../../core/roster/import-plan.ts';
import type { Union } from '../../core/roster/union.ts';
import type { RosterPreview, RosterResult } from '../../preload/contract.ts';
import { provinceCodes } from '../campaign/built-in.ts';
import { wordsForRow, wordsForTwin } from '../messages/index.ts';
import type { Context, Handlers } from '../world/context.ts';
import type { World } from '../world/world.ts';
import { findHeading, homeOf } from './home.ts';
import { readRosterFile } from './roster-file.ts';

/** Rows of a kind listed one by one; a file with more is looked at as a whole. */
const LISTED = 1_000;
/** Previews kept: somebody may look at two files side by side. */
const KEPT = 3;

interface RosterFile {
  readonly base64: string;
  readonly savedAt: string | null;
}

/** A plan, and the roster that it was made for. */
interface Plan extends Omit<RosterPlan, 'changed'> {
  readonly changed: readonly ChangedRow[];
  readonly conflicting: readonly Conflict[];
  /** When the file was saved, seconds since the epoch. */
  readonly fileTime: number | null;
  readonly world: World;
  readonly revision: number;
}

/** Takes in the list of unions, with a look before the leap. Good rows go in as events; bad ones come back in words. */
export function rosterImportHandlers(
  context: Context,
): Pick<Handlers, 'roster.import' | 'roster.preview' | 'roster.apply'> {
  const previews = new Map<string, Plan>();

  const apply = (plan: Plan, conflicts: 'keep' | 'take'): Result<RosterResult> => {
    const taken = conflicts === 'take' ? plan.conflicting : [];
    const rows = [...plan.added, ...[...plan.changed, ...taken].map(({ after }) => after)];
    const written = rows.length === 0 ? done([]) : context.record(rows.map((union) => draftOf(union, plan.fileTime)));
    if (!written.ok) return written;
    return done(resultOf(plan, conflicts));
  };

  return {
    'roster.import': async (file) => {
      const plan = await planOf(context, file);
      return plan.ok ? apply(plan.value, file.conflicts) : plan;
    },

    'roster.preview': async (file) => {
      const plan = await planOf(context, file);
      if (!plan.ok) return plan;
      const token = randomUUID();
      previews.set(token, plan.value);
      for (const old of [...previews.keys()].slice(0, -KEPT)) previews.delete(old);
      return done(previewOf(plan.value, token));
    },

    'roster.apply': ({ token, conflicts }) => {
      const plan = previews.get(token);
      if (plan === undefined) return failed('roster-preview-gone');
      const world = context.world();
      if (plan.world !== world || plan.revision !== world.store.rosterRevision()) return failed('roster-changed');
      const applied = apply(plan, conflicts);
      if (applied.ok) previews.delete(token);
      return applied;
    },
  };
}

async function planOf(context: Context, { base64, savedAt }: RosterFile): Promise<Result<Plan>> {
  const read = await readRosterFile(Buffer.from(base64, 'base64'));
  if (!read.ok) return read;
  const found = findHeading(read.value);
  if (!found.ok) return found;
  const { columns, rows } = found.value;
  const world = context.world();
  const { units, rosterRevision } = world.store;
  const plan = planRoster(rows, columns, units.get, provinceCodes(), homeOf(units.get), units.codes);
  const fileTime = savedAt === null ? null : Math.floor(Date.parse(savedAt) / 1_000);
  const parted = partConflicts(plan.changed, units.setBy, fileTime);
  return done({ ...plan, ...parted, fileTime, world, revision: rosterRevision() });
}

export const draftOf = ({ code, ...body }: Union, fileTime: number | null): EventDraft => ({
  kind: 'union',
  union: code,
  body: { ...body, ...(fileTime === null ? {} : { fileTime }) },
});

const rejectedOf = ({ rejected }: Plan): RosterResult['rejected'] =>
  rejected.slice(0, LISTED).map(({ row, fault, detail }) => ({ row, code: fault, words: wordsForRow(fault, detail) }));

const resultOf = (plan: Plan, conflicts: 'keep' | 'take'): RosterResult => ({
  added: plan.added.length,
  changed: plan.changed.length + (conflicts === 'take' ? plan.conflicting.length : 0),
  unchanged: plan.unchanged,
  conflicting: plan.conflicting.length,
  conflicts: conflicts === 'take' ? 'taken' : 'kept',
  rejected: rejectedOf(plan),
  rejectedTotal: plan.rejected.length,
});

function previewOf(plan: Plan, token: string): RosterPreview {
  const rowOf = ({ row, before, after }: ChangedRow) => ({
    row,
    code: after.code,
    name: after.name,
    changes: changesBetween(before, after),
  });
  return {
    token,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    conflicting: plan.conflicting.length,
    rejectedTotal: plan.rejected.length,
    addedRows: plan.added.slice(0, LISTED).map(({ code, name, level, parent }) => ({ code, name, level, parent })),
    changedRows: plan.changed.slice(0, LISTED).map(rowOf),
    conflictingRows: plan.conflicting.slice(0, LISTED).map((conflict) => ({
      ...rowOf(conflict),
      reason: conflict.reason,
      at: new Date(wallOf(conflict.at)).toISOString(),
    })),
    rejected: rejectedOf(plan),
    doubtful: plan.twins.slice(0, LISTED).map(({ row, code, like }) => ({
      row,
      code,
      words: wordsForTwin({ code, like }),
    })),
    doubtfulTotal: plan.twins.length,
  };
}
