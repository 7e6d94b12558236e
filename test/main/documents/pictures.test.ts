import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../../src/main/documents/docx/document.ts';
import { writePdf } from '../../../src/main/documents/pdf/document.ts';
import { writeXlsx } from '../../../src/main/documents/xlsx/workbook.ts';
import { convert } from '../../kit/office.ts';
import { beside, changed, decode, encode, fromPgm, type Picture } from '../../kit/png.ts';
import { readersHere } from '../../kit/tools.ts';
import { modelOf, type Scene } from './scenes.ts';

const run = promisify(execFile);
const APPROVED = path.join(import.meta.dirname, 'approved');
const RESULTS = path.join(import.meta.dirname, '../../../test-results/pages');
/** Set to take the pages of this machine as the approved ones, after having looked at them. */
const APPROVING = process.env.KIT_APPROVE !== undefined;
/** Small enough for a repository, large enough to see a line move. */
const DPI = 40;
/** Another version of LibreOffice or its letters may change so much of a page, and no more. */
const TOLERANCE = 0.012;

/** Pages that were looked at: from the first of a document, as many as told. */
const PAGES: readonly (readonly [scene: Scene, writer: keyof typeof writers, pages: number])[] = [
  ['lien-doan', 'docx', 5],
  ['lien-doan', 'pdf', 5],
  ['lien-doan', 'xlsx', 3],
  ['du-hai-nguon', 'docx', 6],
  ['du-hai-nguon', 'pdf', 8],
  ['du-thao', 'docx', 1],
  ['du-thao', 'pdf', 1],
  ['luyen-tap', 'pdf', 1],
  ['mot-don-vi', 'docx', 2],
  ['mot-don-vi', 'pdf', 2],
  ['chua-co-gi', 'docx', 2],
  ['chua-co-gi', 'pdf', 2],
  ['ten-kho', 'docx', 5],
  ['ten-kho', 'pdf', 5],
  ['ca-nuoc', 'pdf', 6],
];

const writers = { docx: writeDocx, pdf: writePdf, xlsx: writeXlsx };

let folder: string;
beforeAll(async () => {
  if (!readersHere) return;
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  const office: string[] = [];
  for (const [scene, writer] of PAGES) {
    const file = path.join(folder, `${scene}.${writer}`);
    await writeFile(file, await writers[writer](modelOf(scene)));
    if (writer !== 'pdf') office.push(file);
  }
  for (const kind of ['docx', 'xlsx']) {
    const files = office.filter((file) => file.endsWith(kind));
    await convert(files, 'pdf', path.join(folder, kind));
  }
});
afterAll(() => readersHere && rm(folder, { recursive: true, force: true }));

async function pagesOf(scene: Scene, writer: keyof typeof writers, last: number): Promise<Picture[]> {
  const pdf = writer === 'pdf' ? path.join(folder, `${scene}.pdf`) : path.join(folder, writer, `${scene}.pdf`);
  const out = path.join(folder, `${scene}-${writer}`);
  await mkdir(out, { recursive: true });
  await run('pdftoppm', ['-r', String(DPI), '-gray', '-l', String(last), pdf, path.join(out, 'page')]);
  const names = (await readdir(out)).sort();
  return Promise.all(names.map(async (name) => fromPgm(await readFile(path.join(out, name)))));
}

describe.runIf(readersHere)('the pages of a report', () => {
  test.each(PAGES)('look as they did when somebody looked at them: %s as %s', async (scene, writer, last) => {
    const pages = await pagesOf(scene, writer, last);
    expect(pages).toHaveLength(last);
    const far: string[] = [];
    for (const [at, page] of pages.entries()) {
      const name = `${scene}-${writer}-${at + 1}.png`;
      const approved = path.join(APPROVED, name);
      if (APPROVING) {
        await mkdir(APPROVED, { recursive: true });
        await writeFile(approved, encode(page));
      }
      if (!existsSync(approved))
        throw new Error(`nobody has approved ${name}: look at it, then run with KIT_APPROVE=1`);
      const [before, now] = [decode(await readFile(approved)), page];
      const share = changed(before, now);
      if (share <= TOLERANCE) continue;
      await mkdir(RESULTS, { recursive: true });
      await writeFile(path.join(RESULTS, name), encode(beside(before, now)));
      far.push(`${name}: ${(share * 100).toFixed(1)} % changed, see test-results/pages`);
    }
    expect(far).toEqual([]);
  });

  test('differ from each other by more than is forgiven', async () => {
    const [first, second] = await pagesOf('lien-doan', 'pdf', 2);
    if (first === undefined || second === undefined) throw new Error('no pages');
    expect(changed(first, second)).toBeGreaterThan(5 * TOLERANCE);
  });
});
