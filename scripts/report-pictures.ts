// Pages of a report for the docs, as they print: a federation's report as it is issued, its widest annex, a draft.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePdf } from '../src/main/reports/pdf.ts';
import { modelOf, type Scene } from '../test/reports/scenes.ts';

const OUT = path.join(import.meta.dirname, '../docs/pictures');
const PAGES: readonly (readonly [scene: Scene, page: number, name: string])[] = [
  ['lien-doan', 1, 'report-page-1'],
  ['lien-doan', 2, 'report-page-2'],
  ['lien-doan', 3, 'report-annex'],
  ['du-thao', 1, 'report-draft'],
];

const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
for (const [scene, page, name] of PAGES) {
  const pdf = path.join(folder, `${scene}.pdf`);
  writeFileSync(pdf, await writePdf(modelOf(scene)));
  const from = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', '72', '-gray', '-png', ...from, pdf, path.join(OUT, name)]);
}
rmSync(folder, { recursive: true, force: true });
