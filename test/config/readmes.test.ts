import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const rooms = ['src/core', 'src/main', ...globSync('src/{core,main}/*/').map((room) => room.replaceAll(path.sep, '/'))];

test.each(rooms.map((room) => room.replace(/\/$/, '')))('%s says what lives there and what it may import', (room) => {
  expect(existsSync(`${room}/README.md`)).toBe(true);
  expect(readFileSync(`${room}/README.md`, 'utf8')).toMatch(/^# [\s\S]*^May import: /m);
});
