import { z } from 'zod';
import { calibrationSteps } from '../../core/check/calibration.ts';
import { hints } from '../../core/check/check.ts';
import { platforms, verdicts } from '../../core/check/verdict.ts';
import { visits } from '../../core/practice/visits.ts';
import { code, eventRef, instant, nothing, totals, wordsSchema } from './shared.ts';

/**
 * First six hex digits of an ID as the phone's own screen shows them, for the operator to compare. Held in
 * memory only: never in the log, a file, a report or what the terminal prints.
 */
const codes = z.array(z.string()).max(3);

/**
 * What a screen calls a check that it starts: made up for that one start. Two requests of one screen may come in the
 * other order, so a stop says which check it means.
 */
export const checkName = z.string().min(1).max(40);

/** Streamed while a check listens. Holds no address and no payload. */
export const checkProgress = z.object({
  check: checkName.optional(),
  seconds: z.number(),
  timeout: z.number(),
  /** Packets of any kind: tells a dead adapter from a silent phone. */
  packets: z.int(),
  /** The strongest matching phone so far. */
  candidate: z
    .object({ platform: z.enum(platforms), rssi: z.int().nullable(), near: z.boolean(), packets: z.int() })
    .nullable(),
  /** What would help now. */
  hint: z.enum(hints).nullable(),
  codes,
  /** An iPhone in the background may be asked for a confirmation: `check.read`. */
  canRead: z.boolean(),
  /** That iPhone is being asked; nothing is heard meanwhile. */
  reading: z.boolean(),
});

export const checkResult = z.object({
  verdict: z.enum(verdicts),
  reason: z.string(),
  platform: z.enum(platforms),
  seconds: z.number(),
  packets: z.int(),
  words: wordsSchema,
  /** The check in the log, for `tally.add` to stand on; absent where nothing was written. */
  event: eventRef.optional(),
  /** Instant of that event. */
  at: instant.optional(),
  /** Only beside `unclear`: `check.confirm` with one of them turns it into a pass. */
  codes,
  /** `check.read` may still turn this into a pass. */
  canRead: z.boolean(),
});

/** While a calibration listens: lay the phone on its mark, carry it away, stay away. */
export const calibrating = z.object({
  step: z.enum(calibrationSteps),
  seconds: z.number(),
  of: z.number(),
  /** Strength of the strongest phone with the app, dBm. */
  rssi: z.int().nullable(),
});

const gate = z.object({
  /** Median strength from which a phone counts as held to this laptop, dBm. */
  android: z.int(),
  iphone: z.int(),
  /** What the calibration moved it by, dB; `null`: never calibrated. */
  shiftDb: z.int().nullable(),
});

export const radioRequests = {
  /** Starts listening; answers at once. `check.progress` and `check.ended` follow. */
  'check.start': {
    in: z.strictObject({
      check: checkName.nullable().default(null),
      union: code.nullable().default(null),
      timeout: z.number().min(1).max(120).default(45),
    }),
    out: z.object({ timeout: z.number() }),
  },
  /**
   * Ends what uses the radio; nothing is recorded. With `check` it ends that one alone, and where its start has not come
   * yet, it will not start. A scan, the beacon and a calibration go by the name of their request.
   */
  'check.stop': { in: z.strictObject({ check: checkName.nullable().default(null) }), out: nothing },
  /**
   * The operator saw this code on the phone's own screen ("khớp"). While the check listens, or within a minute
   * after `unclear`; `check.ended` follows with the pass, which takes the place of the `unclear` in the log.
   */
  'check.confirm': { in: z.strictObject({ code: z.string().min(1).max(20) }), out: nothing },
  /**
   * Asks the one iPhone in the background that is near (GATT, 10 s at most). Answers when it has answered;
   * `check.ended` follows with the pass. `phone-unread` says nothing against the phone.
   */
  'check.read': { in: nothing, out: nothing },
  /** Counts what is in the air for some seconds: classes and totals, no identifiers. */
  'radio.scan': {
    in: z.strictObject({ seconds: z.number().min(0.5).max(600) }),
    out: z.object({ seconds: z.number(), packets: z.int(), classes: totals }),
  },
  /** Puts the reference beacon on the air for another laptop to hear; answers when it is off again. `check.stop` ends it. */
  'radio.beacon': {
    in: z.strictObject({ seconds: z.number().min(1).max(60) }),
    out: z.object({ seconds: z.number() }),
  },
  /** One guided minute; `radio.calibrating` tells what to do, the answer is this laptop's new gate. `check.stop` ends it. */
  'radio.calibrate': { in: nothing, out: gate },
  /** This laptop's gate; with `forget`, as the campaign has it again. */
  'radio.gate': { in: z.strictObject({ forget: z.boolean().default(false) }), out: gate },
  /** Who comes at every check in practice: one of these, or with `null` the usual queue. Without `visit` it only asks. */
  'practice.next': {
    in: z.strictObject({ visit: z.enum(visits).nullable().optional() }),
    out: z.object({ visit: z.enum(visits).nullable() }),
  },
} as const;
