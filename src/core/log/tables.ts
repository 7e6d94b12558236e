import type { KnownEntry, TableLine } from '../base/event-schema.ts';
import { countTables } from '../count/events.ts';
import { figuresTables } from '../figures/events.ts';
import { reportTables } from '../report/events.ts';
import { catalogue, type LogEvent } from './event.ts';

/** Tables of the log, each an extract by subject, and their columns in the order of a line's values. */
export const logTables = { ...countTables, ...figuresTables, ...reportTables } as const;
export type LogTable = keyof typeof logTables;
export const tableNames = Object.keys(logTables) as LogTable[];

/** The lines of one event. Depends on nothing but the event, so their order can never matter. */
export function tableLines(event: LogEvent): readonly (TableLine & { readonly table: LogTable })[] {
  const { lines } = catalogue[event.kind] as KnownEntry;
  return (lines?.(event.body, event) ?? []) as readonly (TableLine & { readonly table: LogTable })[];
}
