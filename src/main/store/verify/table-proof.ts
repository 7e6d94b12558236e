import type { LogEvent } from '../../../core/log/event.ts';
import { type Topic, topicLines, topicNames, topics } from '../../../core/log/tables.ts';
import type { ReadableDb } from '../db.ts';
import type { Report } from './proof.ts';

/** Extracts every topic from the log by itself, and compares line by line. */
export class TopicProof {
  readonly #lines = new Map<Topic, Set<string>>(topicNames.map((table) => [table, new Set()]));

  take(event: LogEvent): void {
    for (const { table, values } of topicLines(event)) this.#lines.get(table)?.add(JSON.stringify(values));
  }

  compare(db: ReadableDb, report: Report): void {
    for (const [table, expected] of this.#lines) {
      const rows = db
        .prepare<[], unknown[]>(`SELECT ${topics[table].join(', ')} FROM ${table}`)
        .raw()
        .iterate();
      let found = 0;
      for (const row of rows) {
        if (expected.has(JSON.stringify(row))) found++;
        else report(`${table} holds a line that no event wrote: ${JSON.stringify(row).slice(0, 120)}`);
      }
      if (found < expected.size) report(`${table} lacks ${expected.size - found} lines that the log has`);
    }
  }
}
