import { firstStamp } from '../../../core/base/clock.ts';
import type { LogEvent } from '../../../core/log/event.ts';
import { changesBetween } from '../../../core/roster/changes.ts';
import { rollsTo } from '../../../core/roster/tree.ts';
import type { Union } from '../../../core/roster/union.ts';
import type { ReadableDb } from '../db.ts';
import { eachUnit } from '../projections/units.ts';
import type { OnFault, Proof } from './proof.ts';

interface Row {
  readonly union: Union;
  readonly stamp: string;
  readonly machine: string;
}

/** Folds the roster from the log by itself, and compares it with the one that is stored. */
export class RosterProof implements Proof {
  readonly #latest = new Map<string, Row>();

  take({ kind, union: code, stamp, machine, body }: LogEvent): void {
    if (kind !== 'union' || code === null) return;
    const before = this.#latest.get(code);
    if (before !== undefined && (before.stamp > stamp || (before.stamp === stamp && before.machine > machine))) return;
    this.#latest.set(code, { union: { code, ...body }, stamp, machine });
  }

  /** Every row as its latest event says, and every union rolling up to where the rows as they stand send it. */
  compare(db: ReadableDb, onFault: OnFault): void {
    const stored = new Map([...eachUnit(db)].map((row) => [row.union.code, row]));
    for (const [code, { union, stamp, machine }] of this.#latest) {
      const row = stored.get(code);
      if (row === undefined) onFault(`union ${code} is missing from the roster`);
      else if (row.stamp !== stamp || row.machine !== machine || changesBetween(union, row.union).length > 0)
        onFault(`union ${code} does not stand as event ${stamp} of ${machine} says`);
    }
    const treeOf = (code: string): Union | null => stored.get(code)?.union ?? null;
    for (const [code, row] of stored) {
      if (row.stamp !== firstStamp && !this.#latest.has(code)) onFault(`union ${code} stands without an event`);
      const up = rollsTo(code, treeOf);
      if (row.rollsTo !== up) onFault(`union ${code} rolls up to ${row.rollsTo}, the roster says ${up}`);
    }
  }
}
