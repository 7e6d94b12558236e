import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { EventDraft } from '../../../src/core/log/event.ts';
import { adoptLines } from '../../../src/main/store/log/adopt.ts';
import { LAST_SEQ } from '../../../src/main/store/log/event-id.ts';
import { INSERT_EVENT, readLastSeq } from '../../../src/main/store/log/lines.ts';
import { chainHash } from '../../../src/main/store/log/log.ts';
import { migrate } from '../../../src/main/store/migrations/index.ts';
import { projector } from '../../../src/main/store/projections/projector.ts';
import { got, openedStore, tallied } from '../../kit/store.ts';

const checked: EventDraft = {
  kind: 'check',
  union: 'C',
  body: {
    ...{ campaign: 'bluezone-2020', verdict: 'pass', reason: 'near-signal', platform: 'android', seconds: 1 },
    day: '2020-08-18',
  },
};

test('a number beyond all that a machine can have is no line of the next machine', async () => {
  const other = openedStore();
  got(other.append([checked, tallied('C')]));
  const store = openedStore();
  got(store.append([tallied('A')]));
  got(store.restore(got(await other.backup(null)).file));

  expect(store.attached.verdictOf({ machine: other.machine, seq: 1 })).toBe('pass');
  // The second machine's first line, and the first one's last, by the arithmetic of ids.
  const before = { machine: store.machine, seq: LAST_SEQ + 2 };
  const behind = { machine: other.machine, seq: 1 - LAST_SEQ - 1 };
  for (const strange of [before, behind]) {
    expect(store.attached.verdictOf(strange)).toBeNull();
    expect(store.attached.isCheck(strange)).toBe(false);
  }
  const far = Object.fromEntries([store.machine, other.machine].map((name) => [name, LAST_SEQ + 100]));
  expect(store.history.read(() => true, far, 10)).toEqual(store.history.read(() => true, null, 10));
  expect(store.history.read(() => true, far, 10).events).toHaveLength(3);
});

test('lines of another machine are taken in up to the last number that a log can carry, and no further', () => {
  const db = new Database(':memory:');
  migrate(db);
  const machine = { name: 'm', publicKey: Buffer.alloc(32) };
  db.prepare('INSERT INTO machine (name, public_key) VALUES (?, ?)').run(machine.name, machine.publicKey);
  const line = { stamp: '2020-08-18T00:00:00.000Z-0000', kind: 'unknown', version: 1, union: null, body: '{}' };
  let hash: Buffer = Buffer.alloc(32, 7);
  db.prepare(INSERT_EVENT).run(1, LAST_SEQ - 1, line.stamp, line.kind, 1, null, '{}', hash);
  const lines = [LAST_SEQ, LAST_SEQ + 1].map((seq) => {
    hash = chainHash({ ...line, machine: 'm', seq }, hash);
    return { ...line, seq, hash };
  });
  expect(adoptLines(db, machine, lines, projector(db))).toEqual({ added: 1, next: LAST_SEQ + 1, stopped: 'gap' });
  expect(readLastSeq(db)('m')).toBe(LAST_SEQ);
});
