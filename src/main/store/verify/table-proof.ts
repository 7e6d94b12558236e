import type { LogEvent } from '../../../core/log/event.ts';
import { type LogTable, logTables, tableLines, tableNames } from '../../../core/log/tables.ts';
import type { ReadableDb } from '../db.ts';
import type { OnFault, Proof } from './proof.ts';

/** Extracts every topic from the log by itself, and compares line by line. */
export class TableProof implements Proof {
  readonly #lines = new Map<LogTable, Set<string>>(tableNames.map((table) => [table, new Set()]));

  take(event: LogEvent): void {
    for (const { table, values } of tableLines(event)) this.#lines.get(table)?.add(JSON.stringify(values));
  }

  compare(db: ReadableDb, onFault: OnFault): void {
    for (const [table, expected] of this.#lines) {
      const rows = db
        .prepare<[], unknown[]>(`SELECT ${logTables[table].join(', ')} FROM ${table}`)
        .raw()
        .iterate();
      let found = 0;
      for (const row of rows) {
        if (expected.has(JSON.stringify(row))) found++;
        else onFault(`${table} holds a line that no event wrote: ${JSON.stringify(row).slice(0, 120)}`);
      }
      if (found < expected.size) onFault(`${table} lacks ${expected.size - found} lines that the log has`);
    }
  }
}
