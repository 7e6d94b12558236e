import { z } from 'zod';
import { daySchema } from '../../core/base/schemas.ts';
import { code, finding, totals, wordsSchema } from './shared.ts';

export const status = z.object({
  union: z.string(),
  name: z.string(),
  /** By outcome, every outcome of the campaign present, whole subtree. */
  counted: totals,
  reasons: totals,
  byDay: z.record(z.string(), totals),
  checks: totals,
  /** Counted after the campaign's last day, by outcome: part of `counted`, shown apart. */
  late: totals,
  /** Declared by unions themselves; never added to `counted`. A key that nobody declared is absent. */
  declared: totals,
  /** For each key of `declared`: the union's own word, or the sum of those below that are known. */
  declaredFrom: z.record(z.string(), z.enum(['own', 'sum'])),
  /** Denominators of the subtree as the roster gives them; `null` is not given. */
  workforce: z.object({
    workers: z.int().nullable(),
    members: z.int().nullable(),
    smartphones: z.int().nullable(),
  }),
  workforceFrom: z.record(z.string(), z.enum(['own', 'sum', 'none'])),
  /** Grassroots unions of the subtree, and those in which somebody was counted. */
  grassroots: z.object({ total: z.int(), active: z.int() }),
  /** Listed below this union, but their numbers belong to `owner` (`null`: to another listing). */
  coordinated: z.array(z.object({ code: z.string(), name: z.string(), owner: z.string().nullable() })),
  /** Unions that this one took over; their numbers stay with them. */
  tookOver: z.array(z.object({ code: z.string(), name: z.string() })),
  findings: z.array(finding),
  /** Machines whose clock cannot be right. */
  clocks: z.array(z.object({ machine: z.string(), words: wordsSchema })),
  deadline: z.object({
    dueBefore: daySchema,
    warnFrom: daySchema,
    daysLeft: z.int(),
    state: z.enum(['open', 'near', 'late']),
  }),
  /** Reports of the unions directly below (of the union itself, where it has none): codes of who is missing, late, changed. */
  reports: z.object({
    due: daySchema,
    asked: z.int(),
    reported: z.int(),
    percent: z.number().nullable(),
    missing: z.array(z.string()),
    late: z.array(z.string()),
    changed: z.array(z.string()),
  }),
  /** Unions directly below from whose subtree nothing has come. */
  notReported: z.array(z.object({ code: z.string(), name: z.string() })),
  notReportedTotal: z.int(),
});

export type Status = z.infer<typeof status>;

export const statusRequests = {
  'status.get': { in: z.strictObject({ union: code }), out: status },
} as const;
