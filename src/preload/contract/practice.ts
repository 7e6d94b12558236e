import { z } from 'zod';

export const practiceRequests = {
  /** Fills an untouched folder with a synthetic campaign and marks it as practice for good. */
  'demo.fill': {
    in: z.strictObject({
      unions: z.int().min(1).max(200_000),
      events: z.int().min(0).max(20_000_000),
      seed: z.int().min(0).max(4_294_967_295),
    }),
    out: z.object({ unions: z.int(), events: z.int() }),
  },
} as const;
