import { type DeclaredKey, declaredKeys, sizeKeys } from '../../../core/figures/declared.ts';
import type { EventBody, LogEvent } from '../../../core/log/event.ts';
import { type Known, type Sums, type TreeNode, TreeSums } from '../../../core/roster/roll-up.ts';
import { isGrassroots, type TreeFacts } from '../../../core/roster/tree.ts';
import type { UnionLevel } from '../../../core/roster/union.ts';
import type { ReadableDb } from '../db.ts';

const rosterKeys = ['workers', 'members', 'smartphones'] as const;
export type RosterKey = (typeof rosterKeys)[number];

export interface SubtreeFacts {
  /** As the roster gives them. */
  readonly roster: Readonly<Record<RosterKey, Known>>;
  /** As unions declare them. */
  readonly declared: Readonly<Record<DeclaredKey, Known>>;
  readonly grassroots: { readonly total: number; readonly active: number };
}

export interface SubtreesReader {
  of(code: string): SubtreeFacts;
  /** Outreach of a subtree in one form: how much of it, and people reached. */
  outreach(code: string, form: string): { quantity: Known; people: Known };
  /** The same as it stood at a moment. `counted`: the unions that had counted anyone by then. */
  at(until: number, counted: ReadonlySet<string>): Omit<SubtreesReader, 'at' | 'forget'>;
  /** What is remembered may no longer hold after these events; without them, nothing does. */
  forget(events?: readonly LogEvent[]): void;
}

/**
 * Sums of numbers that unions give for themselves. A union's own word goes before the sum of those below it, so
 * these cannot be kept by adding up; they are folded in memory when somebody asks, and remembered until an event
 * changes them: 130,000 unions take some 200 ms the first time, and nothing after.
 */
export function readSubtrees(db: ReadableDb): SubtreesReader {
  let tree: Tree | null = null;
  let now: Memory | null = null;
  const treeNow = (): Tree => {
    tree ??= readTree(db);
    return tree;
  };
  const counted = db.prepare<[], string>('SELECT union_code FROM counted').pluck();
  const memory = (): Memory => {
    now ??= remember(db, treeNow(), '~', () => new Set(counted.all()));
    return now;
  };
  return {
    of: (code) => memory().of(code),
    outreach: (code, form) => memory().outreach(code, form),
    at: (until, countedThen) => remember(db, treeNow(), new Date(until + 1).toISOString(), () => countedThen),
    forget: (events) => {
      if (events === undefined || events.some(({ kind }) => kind === 'union')) {
        tree = null;
        now = null;
        return;
      }
      for (const { kind, union, body } of events) {
        if (kind === 'declared') now?.forgetDeclared(body);
        else if (kind === 'tally') now?.noteCounted(union);
        else if (kind === 'minus' || kind === 'undo') now?.forgetCounted();
      }
    },
  };
}

interface Tree {
  readonly sums: TreeSums;
  readonly roster: ReadonlyMap<RosterKey, Sums>;
  /** Sums of what nobody has declared, of sizes and of results. */
  readonly silent: Map<boolean, Sums>;
}

type TreeRow = [
  code: string,
  rollsTo: string | null,
  level: UnionLevel,
  successor: string | null,
  coordinated: 0 | 1,
  owner: string | null,
  workers: number | null,
  members: number | null,
  smartphones: number | null,
];

function readTree(db: ReadableDb): Tree {
  const rows = db
    .prepare('SELECT code, rolls_to, level, successor, coordinated, owner, workers, members, smartphones FROM unit')
    .raw()
    .all() as TreeRow[];
  // Only second listings ask how high somebody stands, and there are few of them.
  let levels: Map<string, UnionLevel> | null = null;
  const treeOf = (code: string): TreeFacts | null => {
    levels ??= new Map(rows.map(([one, , level]) => [one, level]));
    const level = levels.get(code);
    return level === undefined ? null : { level, parent: null };
  };
  const own = rosterKeys.map(() => new Float64Array(rows.length).fill(Number.NaN));
  const nodes = rows.map(([code, rollsTo, level, successor, coordinated, owner, ...sizes], index): TreeNode => {
    for (let key = 0; key < own.length; key++) {
      const size = sizes[key] ?? null;
      const row = own[key];
      if (size !== null && row !== undefined) row[index] = size;
    }
    const facts = { level, parent: null, successor, coordinated: coordinated === 1, owner };
    return { code, rollsTo, level, grassroots: isGrassroots(facts, treeOf), takenOver: successor !== null };
  });
  const sums = new TreeSums(nodes);
  const resolved = rosterKeys.map((key, at) => [key, sums.resolve(own[at] ?? new Float64Array(), true)] as const);
  return { sums, roster: new Map(resolved), silent: new Map() };
}

const nameOf = (topic: string, key: string): string => `${topic} ${key}`;

/** What nobody has declared is the same for every key, and most forms of outreach are like that. */
function nobody({ sums, silent }: Tree, isSize: boolean): Sums {
  const known = silent.get(isSize) ?? sums.resolve(sums.row(new Map()), isSize);
  silent.set(isSize, known);
  return known;
}

interface Memory extends Omit<SubtreesReader, 'at' | 'forget'> {
  /** Only what the event speaks of: a tree of 130,000 takes a moment for each key. */
  forgetDeclared(body: EventBody<'declared'>): void;
  forgetCounted(): void;
  /** People were counted for a union: the first time, it becomes active. */
  noteCounted(union: string | null): void;
}

/** @param before only declared values with an earlier stamp count. */
function remember(db: ReadableDb, tree: Tree, before: string, counted: () => ReadonlySet<string>): Memory {
  const versions = db.prepare<[string, string, string], { union: string; value: number | null }>(
    `SELECT union_code AS "union", value FROM declared WHERE topic = ? AND key = ? AND stamp < ?
     ORDER BY union_code, stamp, machine`,
  );
  const declared = new Map<string, Sums>();
  let active: Set<string> | null = null;
  let grassroots: ReturnType<TreeSums['grassroots']> | null = null;
  const sums = (topic: string, key: string): Sums => {
    const name = nameOf(topic, key);
    const known = declared.get(name);
    if (known !== undefined) return known;
    const latest = new Map<string, number | null>();
    for (const { union, value } of versions.iterate(topic, key, before)) latest.set(union, value);
    const own = new Map([...latest].filter((entry): entry is [string, number] => entry[1] !== null));
    const isSize = topic === 'figure' && sizeKeys.has(key);
    const resolved = own.size > 0 ? tree.sums.resolve(tree.sums.row(own), isSize) : nobody(tree, isSize);
    declared.set(name, resolved);
    return resolved;
  };
  const pick = <K extends string>(keys: readonly K[], of: (key: K) => Known): Record<K, Known> =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, Known>;
  const nothing: Known = { value: null, from: 'none', given: 0, asked: 0 };
  return {
    of: (code) => {
      active ??= new Set(counted());
      grassroots ??= tree.sums.grassroots(active);
      return {
        roster: pick(rosterKeys, (key) => tree.roster.get(key)?.of(code) ?? nothing),
        declared: pick(declaredKeys, (key) => sums('figure', key).of(code)),
        grassroots: grassroots.of(code),
      };
    },
    outreach: (code, form) => ({ quantity: sums('quantity', form).of(code), people: sums('people', form).of(code) }),
    forgetDeclared: ({ figures, outreach }) => {
      for (const key of Object.keys(figures)) declared.delete(nameOf('figure', key));
      for (const form of Object.keys(outreach)) {
        declared.delete(nameOf('quantity', form));
        declared.delete(nameOf('people', form));
      }
    },
    forgetCounted: () => {
      active = null;
      grassroots = null;
    },
    noteCounted: (union) => {
      if (active === null || union === null || active.has(union)) return;
      active.add(union);
      grassroots = null;
    },
  };
}
