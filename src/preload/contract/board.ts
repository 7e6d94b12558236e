import { z } from 'zod';
import { NAME_MAX } from '../../core/base/limits.ts';
import { daySchema } from '../../core/base/schemas.ts';
import { bilingualSchema } from '../../core/campaign/campaign.ts';
import { parts } from '../../core/report/facts.ts';
import { reportStates } from '../../core/report/life.ts';
import { code, eventRef, note, typedDay } from './shared.ts';

/** A figure that has changed since a report was issued. */
export const change = z.object({
  key: z.string(),
  label: bilingualSchema,
  before: z.int().nullable(),
  now: z.int().nullable(),
});

export const urgency = z.enum(['open', 'near', 'late']);

export const boardRow = z.object({
  code: z.string(),
  name: z.string(),
  level: z.int(),
  due: daySchema,
  /** The deadline was set for this union itself. */
  dueIsOwn: z.boolean(),
  arrival: z
    .object({
      by: z.enum(['issued', 'received']),
      on: daySchema,
      symbol: z.string().nullable(),
      state: z.enum(reportStates).nullable(),
    })
    .nullable(),
  late: z.boolean(),
  urgency: z.enum(['open', 'near', 'late', 'done']),
  changes: z.array(change),
  /** Percent of the parts of a complete report that are there, and those that are not. */
  completeness: z.int(),
  missing: z.array(z.enum(parts)),
  part: z.int().nullable(),
  whole: z.int().nullable(),
  wholeIs: z.enum(['smartphones', 'workers']).nullable(),
  percent: z.number().nullable(),
  rank: z.int().nullable(),
});
export type BoardRow = z.infer<typeof boardRow>;

const board = z.object({
  union: z.string(),
  name: z.string(),
  today: daySchema,
  /** The deadline of the union itself. */
  due: daySchema,
  urgency,
  rows: z.array(boardRow),
  asked: z.int(),
  reported: z.int(),
  late: z.int(),
  changed: z.int(),
  percent: z.number().nullable(),
  /** What is divided by what in `percent` of a row. */
  numerator: bilingualSchema,
});
export type Board = z.infer<typeof board>;

export const boardRequests = {
  /** Notes that a union's report came in on paper; `on: null` takes the note back. */
  'report.receive': {
    in: z.strictObject({
      union: code,
      on: typedDay.nullable(),
      symbol: z.string().max(NAME_MAX).nullable().default(null),
      note,
    }),
    out: z.object({ events: z.array(eventRef), row: boardRow }),
  },
  /** The last day for a union's report; `null` goes back to the deadline of its level. */
  'report.due': {
    in: z.strictObject({ union: code, day: typedDay.nullable() }),
    out: z.object({ events: z.array(eventRef), row: boardRow }),
  },
  /** Who below a union has reported, who is late, who changed afterwards. */
  'report.board': { in: z.strictObject({ union: code }), out: board },
} as const;
