import Sqlite from 'better-sqlite3';

/** What a union and all below it counted, added up line by line from the log and nothing else. */
export interface LogSums {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parent: string;
  /** Grassroots unions at or below, and those of them that counted anybody. */
  grassroots: number;
  active: number;
  workers: number;
  smartphones: number;
  /** Lines of tallies; none means "chưa báo cáo". */
  lines: number;
  readonly outcomes: Record<string, number>;
  readonly reasons: Record<string, number>;
  readonly days: Record<string, Record<string, number>>;
}

interface Line {
  readonly kind: string;
  readonly union_code: string;
  readonly body: string;
}

const GRASSROOTS = 4;

/**
 * Reads a kit's log with SQLite alone: no projection, no code of the kit. Keys are union codes.
 * @param top the union that the unions of the log stand under; the starting roster, not the log, names it.
 */
export function sumsFromLog(database: string, top: string): Map<string, LogSums> {
  const db = new Sqlite(database, { readonly: true });
  const lines = db.prepare('SELECT kind, union_code, body FROM event ORDER BY id').all() as Line[];
  db.close();
  const unions = new Map<string, LogSums>();
  unions.set(top, { ...none(), code: top, name: top, level: 2, parent: '' });
  const of = (kind: string) => lines.filter((line) => line.kind === kind);
  for (const { union_code: code, body } of of('union')) {
    const { name, level, parent, workers, smartphones } = JSON.parse(body);
    const own = { grassroots: level === GRASSROOTS ? 1 : 0, workers: workers ?? 0, smartphones: smartphones ?? 0 };
    unions.set(code, { ...none(), ...own, code, name, level, parent });
  }
  for (const { union_code: code, body } of of('tally')) {
    const sums = unions.get(code);
    if (sums === undefined) throw new Error(`a tally of nobody: ${code}`);
    const { outcome, reason, day, count } = JSON.parse(body);
    sums.lines += 1;
    sums.active = 1;
    add(sums.outcomes, outcome, count);
    if (reason !== undefined) add(sums.reasons, reason, count);
    sums.days[day] ??= {};
    add(sums.days[day], outcome, count);
  }
  for (const child of [...unions.values()].filter(({ level }) => level === GRASSROOTS)) {
    for (let above = unions.get(child.parent); above !== undefined; above = unions.get(above.parent)) {
      for (const key of ['grassroots', 'active', 'workers', 'smartphones', 'lines'] as const) above[key] += child[key];
      for (const key of ['outcomes', 'reasons'] as const) merge(above[key], child[key]);
      for (const [day, totals] of Object.entries(child.days)) {
        above.days[day] ??= {};
        merge(above.days[day], totals);
      }
    }
  }
  return unions;
}

const none = () => ({
  grassroots: 0,
  active: 0,
  workers: 0,
  smartphones: 0,
  lines: 0,
  outcomes: {},
  reasons: {},
  days: {},
});

function add(totals: Record<string, number>, key: string, count: number): void {
  totals[key] = (totals[key] ?? 0) + count;
}

function merge(into: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(from)) add(into, key, count);
}
