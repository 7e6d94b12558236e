import { z } from 'zod';
import { CODE_MAX, NOTE_MAX } from '../../core/base/limits.ts';
import { bilingualSchema } from '../../core/campaign/campaign.ts';

export const nothing = z.strictObject({});
export const code = z.string().min(1).max(CODE_MAX);
export const totals = z.record(z.string(), z.int());
export const instant = z.iso.datetime({ offset: true });
export const eventRef = z.object({ machine: z.string(), seq: z.int() });
/** The same where somebody asks for it. */
export const eventNamed = z.strictObject({ machine: z.string().min(1).max(64), seq: z.int().min(1) });

/** A day as a person types it: `28/8/2020`, `28/8` or `2020-08-28`. */
export const typedDay = z.string().max(20);
export const note = z.string().max(NOTE_MAX).nullable().default(null);

/** What happened and what to do, for people; from `src/main/messages/index.ts` only. */
export const wordsSchema = z.object({ what: bilingualSchema, todo: bilingualSchema });

export const namedUnion = z.object({ code: z.string(), name: z.string() });

export const union = z.object({
  code: z.string(),
  name: z.string(),
  level: z.int(),
  parent: z.string().nullable(),
  province: z.string().nullable(),
  workers: z.int().nullable(),
  members: z.int().nullable(),
  smartphones: z.int().nullable(),
  /** First and last day, both included; `null`: from ever, for good. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The last day has passed: new tallies are refused, old numbers stay. */
  closed: z.boolean(),
  /** The union that took it over. */
  successor: namedUnion.nullable(),
  /** Listed here for cooperation only: its numbers do not roll up to its parent. */
  coordinated: z.boolean(),
  /** The one union that the numbers of a coordinated union roll up to; `null`: they stand in another listing. */
  owner: namedUnion.nullable(),
  /** Code of the union that its numbers roll up to; `null` for none. */
  rollsTo: z.string().nullable(),
  /** Former names, which still find it. */
  aliases: z.array(z.string()),
  /** Names of the unions above, nearest first: two companies may share a name. */
  above: z.array(z.string()),
});

/** A warning or a blocker, in words. `id` names it to `warning.accept`. */
export const finding = z.object({
  id: z.string(),
  severity: z.enum(['block', 'warn']),
  words: wordsSchema,
  /** Somebody took it upon themselves, with this reason, and the facts are still the same. */
  accepted: z.object({ why: z.string(), by: z.string().nullable(), at: instant }).nullable(),
});
export type Finding = z.infer<typeof finding>;
