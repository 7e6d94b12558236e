import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing; one that stands stays as it is. Throws what the system says
 * where that cannot be. Step by step, since Node's own `recursive` never ends below a folder that takes none and calls
 * the new one missing, as /proc does.
 */
export function makeFolder(folder: string): void {
  const whole = path.resolve(folder);
  try {
    mkdirSync(whole);
  } catch (error) {
    if (isFolder(whole)) return;
    const above = path.dirname(whole);
    if (codeOf(error) !== 'ENOENT' || above === whole || existsSync(above)) throw error;
    makeFolder(above);
    makeFolder(whole);
  }
}

const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException | null)?.code;
