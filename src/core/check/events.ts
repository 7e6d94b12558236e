import { z } from 'zod';
import { wallOf } from '../base/clock.ts';
import { hourOf } from '../base/day.ts';
import { entry } from '../base/event-schema.ts';
import { daySchema, who } from '../base/schemas.ts';
import { platforms, reasonsOf, verdicts } from './verdict.ts';

/** Bodies of the events of the radio check, version 1. */
export const checkEvents = {
  /** The verdict of one radio check. No identifier of the phone, ever (law 4). */
  check: entry({
    body: z
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
    change: (body, { union, stamp }) => ({
      union,
      day: body.day,
      subject: 'check',
      code: body.verdict,
      detail: `${body.reason} ${body.platform}`,
      hour: hourOf(wallOf(stamp)),
      amount: 1,
    }),
  }),
};
