import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../src/core/log/event.ts';
import { DATABASE } from '../../../src/main/store/files.ts';
import { verifyLog } from '../../../src/main/store/verify/verify-log.ts';
import { storyClock } from '../../kit/clock.ts';
import { freshFolder } from '../../kit/folder.ts';
import { got, moved, openedStore, smallRoster, tallied, totalOf, undone, unionOf } from '../../kit/store.ts';

describe('the log', () => {
  test('numbers events of a machine without gaps and in order of time', () => {
    const clock = storyClock();
    const store = openedStore(undefined, clock);
    const first = got(store.append([tallied('A'), tallied('B')]));
    clock.set('2019-01-01T00:00:00Z');
    const second = got(store.append([tallied('C')]));
    expect([...first, ...second].map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const stamps = [...first, ...second].map(({ stamp }) => stamp);
    expect(stamps).toEqual([...stamps].sort());
  });

  test('adds a tally to its union and to every union above, and to nobody else', () => {
    const store = openedStore();
    store.append([tallied('A', 'installed', { count: 3 }), tallied('C'), tallied('P1')]);
    expect(['TOP', 'P1', 'P2', 'A', 'B', 'C'].map((union) => totalOf(store, union))).toEqual([5, 4, 1, 3, 0, 1]);
  });

  test('takes a tally back once, however often somebody undoes it', () => {
    const store = openedStore();
    const [event] = got(store.append([tallied('A', 'installed', { count: 3 }), tallied('A')]));
    store.append([undone(store.machine, event?.seq ?? 0)]);
    store.append([undone(store.machine, event?.seq ?? 0)]);
    expect(totalOf(store, 'TOP')).toBe(1);
    expect(store.verify()).toMatchObject({ ok: true, events: 4 });
  });

  test('keeps the undo of an event that has not come yet, and then does not count that event', () => {
    const store = openedStore();
    store.append([undone(store.machine, 2)]);
    store.append([tallied('A')]);
    expect(totalOf(store, 'TOP')).toBe(0);
    expect(store.verify().ok).toBe(true);
  });

  test('moves old numbers with a union that gets another superior', () => {
    const store = openedStore();
    store.append([tallied('A'), tallied('B')]);
    store.append([moved(unionOf('A', 'P2'))]);
    expect(['TOP', 'P1', 'P2'].map((union) => totalOf(store, union))).toEqual([2, 1, 1]);
    expect(store.verify().ok).toBe(true);
  });

  test('gives numbers of an unknown union to its superiors once the roster names them', () => {
    const store = openedStore();
    store.append([tallied('NEW')]);
    expect(totalOf(store, 'TOP')).toBe(0);
    store.append([moved(unionOf('NEW', 'A'))]);
    expect(['TOP', 'P1', 'A', 'NEW'].map((union) => totalOf(store, union))).toEqual([1, 1, 1, 1]);
  });

  test('keeps a union as the later of two said, whatever came in first', () => {
    const store = openedStore();
    store.append([moved(unionOf('A', 'P1', { name: 'Tên mới' }))]);
    expect(store.units.get('A')?.name).toBe('Tên mới');
    store.append([moved(unionOf('A', 'P1', { name: 'Tên mới hơn' }))]);
    expect(store.units.get('A')?.name).toBe('Tên mới hơn');
  });

  test('writes all of a batch or nothing', () => {
    const store = openedStore();
    const impossible = { ...tallied('A'), union: {} as unknown as string } as EventDraft;
    expect(() => store.append([tallied('A'), impossible])).toThrow();
    expect(totalOf(store, 'A')).toBe(0);
    expect(store.lastSeq()).toBe(0);
    expect(store.append([tallied('A')]).ok).toBe(true);
    expect(store.verify()).toMatchObject({ ok: true, events: 1 });
  });

  test('takes no event that it could not read again at the next start, and nothing beside it', () => {
    const store = openedStore();
    const recipients = Array.from({ length: 31 }, () => 'Lưu: VT');
    const form: EventDraft = { kind: 'form', union: 'A', body: { parts: { recipients } } };
    expect(() => store.append([tallied('A'), form])).toThrow('could not be read again');
    expect([store.lastSeq(), totalOf(store, 'A')]).toEqual([0, 0]);
  });

  test('folds to the totals of any moment in the past', () => {
    const clock = storyClock('2020-08-18T06:30:00+07:00');
    const store = openedStore(undefined, clock);
    store.append([tallied('A')]);
    clock.set('2020-08-19T06:30:00+07:00');
    store.append([tallied('A'), tallied('B')]);
    const at = store.totalsAt(Date.parse('2020-08-18T23:59:59+07:00'));
    expect(at.map(({ union, amount }) => [union, amount])).toEqual([['A', 1]]);
  });
});

const anyEvents = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('tally' as const),
      union: fc.constantFrom('A', 'B', 'C', 'P1', 'NEW'),
      outcome: fc.constantFrom('installed', 'declined'),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({ kind: fc.constant('undo' as const), seq: fc.integer({ min: 1, max: 30 }) }),
    fc.record({
      kind: fc.constant('move' as const),
      union: fc.constantFrom('A', 'B', 'C', 'NEW'),
      to: fc.constantFrom('P1', 'P2', 'TOP', null),
    }),
  ),
  { maxLength: 30 },
);

test('any story of tallies, undos and moves leaves totals that a replay confirms', () => {
  fc.assert(
    fc.property(anyEvents, (story) => {
      const store = openedStore();
      for (const step of story) {
        if (step.kind === 'tally') got(store.append([tallied(step.union, step.outcome, { count: step.count })]));
        else if (step.kind === 'undo') got(store.append([undone(store.machine, step.seq)]));
        else got(store.append([moved(unionOf(step.union, step.to))]));
      }
      expect(store.verify()).toMatchObject({ ok: true, events: story.length, faults: [] });
      store.close();
    }),
    { numRuns: 60 },
  );
});

describe('verify', () => {
  const tamper = (sql: string) => {
    const folder = freshFolder();
    const store = openedStore(folder);
    store.append([tallied('A'), tallied('B'), tallied('C')]);
    store.close();
    const db = new Database(path.join(folder, DATABASE));
    db.exec('DROP TRIGGER event_never_changes; DROP TRIGGER event_never_leaves;');
    db.exec(sql);
    const result = verifyLog(db);
    db.close();
    return result;
  };

  test.each([
    [
      'a changed count',
      `UPDATE event SET body = replace(body, '"count":1', '"count":2') WHERE seq = 2`,
      'event 2 was changed',
    ],
    ['an event given to another union', `UPDATE event SET union_code = 'C' WHERE seq = 1`, 'event 1 was changed'],
    ['a missing event', 'DELETE FROM event WHERE seq = 2', 'events 2–2 are missing'],
    ['a missing end', 'DELETE FROM event WHERE seq = 3', 'own total 1, the log says 0'],
    ['a total moved by hand', `UPDATE total SET own = own + 1 WHERE union_code = 'A'`, 'own total 2, the log says 1'],
    ['a subtree total moved by hand', `UPDATE total SET tree = 9 WHERE union_code = 'P1'`, 'total 9, the log says 2'],
    ['a total that is gone', `DELETE FROM total WHERE union_code = 'TOP'`, 'is missing'],
  ])('names %s', (_, sql, fault) => {
    const result = tamper(sql);
    expect(result.ok).toBe(false);
    expect(result.faults.join('\n')).toContain(fault);
  });
});

test('the small roster of these stories stands as it was laid', () => {
  expect(
    openedStore()
      .units.below('P1')
      .map(({ code }) => code),
  ).toEqual(['A', 'B']);
  expect(smallRoster).toHaveLength(6);
});
