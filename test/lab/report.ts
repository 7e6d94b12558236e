/** What the guest tells the host, one JSON line each, over the second serial line. */
import type { Answer } from './scenario.ts';

export type Report =
  | { readonly id: string; readonly event: 'begins' }
  | {
      readonly id: string;
      readonly event: 'answered';
      readonly answer: Answer;
      /** Adverts the virtual adapters handed to the kernel; absent without one. */
      readonly delivered?: number | undefined;
    }
  | { readonly id: string; readonly event: 'failed'; readonly why: string };
