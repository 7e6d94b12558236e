import { circleHead, remembering, rollsTo, type TreeFacts, type TreeOf } from '../../../core/roster/tree.ts';
import type { Union, UnionLevel } from '../../../core/roster/union.ts';
import type { WritableDb } from '../db.ts';
import type { Totals } from './totals.ts';
import type { SetBy } from './units.ts';
import { addFormerName, writeSearch } from './units-search.ts';

interface Standing extends TreeFacts {
  readonly code: string;
  readonly name: string;
  readonly level: UnionLevel;
  readonly parent: string | null;
  readonly stamp: string;
  readonly machine: string;
  readonly doc: number;
}

/**
 * Writes the roster, and moves totals with the tree. A row from an older event than the one that stands changes
 * nothing, and where numbers roll up to depends on the rows alone, so the order of events never matters.
 */
export function writeUnits(db: WritableDb, totals: Totals): (union: Union, by: SetBy) => void {
  const row = db.prepare<[string], Omit<Standing, 'coordinated'> & { coordinated: 0 | 1 }>(
    'SELECT code, name, level, parent, coordinated, owner, stamp, machine, doc FROM unit WHERE code = ?',
  );
  const standing = (code: string): Standing | null => {
    const found = row.get(code);
    return found === undefined ? null : { ...found, coordinated: found.coordinated === 1 };
  };
  const put = db.prepare(
    `INSERT INTO unit (code, name, level, parent, province, workers, members, smartphones, valid_from, valid_to,
       successor, coordinated, owner, by_person, file_time, stamp, machine, doc)
     VALUES (@code, @name, @level, @parent, @province, @workers, @members, @smartphones, @from, @to,
       @successor, @coordinated, @owner, @person, @fileTime, @stamp, @machine, @doc)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent = excluded.parent,
       province = excluded.province, workers = excluded.workers, members = excluded.members,
       smartphones = excluded.smartphones, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       successor = excluded.successor, coordinated = excluded.coordinated, owner = excluded.owner,
       by_person = excluded.by_person, file_time = excluded.file_time, stamp = excluded.stamp,
       machine = excluded.machine, doc = excluded.doc`,
  );
  const search = writeSearch(db);
  const formerName = addFormerName(db);
  const settle = settling(db, totals, standing);

  return (union, by) => {
    const { code, name, level } = union;
    const before = standing(code);
    if (before !== null && !isLater(by, before)) {
      if (name !== before.name && formerName(code, name)) search.put(before);
      return;
    }
    const isSearchedAlike = before !== null && before.name === name && before.level === level;
    if (before !== null && before.name !== name) formerName(code, before.name);
    const doc = isSearchedAlike ? before.doc : search.put({ code, name, level, doc: before?.doc ?? null });
    const opened = before === null ? null : circleHead(code, standing);
    put.run({
      from: null,
      to: null,
      successor: null,
      owner: null,
      ...union,
      coordinated: union.coordinated === true ? 1 : 0,
      person: by.person ? 1 : 0,
      fileTime: by.fileTime,
      stamp: by.stamp,
      machine: by.machine,
      doc,
    });
    settle(code, opened);
  };
}

/** Cuts subtrees off where they no longer belong and grafts them where the rows say. */
function settling(db: WritableDb, totals: Totals, standing: TreeOf): (code: string, opened: string | null) => void {
  const stored = db.prepare<[string], string | null>('SELECT rolls_to FROM unit WHERE code = ?').pluck();
  const store = db.prepare('UPDATE unit SET rolls_to = ? WHERE code = ?');
  /**
   * @param code the union whose row has changed; @param opened where the circle that it lay on was cut open before.
   * Only these two, and the head of the circle it lies on now, can roll up to another union than they did.
   */
  return (code, opened) => {
    // No row changes meanwhile, and the ways up meet: each is read once.
    const rows = remembering(standing);
    const closed = circleHead(code, rows);
    const concerned = new Set([code, opened, closed].filter((one) => one !== null));
    const moves = [...concerned]
      .map((one) => ({ one, from: stored.get(one) ?? null, to: one === closed ? null : rollsTo(one, rows) }))
      .filter(({ from, to }) => from !== to);
    for (const { one, from } of moves) {
      // A union that stood under nobody, as each of a new roster, has nothing to take along.
      if (from === null) continue;
      totals.leaveParent(one);
      store.run(null, one);
    }
    for (const { one, to } of moves) {
      if (to === null) continue;
      store.run(to, one);
      totals.joinParent(one);
    }
  };
}

const isLater = (a: SetBy, b: Pick<SetBy, 'stamp' | 'machine'>): boolean =>
  a.stamp > b.stamp || (a.stamp === b.stamp && a.machine > b.machine);
