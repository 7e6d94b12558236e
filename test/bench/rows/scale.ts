import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { EventDraft } from '../../../src/core/log/event.ts';
import { type Demo, demoTallies, demoUnions } from '../../../src/core/practice/demo.ts';
import type { Union } from '../../../src/core/roster/union.ts';
import { openStore, type Store } from '../../../src/main/store/index.ts';
import { bluezone2020 } from '../../kit/campaign.ts';
import type { Result } from '../harness.ts';
import { openBare } from './bare.ts';

/** Unions and events of the three sizes: one company, a province, the whole country. */
const SIZES = [
  { unions: 1, events: 20_000 },
  { unions: 1_000, events: 200_000 },
  { unions: 130_000, events: 1_000_000 },
] as const;
const SEED = 850;
/** Events in one transaction while a folder is filled. */
const BATCH = 5_000;
/** Samples of the pace, and tallies of one, each durable. */
const SAMPLES = 5;
const TALLIES = 400;
const LOOKS = 200;

const START_MS = 1_500;
const TOTAL_MS = 50;
const SEARCH_MS = 50;
const BYTES = 250;
/** Of a bare insert's pace (docs/measurements.md). */
const BARE = 0.8;
/** What the noise of a shared disk may take of the pace of a young log before the age of the log is blamed. */
const AGE = 0.8;

/** Start-up, totals, search, tally and size, at each size of roster and log. */
export const scaleRows = (): Result[] => SIZES.flatMap(({ unions, events }) => rowsAt({ unions, events, seed: SEED }));

function rowsAt(demo: Demo): Result[] {
  const root = mkdtempSync(path.join(process.env.KIT_BENCH_DIR ?? tmpdir(), 'tram-bench-'));
  try {
    const unions = demoUnions(demo);
    const leaf = unions.at(-1)?.code ?? '';
    const batches = [...demoTallies(demo, unions, bluezone2020(), BATCH)].map(({ drafts }) => drafts);
    const [youngFolder, folder] = [path.join(root, 'young'), path.join(root, 'old')];
    filled(youngFolder, [...above(unions), ...unions], []).close();
    const before = sizeOf(youngFolder);
    filled(youngFolder, [], batches.slice(0, 1)).close();
    cpSync(youngFolder, folder, { recursive: true });
    const old = filled(folder, [], batches.slice(1));
    const young = filled(youngFolder, [], []);
    const bare = openBare(root);
    const paces = pacesOf({
      old: () => tally(old, leaf),
      young: () => tally(young, leaf),
      bare: () => bare.insert({ ...body, day: DAY }),
    });
    young.close();
    bare.close();
    const codes = ['TLD', ...unions.map(({ code }) => code)];
    const total = slowest(LOOKS, (n) => old.totals.of(codes[(n * 7919) % codes.length] ?? 'TLD'));
    const found = slowest(LOOKS, (n) => old.units.search(SOUGHT[n % SOUGHT.length] ?? '', 20));
    old.close();
    const name = (what: string): string => `${what}, ${whole(demo.unions)} unions, ${whole(demo.events)} events`;
    const bytes = (sizeOf(folder) - before) / (demo.events + SAMPLES * TALLIES);
    const start = opening(folder);
    return [
      row(name('start-up'), start.kit, start.bare, START_MS, 'bare open and one read'),
      row(name('any total (slowest of 200)'), total, sumOfLog(folder, demo.events), TOTAL_MS, 'sum over the bare log'),
      row(name('search (slowest of 200)'), found, null, SEARCH_MS, ''),
      ratio(name('durable tally'), paces.old, paces.bare, 'bare better-sqlite3 insert, same pragmas', BARE),
      ratio(name('durable tally'), paces.old, paces.young, `in a log of ${whole(BATCH)} events`, AGE),
      {
        cells: [
          name('size'),
          `${bytes.toFixed(0)} B/event`,
          '',
          '',
          `≤ ${BYTES}`,
          bytes <= BYTES ? 'met' : 'MISSED',
          'totals included, roster not',
        ],
        met: bytes <= BYTES,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const SOUGHT = ['cong ty may', 'CĐCS gỗ an phú', 'kcn song than 12', 'D74-0003', 'thuan an 41', 'c'];

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** TLĐ and the federations that a demo's unions stand under. */
function above(unions: readonly Union[]): Union[] {
  const blank = { province: null, workers: null, members: null, smartphones: null };
  const federations = new Set(unions.flatMap(({ level, parent }) => (level === 3 && parent !== null ? [parent] : [])));
  return [
    { ...blank, code: 'TLD', name: 'Tổng Liên đoàn', level: 1, parent: null },
    ...[...federations].map((code): Union => ({ ...blank, code, name: code, level: 2, parent: 'TLD' })),
  ];
}

function filled(folder: string, roster: readonly Union[], batches: readonly (readonly EventDraft[])[]): Store {
  const opened = openStore(folder, { wall: () => Date.now() }, []);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const write = (drafts: readonly EventDraft[]): void => {
    const written = store.append(drafts);
    if (!written.ok) throw new Error(written.error.code);
  };
  for (let at = 0; at < roster.length; at += BATCH) {
    write(roster.slice(at, at + BATCH).map(({ code, ...body }) => ({ kind: 'union', union: code, body })));
  }
  for (const drafts of batches) write(drafts);
  return store;
}

const DAY = '2020-08-18';
const body = { campaign: 'bluezone-2020', outcome: 'installed', count: 1 };

function tally(store: Store, union: string): void {
  const written = store.append([{ kind: 'tally', union, body: { ...body, day: DAY } }]);
  if (!written.ok) throw new Error(written.error.code);
}

/** Times a second that each can be done, one by one, in turns, so that a noisy second hits all; medians. */
function pacesOf<Name extends string>(works: Readonly<Record<Name, () => void>>): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const samples = new Map(names.map((name): [Name, number[]] => [name, []]));
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const name of names) {
      const ms = timed(() => {
        for (let n = 0; n < TALLIES; n++) works[name]();
      });
      samples.get(name)?.push((TALLIES * 1_000) / ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name) ?? [])])) as Record<Name, number>;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds of the slowest look, after one that only warms up. */
function slowest(times: number, look: (n: number) => unknown): number {
  look(0);
  let most = 0;
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    look(n);
    most = Math.max(most, performance.now() - start);
  }
  return most;
}

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Opening the folder until a tally could be counted, beside a bare opening with one read; medians of five. */
function opening(folder: string): { kit: number; bare: number } {
  const file = path.join(folder, 'tram.sqlite');
  const kit = Array.from({ length: 5 }, () => {
    let store: Store | null = null;
    const ms = timed(() => {
      store = filled(folder, [], []);
    });
    (store as Store | null)?.close();
    return ms;
  });
  const bare = Array.from({ length: 5 }, () =>
    timed(() => {
      const db = new Database(file);
      db.prepare('SELECT max(id) FROM event').get();
      db.close();
    }),
  );
  return { kit: median(kit), bare: median(bare) };
}

/** What one total costs whoever keeps none: a sum over the whole log. */
function sumOfLog(folder: string, events: number): number {
  const db = new Database(path.join(folder, 'tram.sqlite'), { readonly: true });
  const sum = db.prepare(`SELECT body ->> 'outcome', sum(body ->> 'count') FROM event WHERE kind = 'tally' GROUP BY 1`);
  const ms = timed(() => {
    if (sum.all().length === 0 && events > 0) throw new Error('nothing was counted');
  });
  db.close();
  return ms;
}

const sizeOf = (folder: string): number => statSync(path.join(folder, 'tram.sqlite')).size;

function row(name: string, kit: number, bare: number | null, most: number, peer: string): Result {
  const met = kit <= most;
  return {
    cells: [
      name,
      `${kit.toFixed(1)} ms`,
      bare === null ? '' : `${bare.toFixed(1)} ms (${peer})`,
      bare === null ? '' : (kit / bare).toFixed(2),
      `≤ ${whole(most)} ms`,
      met ? 'met' : 'MISSED',
      '',
    ],
    met,
  };
}

function ratio(name: string, kit: number, peer: number, what: string, least: number): Result {
  const met = kit / peer >= least;
  const cells = [name, `${whole(kit)} /s`, `${whole(peer)} /s (${what})`, (kit / peer).toFixed(2), `≥ ${least}`];
  return { cells: [...cells, met ? 'met' : 'MISSED', ''], met };
}
