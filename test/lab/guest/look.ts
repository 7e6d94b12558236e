/** Searches everything that the day left behind. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Air, Stage } from '../scenario.ts';
import { PLACES, SEARCHED } from './day.ts';
import { Search, spellings } from './leftovers.ts';

export function lookForLeftovers(air: Air): Awaited<ReturnType<Stage['leftovers']>> {
  unpackReports();
  const patterns = spellings(air);
  const search = new Search(patterns);
  // A search that finds nothing proves nothing unless it can find something.
  const [planted] = patterns.slice(-1);
  if (planted === undefined || !search.finds(Buffer.concat([Buffer.alloc(3), planted])))
    throw new Error('the search is blind');
  const found: string[] = [];
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(SEARCHED, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const contents = readFileSync(file);
    files++;
    bytes += contents.length;
    if (search.finds(contents)) found.push(file);
  }
  return { found, files, bytes, sought: patterns.length };
}

/** Documents are compressed; what stands in them is looked at as plain text too. */
function unpackReports(): void {
  for (const name of readdirSync(PLACES.reports)) {
    const into = `${PLACES.reports}/unpacked-${name}`;
    mkdirSync(into);
    execFileSync('unzip', ['-q', '-o', `${PLACES.reports}/${name}`, '-d', into]);
  }
}
