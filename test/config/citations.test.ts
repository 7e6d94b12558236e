import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const files = globSync(['src/**/*.{ts,tsx,md}', 'test/**/*.{ts,md}', 'scripts/**/*.ts', 'docs/*.md', '*.md'])
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file !== 'test/config/citations.test.ts');

/** Places of `pattern` in the project, as `file:line` with what was matched. */
const places = (pattern: RegExp) =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => [...line.matchAll(pattern)].map((match) => ({ where: `${file}:${at + 1}`, match }))),
  );

test('every section that a comment cites stands under a heading of its document', () => {
  const cited = places(/(docs\/[\w-]+\.md) §(\d+(?:\.\d+)?)/g);
  expect(cited.length).toBeGreaterThan(10);
  const astray = cited.filter(({ match: [, document = '', section = ''] }) => {
    const headings = readFileSync(document, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'));
    return !headings.some((heading) => new RegExp(`^#+ §${section.replace('.', '\\.')}(?![\\d.])`).test(heading));
  });
  expect(astray.map(({ where, match }) => `${where} ${match[0]}`)).toEqual([]);
});

test('every law that a comment cites is one of the nine in ARCHITECTURE.md', () => {
  const laws = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^(\d)\. \*\*/gm)].map(([, number]) => number);
  expect(laws).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  const astray = places(/\blaw (\d+)\b/g).filter(({ match: [, number = ''] }) => !laws.includes(number));
  expect(astray.map(({ where, match }) => `${where} ${match[0]}`)).toEqual([]);
});

test('nothing cites a page that the project does not hold', () => {
  expect(places(/\b(?:design|domain notes|bluezone-ble(?:\.md)?),? §/g).map(({ where }) => where)).toEqual([]);
  const pages = places(/`?((?:docs\/)[\w-]+\.md)`?/g).filter(({ match: [, page = ''] }) => {
    try {
      return readFileSync(page).length === 0;
    } catch {
      return true;
    }
  });
  expect(pages.map(({ where, match }) => `${where} ${match[1]}`)).toEqual([]);
});
