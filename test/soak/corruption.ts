import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type Random, seeded } from '../../src/core/base/random.ts';
import type { EventDraft } from '../../src/core/log/event.ts';
import type { Union } from '../../src/core/roster/union.ts';
import { openStore, type Store } from '../../src/main/store/index.ts';

export interface CorruptionResult {
  readonly cases: number;
  /** Opened with exact totals, with or without a word. */
  readonly exact: number;
  /** Opened with less, and every missing event named. */
  readonly named: number;
  /** Refused in words. */
  readonly refused: number;
  /** Opened with totals that were neither exact nor explained. Must be 0. */
  readonly wrong: number;
  readonly faults: readonly string[];
}

const roster: readonly Union[] = ['TOP', 'P1', 'A', 'B'].map((code, index) => ({
  code,
  name: `Đơn vị ${code}`,
  level: Math.min(index + 1, 4) as Union['level'],
  parent: [null, 'TOP', 'P1', 'P1'][index] ?? null,
  province: null,
  workers: null,
  members: null,
  smartphones: null,
}));
const clock = { wall: () => Date.parse('2020-08-20T10:00:00+07:00') };
const EVENTS = 160;

/** A folder as a kill leaves it: events in the database, more in the write-ahead log, and backups of earlier hours. */
async function boothFolder(random: Random): Promise<{ folder: string; amounts: number[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-corrupt-'));
  let store = mustOpen(folder);
  const amounts: number[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const count = 1 + random.below(5);
    amounts.push(count);
    store.append([tally(n % 3 === 0 ? 'A' : 'B', count)]);
    if (n === 50 || n === 100) await backup(store, folder, n);
    if (n === 120) {
      // The booth closed once and opened again: what came before lies in the database, what follows in its log.
      store.close();
      store = mustOpen(folder);
    }
  }
  // As a kill leaves it: copied away under its hands, never closed.
  const killed = mkdtempSync(path.join(tmpdir(), 'tram-corrupt-'));
  cpSync(folder, killed, { recursive: true });
  store.close();
  rmSync(folder, { recursive: true, force: true });
  return { folder: killed, amounts };
}

const tally = (union: string, count: number): EventDraft => ({
  kind: 'tally',
  union,
  body: { campaign: 'bluezone-2020', outcome: 'installed', reason: null, count, day: '2020-08-20' },
});

async function backup(store: Store, folder: string, n: number): Promise<void> {
  const made = await store.backupTo(
    path.join(folder, 'backups', `tram-2020-08-20-${String(n).padStart(6, '0')}.sqlite`),
  );
  if (!made.ok) throw new Error(made.error.code);
}

function mustOpen(folder: string): Store {
  const opened = openStore(folder, clock, roster);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** One thing that happens to a file on a tired disk. */
function damage(file: string, random: Random): string {
  const content = readFileSync(file);
  if (content.length === 0) return 'nothing';
  const at = random.below(content.length);
  const kinds = ['flip', 'flips', 'zeros', 'noise', 'cut', 'swap'] as const;
  const kind = kinds[random.below(kinds.length)] ?? 'flip';
  switch (kind) {
    case 'flip':
      content[at] = (content[at] ?? 0) ^ (1 << random.below(8));
      break;
    case 'flips':
      for (let n = 0; n < 20; n++) {
        const place = random.below(content.length);
        content[place] = (content[place] ?? 0) ^ (1 << random.below(8));
      }
      break;
    case 'zeros':
      content.fill(0, at, Math.min(content.length, at + 1 + random.below(4_096)));
      break;
    case 'noise':
      for (let n = at; n < Math.min(content.length, at + 1 + random.below(2_048)); n++) content[n] = random.below(256);
      break;
    case 'cut':
      writeFileSync(file, content.subarray(0, at));
      return kind;
    case 'swap': {
      const size = 4_096;
      const pages = Math.floor(content.length / size);
      const [a, b] = [random.below(Math.max(1, pages)) * size, random.below(Math.max(1, pages)) * size];
      const first = Buffer.from(content.subarray(a, a + size));
      content.copy(content, a, b, b + size);
      first.copy(content, b);
      break;
    }
  }
  writeFileSync(file, content);
  return kind;
}

const filesOf = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.key'));

/** Damages database, write-ahead log, head file and backups at random, opens the folder, and judges what is shown. */
export async function corruptOften(cases: number, seed: number): Promise<CorruptionResult> {
  const random = seeded(seed);
  const result = { cases: 0, exact: 0, named: 0, refused: 0, wrong: 0, faults: [] as string[] };
  const { folder: base, amounts } = await boothFolder(random);
  try {
    for (; result.cases < cases; result.cases++) {
      const folder = mkdtempSync(path.join(tmpdir(), 'tram-corrupt-'));
      try {
        cpSync(base, folder, { recursive: true });
        const files = filesOf(folder);
        const hits: string[] = [];
        for (let n = 0; n <= random.below(3); n++) {
          const file = files[random.below(files.length)] ?? '';
          if (existsSync(file)) hits.push(`${damage(file, random)} in ${path.relative(folder, file)}`);
        }
        const verdict = judge(folder, amounts);
        if (verdict === 'exact' || verdict === 'named' || verdict === 'refused') result[verdict]++;
        else {
          result.wrong++;
          result.faults.push(`case ${result.cases}: ${hits.join(', ')}: ${verdict}`);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return result;
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function judge(folder: string, amounts: readonly number[]): 'exact' | 'named' | 'refused' | string {
  let store: Store;
  try {
    const opened = openStore(folder, clock, roster);
    if (!opened.ok) return 'refused';
    store = opened.value;
  } catch (error) {
    return `threw ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`;
  }
  try {
    const all = amounts.reduce((sum, amount) => sum + amount, 0);
    const shown = store.totals.of('TOP').reduce((sum, { tree }) => sum + tree, 0);
    if (!store.verify().ok) return `shows totals that do not verify (${shown} of ${all})`;
    if (shown === all) return 'exact';
    if (store.recovery === null || store.recovery === 'rebuilt') return `shows ${shown} of ${all} without a word`;
    const from = Math.min(...store.recovery.gaps.map((gap) => gap.from));
    const to = Math.max(...store.recovery.gaps.map((gap) => gap.to ?? amounts.length));
    const missing = amounts.slice(from - 1, to).reduce((sum, amount) => sum + amount, 0);
    return shown + missing === all ? 'named' : `shows ${shown} of ${all}; the gaps named hold ${missing}`;
  } catch (error) {
    if (error instanceof Database.SqliteError) return `opened, then ${error.code}`;
    throw error;
  } finally {
    store.close();
  }
}
