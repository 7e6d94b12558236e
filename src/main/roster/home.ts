import { done, failed, type Result } from '../../core/base/result.ts';
import { type RosterColumns, readColumns } from '../../core/roster/columns.ts';
import type { RosterRow } from '../../core/roster/row.ts';
import type { Union } from '../../core/roster/union.ts';

/** Code of the top of the starting roster. */
const TOP = 'TLD';
/** Offices put a title or two above the heading. */
const HEADING_WITHIN = 10;

/** The heading, looked for in the first rows of a file, and the rows below it. */
export function findHeading(all: readonly RosterRow[]): Result<{ columns: RosterColumns; rows: RosterRow[] }> {
  const read = (row: RosterRow | undefined) =>
    readColumns((row?.cells ?? []).map((cell) => (cell.kind === 'text' ? cell.text : '')));
  for (let at = 0; at < Math.min(HEADING_WITHIN, all.length); at++) {
    const columns = read(all[at]);
    if (columns.ok) return done({ columns: columns.value, rows: all.slice(at + 1) });
  }
  const first = read(all[0]);
  return first.ok ? failed('roster-empty') : first;
}

/**
 * Where a union belongs whose superior a file leaves open: where it stood before, else under the federation of its
 * province, else under TLĐ. Numbers of a union that stands under nobody would be missing from every total above it.
 */
export const homeOf =
  (existing: (code: string) => Union | null) =>
  (union: Pick<Union, 'code' | 'province'> & { readonly level: number | null }): string | null => {
    if (union.level === 1) return null;
    const before = existing(union.code)?.parent ?? null;
    const federation = union.level !== 2 && union.province !== null ? `LDLD${union.province}` : TOP;
    const standing = [before, federation, TOP].find(
      (code) => code !== null && code !== union.code && existing(code) !== null,
    );
    return standing ?? null;
  };
