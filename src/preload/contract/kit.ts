import { z } from 'zod';
import { daySchema } from '../../core/base/schemas.ts';
import { campaignSchema } from '../../core/campaign/campaign.ts';
import { absences } from '../../core/radio/absence.ts';
import { counts } from './count.ts';
import { instant, nothing, wordsSchema } from './shared.ts';

export const radio = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('ready'), kind: z.enum(['bluetooth', 'practice']) }),
  z.object({ state: z.literal('absent'), reason: z.enum(absences), words: wordsSchema }),
]);

export type RadioView = z.infer<typeof radio>;

export const about = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser', 'cli']),
  world: z.enum(['real', 'practice']),
  /** The folder that holds the data, so that a person can find it. */
  dataFolder: z.string(),
  machine: z.string(),
  /** The laptop's clock, as the kit reads it. */
  now: instant,
  today: daySchema,
  radio,
  counts,
  /** What a person must be told of this folder: a recovery, a backup that failed. Stays until it is put away. */
  notice: wordsSchema.nullable(),
});

export type About = z.infer<typeof about>;

export const kitRequests = {
  'kit.about': { in: nothing, out: about },
  /** Leaves one world and opens the other: practice data lives in a folder of its own. */
  'world.enter': { in: z.strictObject({ world: z.enum(['real', 'practice']) }), out: about },
  'campaign.get': { in: nothing, out: campaignSchema },
} as const;
