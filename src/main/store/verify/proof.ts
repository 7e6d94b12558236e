import type { LogEvent } from '../../../core/log/event.ts';
import type { ReadableDb } from '../db.ts';

/** Hears of a fault, in a short English sentence for the person who is called to help. */
export type OnFault = (fault: string) => void;

/** Extracts a projection from the log by itself, and compares what is stored with it. */
export interface Proof {
  take(event: LogEvent): void;
  compare(db: ReadableDb, onFault: OnFault): void;
}
