import { done, failed, type Outcome } from '../../core/outcome.ts';
import { adoptLines } from './adopt.ts';
import { proveBackup } from './backup.ts';
import type { WritableDb } from './db.ts';
import { linesOf, machinesOf, withReadable } from './recover.ts';

/**
 * Restoring is a merge: every line of the backup that does not stand yet comes in, each proved by its hash, and
 * nothing that stands is taken away. Fails with `backup-unproven` or `backup-forked`; then nothing has changed.
 */
export function restoreFrom(db: WritableDb, file: string): Outcome<{ added: number; events: number }> {
  const proof = proveBackup(file);
  if (!proof.ok) return proof;
  let added = 0;
  let forked: string | null = null;
  withReadable(file, (from) => {
    const merge = db.transaction(() => {
      for (const machine of machinesOf(from)) {
        const adopted = adoptLines(
          db,
          machine,
          linesOf(from, machine.id, () => undefined),
        );
        added += adopted.added;
        if (adopted.stopped === null) continue;
        forked = machine.name;
        // Out of the transaction, and with it everything that came in before.
        throw new Forked();
      }
    });
    try {
      merge.immediate();
    } catch (error) {
      if (!(error instanceof Forked)) throw error;
    }
  });
  return forked === null
    ? done({ added, events: proof.value.events })
    : failed('backup-forked', { file, machine: forked });
}

class Forked extends Error {}
