import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder } from '../kit/folder.ts';

/** A house with one file that breaks a law, and the names of the laws that the check says are broken. */
function broken(files: Record<string, string>): string[] {
  const house = freshFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, name)), { recursive: true });
    writeFileSync(path.join(house, name), content);
  }
  mkdirSync(path.join(house, 'src/main'), { recursive: true });
  writeFileSync(path.join(house, 'src/main/there.ts'), 'export const there = true;');
  writeFileSync(
    path.join(house, 'src/main/tsconfig.json'),
    '{"compilerOptions":{"module":"preserve","allowImportingTsExtensions":true,"noEmit":true}}',
  );
  copyFileSync('.dependency-cruiser.cjs', path.join(house, '.dependency-cruiser.cjs'));
  const cruiser = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    {
      cwd: house,
      encoding: 'utf8',
    },
  );
  const result = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(result.summary.violations.map(({ rule }) => rule.name))].sort();
}

test.each([
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
      'src/core/a.ts': "import { b } from './b.ts'; export const a = b;",
      'src/core/b.ts': "import { a } from './a.ts'; export const b = a;",
    },
    ['no-circles'],
  ],
  ['a house in order', { 'src/core/a.ts': 'export const a = 1;', 'src/main/b.ts': "import '../core/a.ts';" }, []],
])('the check of the laws names %s', (_, files, laws) => {
  expect(broken(files)).toEqual(laws);
});
