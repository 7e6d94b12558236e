import { z } from 'zod';
import { DAY_START_MAX } from '../../core/base/day.ts';
import { NAME_MAX } from '../../core/base/limits.ts';
import { daySchema } from '../../core/base/schemas.ts';
import { code, eventRef, instant, note, nothing, totals } from './shared.ts';

const booth = z.object({
  code: z.string(),
  name: z.string(),
  place: z.string(),
  /** The union that runs it. */
  union: z.string(),
  unionName: z.string(),
});
export type BoothView = z.infer<typeof booth>;

const settings = z.object({
  /** Initials or number of whoever counts now; goes into every event. */
  operator: z.string().nullable(),
  booth: booth.nullable(),
  /** Hour at which a working day begins, Vietnamese time: 0, or later where a night shift crosses midnight. */
  dayStart: z.int(),
});
export type Settings = z.infer<typeof settings>;

const moment = z.object({
  at: instant,
  by: z.string().nullable(),
  kit: z.int(),
  hand: z.int().nullable(),
  note: z.string().nullable(),
});

/** One day of this machine at a booth. */
const shift = z.object({
  booth: z.string(),
  day: daySchema,
  /** `fresh`: not opened yet; counting works in every state. */
  state: z.enum(['fresh', 'open', 'closed']),
  operators: z.array(z.string()),
  opened: moment.nullable(),
  closed: moment.nullable(),
  /** What this machine has counted at this booth for this day. */
  kit: z.int(),
  byOutcome: totals,
  /** Earlier days that were opened and never closed, newest first. */
  unclosed: z.array(daySchema),
});
export type Shift = z.infer<typeof shift>;
const person = z.string().max(40);

export const boothRequests = {
  'settings.get': { in: nothing, out: settings },
  /** What is not named stays; `null` clears. */
  'settings.set': {
    in: z.strictObject({
      operator: person.nullable().optional(),
      booth: person.nullable().optional(),
      dayStart: z.int().min(0).max(DAY_START_MAX).optional(),
    }),
    out: settings,
  },
  'booth.list': { in: nothing, out: z.object({ booths: z.array(booth) }) },
  /** Makes or changes a booth. */
  'booth.set': {
    in: z.strictObject({
      code: person,
      name: z.string().min(1).max(NAME_MAX),
      place: z.string().max(NAME_MAX).default(''),
      union: code,
    }),
    out: z.object({ events: z.array(eventRef), booth }),
  },
  /** The day of a booth on this machine; without a booth or a day, those of now. */
  'shift.get': {
    in: z.strictObject({ booth: person.nullable().default(null), day: daySchema.nullable().default(null) }),
    out: shift,
  },
  'shift.open': {
    in: z.strictObject({
      operators: z.array(person).max(20).default([]),
      /** Counted by hand before the start, such as on paper since the morning. */
      hand: z.int().min(0).max(1_000_000).nullable().default(null),
      note,
    }),
    out: z.object({ events: z.array(eventRef), shift }),
  },
  /** Confirms the day's count. A hand count that differs needs a note; both numbers are kept. */
  'shift.close': {
    in: z.strictObject({
      day: daySchema.nullable().default(null),
      hand: z.int().min(0).max(1_000_000).nullable(),
      note,
    }),
    out: z.object({ events: z.array(eventRef), shift }),
  },
} as const;
