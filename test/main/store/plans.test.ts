import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { linesOf } from '../../../src/main/store/backup/recover.ts';
import type { WritableDb } from '../../../src/main/store/db.ts';
import { adoptLines } from '../../../src/main/store/log/adopt.ts';
import { INSERT_EVENT, readLog } from '../../../src/main/store/log/lines.ts';
import { openLog } from '../../../src/main/store/log/log.ts';
import { currentVersion, migrate } from '../../../src/main/store/migrations/index.ts';
import { readAttachments } from '../../../src/main/store/projections/attached-checks.ts';
import { readBooths } from '../../../src/main/store/projections/booths.ts';
import { readHistory } from '../../../src/main/store/projections/history.ts';
import { projector } from '../../../src/main/store/projections/projector.ts';
import { recentTallies } from '../../../src/main/store/projections/recent-tallies.ts';
import { readReports } from '../../../src/main/store/projections/reports.ts';

const machine = { name: 'm1', publicKey: Buffer.alloc(32), privateKey: undefined as never };

/** A log of some machines, of which SQLite has measured the sizes or not: it plans by them. */
function logOf({ machines, lines, measured, version = currentVersion }: Story): WritableDb {
  const db = new Database(':memory:');
  migrate(db, version);
  const insert = db.prepare(
    version < 6
      ? 'INSERT INTO event (machine, seq, stamp, kind, version, union_code, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
      : INSERT_EVENT,
  );
  for (let id = 1; id <= machines; id++) {
    db.prepare('INSERT INTO machine VALUES (?, ?, zeroblob(32))').run(id, `m${id}`);
    for (let seq = 1; seq <= lines; seq++) insert.run(id, seq, 's', 'tally', 1, 'A', '{}', Buffer.alloc(32));
  }
  if (measured) db.exec('ANALYZE');
  return db;
}

interface Story {
  readonly machines: number;
  readonly lines: number;
  readonly measured: boolean;
  readonly version?: number;
}

/** What SQLite would do for every statement about the log that is prepared meanwhile. */
function plansOf(db: WritableDb, use: (db: WritableDb) => void): { sql: string; steps: string[] }[] {
  const seen = new Set<string>();
  use(
    new Proxy(db, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (name === 'prepare') seen.add(String(given[0]));
          return value.apply(target, given);
        };
      },
    }),
  );
  return [...seen]
    .filter((sql) => /\bFROM event\b/.test(sql))
    .map((sql) => {
      const names = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 1]));
      const places = [...sql.matchAll(/\?/g)].map(() => 1);
      const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places, names);
      return { sql, steps: steps.map(({ detail }) => detail) };
    });
}

const stories: Story[] = [
  { machines: 1, lines: 0, measured: false },
  { machines: 1, lines: 0, measured: true },
  { machines: 1, lines: 500, measured: true },
  { machines: 3, lines: 500, measured: true },
  { machines: 40, lines: 2, measured: true },
];

test.each(stories)(
  'every line of the log is found by its key: $machines machines of $lines lines, measured $measured',
  (story) => {
    const plans = plansOf(logOf(story), (db) => {
      openLog(db, machine, { wall: () => 0 }, projector(db));
      readHistory(db);
      readAttachments(db);
      readBooths(db);
      readReports(db);
      recentTallies(db, machine.name);
      adoptLines(db, machine, [], projector(db));
    });
    expect(plans.length).toBeGreaterThan(10);
    for (const { sql, steps } of plans) {
      expect(steps.join('; '), sql).toMatch(/SEARCH (e|event) USING INTEGER PRIMARY KEY/);
      expect(steps.join('; '), sql).not.toContain('TEMP B-TREE');
    }
  },
);

test.each(stories.flatMap((story) => [currentVersion, 5].map((version) => ({ ...story, version }))))(
  'the log is read in order without being sorted: $machines machines of $lines lines, measured $measured, version $version',
  (story) => {
    const plans = plansOf(logOf(story), (db) => {
      expect([...readLog(db)].map(({ machine: name, seq }) => `${name} ${seq}`)).toHaveLength(
        story.machines * story.lines,
      );
      expect([...linesOf(db, 1, () => undefined)].map(({ seq }) => seq)).toEqual(
        Array.from({ length: story.lines }, (_, at) => at + 1),
      );
    });
    expect(plans).toHaveLength(2);
    for (const { sql, steps } of plans) expect(steps.join('; '), sql).not.toContain('TEMP B-TREE');
  },
);
