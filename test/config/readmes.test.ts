import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const sources = globSync('src/{core,main}/*/**/*.ts').map((file) => file.split(path.sep));
const rooms = ['src/core', 'src/main', ...new Set(sources.map((parts) => parts.slice(0, 3).join('/')))];

test.each(rooms)('%s says what lives there and what it may import', (room) => {
  expect(existsSync(`${room}/README.md`)).toBe(true);
  expect(readFileSync(`${room}/README.md`, 'utf8')).toMatch(/^# [\s\S]*^May import: /m);
});
