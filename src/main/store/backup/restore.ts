import { done, failed, type Result } from '../../../core/base/result.ts';
import type { WritableDb } from '../db.ts';
import { adoptLines } from '../log/adopt.ts';
import { projector } from '../projections/projector.ts';
import { proveBackup } from './backup.ts';
import { linesOf, machinesOf, NotWritten, withReadable } from './recover.ts';

/**
 * Restoring is a merge: every line of the backup that does not stand yet comes in, each proved by its hash, and
 * nothing that stands is taken away. Fails with `backup-unproven` or `backup-forked`; then nothing has changed.
 */
export function restoreFrom(db: WritableDb, file: string): Result<{ added: number; events: number }> {
  const proof = proveBackup(file);
  if (!proof.ok) return proof;
  // Nothing but a merge that was committed says that it was done.
  let restored: Result<{ added: number; events: number }> = failed('backup-unproven', { file });
  withReadable(file, (from) => {
    const machines = machinesOf(from);
    let added = 0;
    const merge = db.transaction(() => {
      for (const machine of machines) {
        let torn = false;
        const lines = linesOf(from, machine.id, () => {
          torn = true;
        });
        const adopted = adoptLines(db, machine, lines, projector(db));
        added += adopted.added;
        // Out of the transaction, and with it everything that came in before.
        if (torn) throw new Refused(failed('backup-unproven', { file }));
        if (adopted.stopped !== null) throw new Refused(failed('backup-forked', { file, machine: machine.name }));
      }
    });
    try {
      merge.immediate();
      restored = done({ added, events: proof.value.events });
    } catch (error) {
      if (!(error instanceof Refused)) throw new NotWritten(error);
      restored = error.outcome;
    }
  });
  return restored;
}

class Refused extends Error {
  readonly outcome: Result<never>;

  constructor(outcome: Result<never>) {
    super();
    this.outcome = outcome;
  }
}
