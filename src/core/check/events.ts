import { z } from 'zod';
import { daySchema, who } from '../base/schemas.ts';
import { platforms, reasonsOf, verdicts } from './verdict.ts';

/** Bodies of the events of the radio check, version 1. */
export const checkBodies = {
  /** The verdict of one radio check. No identifier of the phone, ever (law 4). */
  check: z
    .strictObject({
      ...who,
      campaign: z.string().min(1),
      verdict: z.enum(verdicts),
      reason: z.string().min(1),
      platform: z.enum(platforms),
      seconds: z.number().min(0).max(3600),
      day: daySchema,
    })
    .refine((body) => (reasonsOf(body.verdict) as readonly string[]).includes(body.reason), {
      path: ['reason'],
      message: 'the reason does not belong to the verdict',
    }),
} as const;
