import { type Stamp, wallOf } from '../base/clock.ts';
import type { ChangedRow } from './import-plan.ts';

/** Who set a row of the roster that a file now says otherwise about. */
export interface Provenance {
  readonly stamp: Stamp;
  readonly person: boolean;
  /** When the file that it came from was saved, seconds since the epoch. */
  readonly fileTime: number | null;
}

export interface Conflict extends ChangedRow {
  /** `person`: somebody changed it here since; `newer`: it came from a file that was saved later. */
  readonly reason: 'person' | 'newer';
  readonly at: Stamp;
}

/**
 * Parts changed rows into those that go in and those where the roster here may know better than the file.
 * @param savedAt when the file was saved, seconds since the epoch; `null`: nobody can say, so a person goes first.
 */
export function partConflicts(
  changed: readonly ChangedRow[],
  provenanceOf: (code: string) => Provenance | null,
  savedAt: number | null,
): { changed: ChangedRow[]; conflicting: Conflict[] } {
  const parted: { changed: ChangedRow[]; conflicting: Conflict[] } = { changed: [], conflicting: [] };
  for (const row of changed) {
    const set = provenanceOf(row.after.code);
    const reason = set === null ? null : reasonOf(set, savedAt);
    if (set === null || reason === null) parted.changed.push(row);
    else parted.conflicting.push({ ...row, reason, at: set.stamp });
  }
  return parted;
}

function reasonOf({ stamp, person, fileTime }: Provenance, savedAt: number | null): Conflict['reason'] | null {
  if (person) return savedAt === null || wallOf(stamp) > savedAt * 1_000 ? 'person' : null;
  return fileTime !== null && savedAt !== null && fileTime > savedAt ? 'newer' : null;
}
