import { firstStamp, type Stamp } from '../../../core/base/clock.ts';
import { DEPTH_MAX, type Union, type UnionLevel } from '../../../core/roster/union.ts';
import type { ReadableDb } from '../db.ts';
import { readSearch } from './units-search.ts';

export interface Units {
  get(code: string): Union | null;
  /** Who set the row that stands. */
  setBy(code: string): SetBy | null;
  /** Names of the unions above, nearest first, as the roster lists them. */
  above(code: string): string[];
  /** Unions whose numbers roll up directly into this one, in order of code. */
  below(code: string): Union[];
  /** Unions that the roster lists below this one and whose numbers belong elsewhere. */
  guests(code: string): Union[];
  /** The union that this one's numbers roll up to; `null` at the top, and where they stand in another listing. */
  rollsTo(code: string): string | null;
  /** Former names. */
  aliases(code: string): string[];
  /** Unions that this one took over. */
  tookOver(code: string): string[];
  search(text: string, limit: number): { unions: Union[]; total: number };
  count(): number;
  /** Every code, in no order. */
  codes(): Iterable<string>;
}

/** Who set a row: the later stamp wins, then the later machine name. */
export interface SetBy {
  readonly stamp: Stamp;
  readonly machine: string;
  readonly person: boolean;
  /** When the file that it came from was saved, seconds since the epoch. */
  readonly fileTime: number | null;
}

/** The starting roster stands before every event. */
export const byStart: SetBy = { stamp: firstStamp, machine: '', person: false, fileTime: null };

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly parent: string | null;
  readonly province: string | null;
  readonly workers: number | null;
  readonly members: number | null;
  readonly smartphones: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly successor: string | null;
  readonly coordinated: 0 | 1;
  readonly owner: string | null;
}

const UNION = `code, name, level, parent, province, workers, members, smartphones,
  valid_from AS "from", valid_to AS "to", successor, coordinated, owner`;

/** What most unions do not have is left out: a row is as small as it was given. */
function unionOf({ from, to, successor, coordinated, owner, ...row }: UnitRow): Union {
  return {
    ...row,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(successor === null ? {} : { successor }),
    ...(coordinated === 0 ? {} : { coordinated: true }),
    ...(owner === null ? {} : { owner }),
  };
}

/** Looks one union up. */
export function readUnit(db: ReadableDb): (code: string) => Union | null {
  const get = db.prepare<[string], UnitRow>(`SELECT ${UNION} FROM unit WHERE code = ?`);
  return (code) => {
    const row = get.get(code);
    return row === undefined ? null : unionOf(row);
  };
}

/** Every union as it stands, one by one, with who set it. */
export function* eachUnit(
  db: ReadableDb,
): Generator<{ union: Union; stamp: Stamp; machine: string; rollsTo: string | null }> {
  type Row = UnitRow & { stamp: Stamp; machine: string; rolls_to: string | null };
  const rows = db.prepare<[], Row>(`SELECT ${UNION}, stamp, machine, rolls_to FROM unit`).iterate();
  for (const { stamp, machine, rolls_to: rollsTo, ...row } of rows)
    yield { union: unionOf(row), stamp, machine, rollsTo };
}

/** Reads the roster. */
export function readUnits(db: ReadableDb): Units {
  const get = readUnit(db);
  const list = (where: string) => {
    const rows = db.prepare<{ code: string }, UnitRow>(`SELECT ${UNION} FROM unit WHERE ${where} ORDER BY code`);
    return (code: string): Union[] => rows.all({ code }).map(unionOf);
  };
  const setBy = db.prepare<[string], { stamp: Stamp; machine: string; person: 0 | 1; fileTime: number | null }>(
    'SELECT stamp, machine, by_person AS person, file_time AS fileTime FROM unit WHERE code = ?',
  );
  const rollsTo = db.prepare<[string], string | null>('SELECT rolls_to FROM unit WHERE code = ?').pluck();
  const aliases = db
    .prepare<[string], string>(
      'SELECT a.name FROM unit_alias a JOIN unit u USING (code) WHERE code = ? AND a.name <> u.name ORDER BY a.name',
    )
    .pluck();
  const tookOver = db.prepare<[string], string>('SELECT code FROM unit WHERE successor = ? ORDER BY code').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM unit').pluck();
  const codes = db.prepare<[], string>('SELECT code FROM unit').pluck();
  const search = readSearch(db);
  return {
    get,
    setBy: (code) => {
      const row = setBy.get(code);
      return row === undefined ? null : { ...row, person: row.person === 1 };
    },
    above: (code) => {
      const names: string[] = [];
      let at = get(code)?.parent ?? null;
      for (let depth = 0; at !== null && depth < DEPTH_MAX; depth++) {
        const union = get(at);
        if (union === null) break;
        names.push(union.name);
        at = union.parent;
      }
      return names;
    },
    below: list('rolls_to = @code'),
    guests: list('parent = @code AND rolls_to IS NOT @code'),
    rollsTo: (code) => rollsTo.get(code) ?? null,
    aliases: (code) => aliases.all(code),
    tookOver: (code) => tookOver.all(code),
    count: () => count.get() ?? 0,
    codes: () => codes.all(),
    search: (text, limit) => {
      const { codes, total } = search(text, limit);
      return { unions: codes.flatMap((code) => get(code) ?? []), total };
    },
  };
}
