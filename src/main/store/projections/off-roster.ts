import type { Outside } from '../../../core/figures/off-roster.ts';
import type { ReadableDb } from '../db.ts';
import { EVERYTHING } from './totals.ts';

export interface OutsideReader {
  /** What was counted where no way leads up to the top of the roster, by the code at which the way ends. */
  now(): Outside[];
  /** Codes at which a way up ends without reaching the top, whatever was counted below them. */
  ends(): string[];
}

/** Tops: unions that have no superior. Whatever does not roll up to one of them is missed by everybody. */
const TOPS = 'SELECT code FROM unit WHERE rolls_to IS NULL AND parent IS NULL';

/** Looked for only where the sums of the tops and of everything differ: there are 130,000 unions to look at. */
export function readOutside(db: ReadableDb): OutsideReader {
  const tallies = "SELECT ifnull(sum(tree), 0) FROM total WHERE subject = 'tally' AND union_code";
  const missed = db.prepare<[], number>(`SELECT (${tallies} = '${EVERYTHING}') - (${tallies} IN (${TOPS}))`).pluck();
  const ends = db
    .prepare<[], string>(
      `SELECT union_code FROM counted WHERE union_code NOT IN (SELECT code FROM unit)
       UNION SELECT rolls_to FROM unit WHERE rolls_to IS NOT NULL AND rolls_to NOT IN (SELECT code FROM unit)
       UNION SELECT code FROM unit WHERE rolls_to IS NULL AND parent IS NOT NULL
       ORDER BY 1`,
    )
    .pluck();
  const counted = db.prepare<[string], number>(`${tallies} = ?`).pluck();
  const list = (): string[] => ends.all();
  return {
    now: () => {
      if (missed.get() === 0) return [];
      return list()
        .map((code) => ({ code, count: counted.get(code) ?? 0 }))
        .filter(({ count }) => count !== 0);
    },
    ends: list,
  };
}
