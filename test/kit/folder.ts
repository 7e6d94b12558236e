import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A data folder of its own for one test, gone afterwards. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
