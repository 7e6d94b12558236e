import { z } from 'zod';
import { entry } from '../base/event-schema.ts';
import { NAME_MAX } from '../base/limits.ts';
import { codeSchema, headcountSchema as count, daySchema, who, whySchema } from '../base/schemas.ts';

/** Bodies of the events of the roster, version 1. */
export const rosterEvents = {
  /** A row of the roster; the last stamp wins. */
  union: entry({
    body: z.strictObject({
      ...who,
      name: z.string().min(1).max(NAME_MAX),
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      parent: codeSchema.nullable(),
      province: z.string().length(2).nullable(),
      workers: count,
      members: count,
      smartphones: count,
      from: daySchema.nullish(),
      to: daySchema.nullish(),
      successor: codeSchema.nullish(),
      coordinated: z.boolean().optional(),
      owner: codeSchema.nullish(),
      /** Absent: from a file. */
      source: z.enum(['person']).optional(),
      /** When the file was saved, in seconds since the epoch. */
      fileTime: z.int().min(0).optional(),
      why: whySchema.optional(),
    }),
  }),
};
