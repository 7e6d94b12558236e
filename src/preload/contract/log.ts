import { z } from 'zod';
import { bilingualSchema } from '../../core/base/schemas.ts';
import { code, instant, nothing, wordsSchema } from './shared.ts';

export const historyLine = z.object({
  machine: z.string(),
  seq: z.int(),
  at: instant,
  kind: z.string(),
  union: z.string().nullable(),
  unionName: z.string().nullable(),
  /** Operator's code; `null` where nobody was set. */
  by: z.string().nullable(),
  booth: z.string().nullable(),
  /** The union that ran the booth then; `union` is that of the worker. */
  host: z.string().nullable(),
  what: bilingualSchema,
  why: z.string().nullable(),
  undone: z.boolean(),
  /** A clock that cannot be right, in words. */
  flags: z.array(wordsSchema),
});

export type HistoryLine = z.infer<typeof historyLine>;

export const logRequests = {
  /** Who did what, when and why, newest first. */
  'history.get': {
    in: z.strictObject({
      union: code,
      /** With the unions below. */
      subtree: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(50),
      /** From the page before. */
      cursor: z.string().max(4_000).nullable().default(null),
    }),
    out: z.object({ lines: z.array(historyLine), cursor: z.string().nullable() }),
  },
  /** A backup that proved itself: in one file, or in the folder's rotation. */
  'backup.make': {
    in: z.strictObject({ file: z.string().min(1).max(1000).nullable().default(null) }),
    out: z.object({ file: z.string(), events: z.int() }),
  },
  /** Brings in everything that a backup holds and this log does not. Nothing that stands is taken away. */
  'backup.restore': {
    in: z.strictObject({ file: z.string().min(1).max(1000) }),
    out: z.object({ added: z.int(), events: z.int() }),
  },
  /** A second place for backups, such as another disk; `null` for none. Without one named, answers with what stands. */
  'backup.place': {
    in: z.strictObject({ folder: z.string().min(1).max(1000).nullable().optional() }),
    out: z.object({ folder: z.string().nullable() }),
  },
  'notice.dismiss': { in: nothing, out: nothing },
  /** Replays the whole log against every chain and total. */
  'log.verify': {
    in: nothing,
    out: z.object({ ok: z.boolean(), events: z.int(), machines: z.int(), faults: z.array(z.string()) }),
  },
} as const;
