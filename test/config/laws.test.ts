import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

type Case = readonly [what: string, files: Record<string, string>, laws: readonly string[]];

/** Files of one case bear its number, so that all cases can stand in one house: a cruise takes seconds. */
const numbered = (text: string, at: number): string => text.replace(/\/(a|b)(-schema)?\.ts/g, `/$1${at}$2.ts`);

/** Builds a house in which every case stands, and tells for each the names of the laws that the check says it breaks. */
function brokenBy(cases: readonly Case[], house: string): string[][] {
  const write = (name: string, content: string): void => {
    mkdirSync(path.dirname(path.join(house, name)), { recursive: true });
    writeFileSync(path.join(house, name), content);
  };
  cases.forEach(([, files], at) => {
    for (const [name, content] of Object.entries(files)) write(numbered(name, at), numbered(content, at));
  });
  write('src/main/there.ts', 'export const there = true;');
  write('node_modules/zod/package.json', '{"name":"zod","main":"index.js"}');
  write('node_modules/zod/index.js', '');
  const compilerOptions = { module: 'preserve', allowImportingTsExtensions: true, noEmit: true };
  write('src/main/tsconfig.json', JSON.stringify({ compilerOptions }));
  copyFileSync('.dependency-cruiser.cjs', path.join(house, '.dependency-cruiser.cjs'));
  const cruiser = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return cases.map(([, files], at) => {
    const own = new Set(Object.keys(files).map((name) => numbered(name, at)));
    return [...new Set(summary.violations.filter(({ from }) => own.has(from)).map(({ rule }) => rule.name))].sort();
  });
}

const cases: readonly Case[] = [
  ['core that reads a file', { 'src/core/a.ts': "import 'node:fs';" }, ['core-is-pure']],
  [
    'core that knows the Kit',
    { 'src/core/a.ts': "import '../main/b.ts';", 'src/main/b.ts': 'export const b = 1;' },
    ['core-is-pure'],
  ],
  [
    'a screen that reaches into main',
    { 'src/renderer/a.ts': "import '../main/b.ts';", 'src/main/b.ts': 'export const b = 1;' },
    ['renderer-never-main'],
  ],
  [
    'main that reaches into a screen',
    { 'src/main/b.ts': "import '../renderer/a.ts';", 'src/renderer/a.ts': 'export const a = 1;' },
    ['main-never-renderer'],
  ],
  ['a screen that wants Node', { 'src/renderer/a.ts': "import 'node:os';" }, ['renderer-has-no-node']],
  [
    'a host that knows another host',
    { 'src/main/hosts/electron/a.ts': "import '../cli/b.ts';", 'src/main/hosts/cli/b.ts': 'export const b = 1;' },
    ['hosts-do-not-know-each-other'],
  ],
  [
    'two files that need each other',
    {
      'src/core/base/a.ts': "import { b } from './b.ts'; export const a = b;",
      'src/core/base/b.ts': "import { a } from './a.ts'; export const b = a;",
    },
    ['no-circles'],
  ],
  [
    'two files that need each other for a type alone',
    {
      'src/core/base/a.ts': "import type { B } from './b.ts'; export type A = B | 1;",
      'src/core/base/b.ts': "import type { A } from './a.ts'; export type B = A | 2;",
    },
    ['no-circles'],
  ],
  ...Object.entries({
    base: 'roster',
    roster: 'radio',
    radio: 'check',
    count: 'roster',
    check: 'campaign',
    form: 'campaign',
    figures: 'report',
    campaign: 'report',
    report: 'log',
    log: 'report',
    practice: 'report',
  }).map(([room, above]): [string, Record<string, string>, string[]] => [
    `core/${room} that knows core/${above}`,
    { [`src/core/${room}/a.ts`]: `import '../${above}/b.ts';`, [`src/core/${above}/b.ts`]: 'export const b = 1;' },
    [`core-room-${room}`],
  ]),
  [
    'core/log that knows the events of a subject',
    { 'src/core/log/a.ts': "import '../report/events.ts';", 'src/core/report/events.ts': 'export const b = 1;' },
    [],
  ],
  [
    'a ground that knows a feature',
    { 'src/main/store/a.ts': "import '../report/b.ts';", 'src/main/report/b.ts': 'export const b = 1;' },
    ['grounds-know-no-subject'],
  ],
  [
    'a world that knows the Kit',
    { 'src/main/world/a.ts': "import '../kit.ts';", 'src/main/kit.ts': 'export const b = 1;' },
    ['world-knows-grounds-only'],
  ],
  [
    'a feature that knows another',
    { 'src/main/count/a.ts': "import '../roster/b.ts';", 'src/main/roster/b.ts': 'export const b = 1;' },
    ['features-do-not-know-each-other'],
  ],
  [
    'a report that knows the count',
    { 'src/main/report/a.ts': "import '../count/b.ts';", 'src/main/count/b.ts': 'export const b = 1;' },
    ['features-do-not-know-each-other'],
  ],
  [
    'a report that reads figures',
    { 'src/main/report/a.ts': "import '../figures/b.ts';", 'src/main/figures/b.ts': 'export const b = 1;' },
    [],
  ],
  [
    'a feature that knows the Kit',
    { 'src/main/count/a.ts': "import '../kit.ts';", 'src/main/kit.ts': 'export const b = 1;' },
    ['features-do-not-look-up'],
  ],
  [
    'a host that reads a campaign by itself',
    { 'src/main/hosts/cli/a.ts': "import '../../campaign/b.ts';", 'src/main/campaign/b.ts': 'export const b = 1;' },
    ['hosts-carry'],
  ],
  [
    'zod in a file of core not named for it',
    { 'src/core/report/a.ts': "import 'zod';" },
    ['zod-in-the-files-named-for-it'],
  ],
  ['zod in a schema', { 'src/core/radio/a-schema.ts': "import 'zod';" }, []],
  [
    'a screen that shows another',
    { 'src/renderer/report/a.ts': "import '../roster/b.ts';", 'src/renderer/roster/b.ts': 'export const b = 1;' },
    ['screens-do-not-know-each-other'],
  ],
  [
    'a screen that shows figures without being the union’s',
    { 'src/renderer/report/a.ts': "import '../figures/b.ts';", 'src/renderer/figures/b.ts': 'export const b = 1;' },
    ['screens-do-not-know-each-other'],
  ],
  [
    'a union that shows its figures',
    { 'src/renderer/roster/a.ts': "import '../figures/b.ts';", 'src/renderer/figures/b.ts': 'export const b = 1;' },
    [],
  ],
  ['a house in order', { 'src/core/a.ts': 'export const a = 1;', 'src/main/b.ts': "import '../core/a.ts';" }, []],
];

const house = mkdtempSync(path.join(tmpdir(), 'tram-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));
const broken = brokenBy(cases, house);

test.each(cases.map(([what, , laws], at) => [what, at, laws] as const))(
  'the check of the laws names %s',
  (_, at, laws) => {
    expect(broken[at]).toEqual(laws);
  },
);
