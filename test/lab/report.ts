/** What the guest tells the host, one JSON line each, over the second serial line. */
import type { KitAnswer } from './scenarios.ts';

export type Report =
  | { readonly id: string; readonly event: 'begins' }
  | {
      readonly id: string;
      readonly event: 'answered';
      readonly answer: KitAnswer;
      /** Adverts the virtual adapter handed to the kernel; absent without one. */
      readonly delivered?: number | undefined;
    }
  | { readonly id: string; readonly event: 'failed'; readonly why: string };
