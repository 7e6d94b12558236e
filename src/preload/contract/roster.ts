import { z } from 'zod';
import { NAME_MAX, NOTE_MAX } from '../../core/base/limits.ts';
import { counts } from './count.ts';
import { code, instant, namedUnion, nothing, union, wordsSchema } from './shared.ts';

const rosterFile = {
  fileName: z.string().min(1).max(255),
  base64: z.base64().max(70_000_000),
  /** When the file was last saved; without it, what a person changed here always counts as newer. */
  savedAt: instant.nullable().default(null),
};

const rejectedRow = z.object({ row: z.int(), code: z.string(), words: wordsSchema });

export const rosterResult = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Rows where the roster here is newer than the file, or was changed by a person since. */
  conflicting: z.int(),
  /** Whether the conflicting rows went in. */
  conflicts: z.enum(['kept', 'taken']),
  rejected: z.array(rejectedRow),
  /** Rows refused beyond those listed in `rejected` (the list is cut at 1,000). */
  rejectedTotal: z.int(),
});
export type RosterResult = z.infer<typeof rosterResult>;

/** One field as it is and as the file says; `null` is empty. */
const fieldChange = z.object({
  field: z.string(),
  from: z.union([z.string(), z.number()]).nullable(),
  to: z.union([z.string(), z.number()]).nullable(),
});
const changedRow = z.object({ row: z.int(), code: z.string(), name: z.string(), changes: z.array(fieldChange) });

const rosterPreview = z.object({
  /** Applies exactly this preview; good until the roster changes or the kit closes. */
  token: z.string(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  conflicting: z.int(),
  rejectedTotal: z.int(),
  /** The first 1,000 of each kind. */
  addedRows: z.array(z.object({ code: z.string(), name: z.string(), level: z.int(), parent: z.string().nullable() })),
  changedRows: z.array(changedRow),
  conflictingRows: z.array(
    changedRow.extend({
      /** `person`: somebody changed it here; `newer`: it came from a file that was saved later. */
      reason: z.enum(['person', 'newer']),
      at: instant,
    }),
  ),
  rejected: z.array(rejectedRow),
  /** New codes that only capital letters tell from another one; they go in all the same. */
  doubtful: z.array(rejectedRow),
  doubtfulTotal: z.int(),
});
export type RosterPreview = z.infer<typeof rosterPreview>;

/** What to do with rows that conflict: leave the roster as it is, or believe the file. */
const conflicts = z.enum(['keep', 'take']).default('keep');

export const rosterRequests = {
  'union.search': {
    in: z.strictObject({ text: z.string().max(NAME_MAX), limit: z.int().min(1).max(200) }),
    out: z.object({ unions: z.array(union), total: z.int() }),
  },
  /** One union with its way up and what lies directly below it. */
  'union.get': {
    in: z.strictObject({ union: code }),
    out: z.object({
      union,
      /** Nearest first, as the roster lists them. */
      above: z.array(namedUnion),
      /** Unions whose numbers roll up into this one directly, the first 500 in order of code. */
      below: z.array(namedUnion),
      belowTotal: z.int(),
      /** Listed below this one; their numbers belong elsewhere. */
      guests: z.array(namedUnion),
      /** Unions that this one took over; their numbers stay with them. */
      tookOver: z.array(namedUnion),
    }),
  },
  /** Makes a union the one that is counted for; survives a restart. */
  'union.choose': { in: z.strictObject({ union: code }), out: z.object({ union, counts }) },
  /** Unions lately counted for on this machine, newest first. */
  'union.lately': { in: nothing, out: z.object({ current: union.nullable(), unions: z.array(union) }) },
  /** Good rows go in, bad ones come back with row number and reason; conflicting ones go in when asked. */
  'roster.import': { in: z.strictObject({ ...rosterFile, conflicts }), out: rosterResult },
  /** What an import would do. Changes nothing. */
  'roster.preview': { in: z.strictObject(rosterFile), out: rosterPreview },
  /** Does what was previewed, or fails with `roster-changed` and does nothing. */
  'roster.apply': { in: z.strictObject({ token: z.string().min(1).max(64), conflicts }), out: rosterResult },
  /** A person changes one union: renames, moves, closes, merges. What is not named stays. */
  'union.change': {
    in: z.strictObject({
      union: code,
      name: z.string().min(1).max(NAME_MAX).optional(),
      parent: code.nullable().optional(),
      workers: z.int().min(0).nullable().optional(),
      members: z.int().min(0).nullable().optional(),
      smartphones: z.int().min(0).nullable().optional(),
      /** First and last day as `YYYY-MM-DD`. */
      from: z.string().max(10).nullable().optional(),
      to: z.string().max(10).nullable().optional(),
      successor: code.nullable().optional(),
      coordinated: z.boolean().optional(),
      owner: code.nullable().optional(),
      why: z.string().min(1).max(NOTE_MAX),
    }),
    out: z.object({ union }),
  },
} as const;
