import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** The pictures of ARCHITECTURE.md: rooms from the top floor to the ground, several on one floor. */
const pictures = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/```floors\n([\s\S]*?)```/g)].map(
  ([, text = '']) =>
    text
      .trim()
      .split('\n')
      .map((floor) => floor.split('|').map((room) => room.trim())),
);

const sources = globSync('src/**/*.{ts,tsx}').map((file) => file.replaceAll(path.sep, '/'));
const IMPORT = /(?:from|import) '(\.{1,2}\/[^']+)'|import\('(\.{1,2}\/[^']+)'\)/g;

/** Files that a file imports, types included, as paths from the root. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, plain, lazy]) =>
    path.posix.normalize(path.posix.join(path.posix.dirname(file), plain ?? lazy ?? '')),
  );

describe.each(pictures.map((floors) => [floors[0]?.[0], floors] as const))('the house below %s', (_, floors) => {
  const rooms = floors.flatMap((names, floor) => names.map((name) => ({ name, floor })));
  const roomOf = (file: string) =>
    rooms.find(({ name }) => file === `src/${name}` || file.startsWith(`src/${name}/`) || file === `src/${name}.ts`);
  const [top = ''] = rooms[0]?.name.split('/') ?? [];

  test('stands on the floors that the picture shows: no import goes up or sideways', () => {
    const wrong = sources.flatMap((file) => {
      const from = roomOf(file);
      return importsOf(file).flatMap((target) => {
        const to = roomOf(target);
        const fits = !from || !to || from.name === to.name || to.floor > from.floor;
        return fits ? [] : [`${file} → ${target}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('has no room that the picture does not show, and shows none that is not there', () => {
    const drawn = new Set(floors.flat().map((name) => name.split('/')[0]));
    const unseen = sources
      .filter((file) => drawn.has(file.split('/')[1]) && top !== '' && /\//.test(file.slice(4)))
      .filter((file) => !roomOf(file))
      .filter((file) => !/\.d\.ts$|^src\/renderer\/(styles\.ts|theme\.tsx)$|^src\/preload\/index\.ts$/.test(file));
    expect(unseen).toEqual([]);
    expect(rooms.filter(({ name }) => !sources.some((file) => roomOf(file)?.name === name))).toEqual([]);
  });
});

test('the picture shows both halves of the house', () => {
  expect(pictures.length).toBe(2);
});

test('core has at most 12 rooms, main at most 20, and no folder of sources more than 30 files', () => {
  const roomsOf = (floor: string) =>
    new Set(sources.filter((file) => file.startsWith(`src/${floor}/`)).map((file) => file.split('/')[2]));
  expect(roomsOf('core').size).toBeLessThanOrEqual(12);
  expect(roomsOf('main').size).toBeLessThanOrEqual(20);
  const folders = new Map<string, number>();
  for (const file of [...sources, ...globSync('test/**/*.ts')]) {
    const folder = path.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  expect([...folders].filter(([, files]) => files > 30)).toEqual([]);
});
