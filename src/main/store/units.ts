import { firstStamp, type Stamp } from '../../core/clock.ts';
import { DEPTH_MAX, searchKey, type Union } from '../../core/union.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import type { Totals } from './totals.ts';

const COLUMNS = 'code, name, level, parent, province, workers, members, smartphones';

export interface Units {
  get(code: string): Union | null;
  /** Names of the unions above, nearest first. */
  above(code: string): string[];
  /** Unions directly below, in order of code. */
  below(code: string): Union[];
  search(text: string, limit: number): { unions: Union[]; total: number };
  count(): number;
}

/** Reads the roster. */
export function readUnits(db: ReadableDb): Units {
  const get = db.prepare<[string], Union>(`SELECT ${COLUMNS} FROM unit WHERE code = ?`);
  const below = db.prepare<[string], Union>(`SELECT ${COLUMNS} FROM unit WHERE parent = ? ORDER BY code`);
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM unit');
  // Every word must occur; names that begin with the text come first, higher levels before lower.
  const found = (words: readonly string[]): string =>
    words.length === 0 ? 'TRUE' : words.map(() => "search LIKE '% ' || ? || '%'").join(' AND ');
  return {
    get: (code) => get.get(code) ?? null,
    above: (code) => {
      const names: string[] = [];
      let at = get.get(code)?.parent ?? null;
      for (let depth = 0; at !== null && depth < DEPTH_MAX; depth++) {
        const union = get.get(at);
        if (union === undefined) break;
        names.push(union.name);
        at = union.parent;
      }
      return names;
    },
    below: (code) => below.all(code),
    count: () => count.get()?.n ?? 0,
    search: (text, limit) => {
      const words = searchKey(text).split(' ').filter(Boolean);
      const where = found(words);
      const total = db.prepare<string[], { n: number }>(`SELECT count(*) AS n FROM unit WHERE ${where}`).get(...words);
      const unions = db
        .prepare<(string | number)[], Union>(
          `SELECT ${COLUMNS} FROM unit WHERE ${where}
           ORDER BY code = ? DESC, search LIKE '% ' || ? || '%' DESC, level, code LIMIT ?`,
        )
        .all(...words, text.trim(), words.join(' '), limit);
      return { unions, total: total?.n ?? 0 };
    },
  };
}

/** Who set a row: the later stamp wins, then the later machine name. */
export interface SetBy {
  readonly stamp: Stamp;
  readonly machine: string;
}

/** Writes the roster. A row from an older event than the one that stands changes nothing, in whatever order they come. */
export function writeUnits(db: WritableDb, totals: Totals): (union: Union, by: SetBy) => void {
  const standing = db.prepare<[string], { parent: string | null; stamp: Stamp; machine: string }>(
    'SELECT parent, stamp, machine FROM unit WHERE code = ?',
  );
  const put = db.prepare(
    `INSERT INTO unit (code, name, search, level, parent, province, workers, members, smartphones, stamp, machine)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, search = excluded.search, level = excluded.level,
       parent = excluded.parent, province = excluded.province, workers = excluded.workers, members = excluded.members,
       smartphones = excluded.smartphones, stamp = excluded.stamp, machine = excluded.machine`,
  );
  return (union, by) => {
    const before = standing.get(union.code);
    if (before !== undefined && !isLater(by, before)) return;
    const moves = (before?.parent ?? null) !== union.parent;
    if (moves) totals.leaveParent(union.code);
    put.run(
      union.code,
      union.name,
      // A leading blank lets every word be found from its beginning with one pattern.
      ` ${searchKey(union.name)} ${searchKey(union.code)}`,
      union.level,
      union.parent,
      union.province,
      union.workers,
      union.members,
      union.smartphones,
      by.stamp,
      by.machine,
    );
    if (moves) totals.joinParent(union.code);
  };
}

const isLater = (a: SetBy, b: SetBy): boolean => a.stamp > b.stamp || (a.stamp === b.stamp && a.machine > b.machine);

/** The starting roster stands before every event. */
export const byStart: SetBy = { stamp: firstStamp, machine: '' };
