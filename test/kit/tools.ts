import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Debian's own Python, which finds Debian's readers of Office files; elsewhere the one on the path. */
export const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const onPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));

/**
 * Whether this machine has readers of documents that nobody here wrote: LibreOffice, poppler, python-docx and
 * openpyxl (`.ci/run` lists Debian's packages). Where they are missing, what needs them is left out; in CI it runs
 * and fails instead.
 */
export const readersHere: boolean =
  process.env.CI !== undefined ||
  (['soffice', 'pdftotext', 'pdffonts', 'pdftoppm'].every(onPath) &&
    spawnSync(PYTHON, ['-c', 'import docx, openpyxl']).status === 0);
