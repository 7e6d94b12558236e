// Pages of reports for the docs, as they print: a federation's report as it is issued, its widest annex, a draft; and
// the report that the demo's federation of 30 upper unions and 2,000 grassroots unions comes to.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePdf } from '../src/main/documents/pdf/document.ts';
import { kitJson } from '../test/kit/cli.ts';
import { modelOf, type Scene } from '../test/main/documents/scenes.ts';

const OUT = path.join(import.meta.dirname, '../docs/pictures');
const PAGES: readonly (readonly [scene: Scene, page: number, name: string])[] = [
  ['lien-doan', 1, 'report-page-1'],
  ['lien-doan', 2, 'report-page-2'],
  ['lien-doan', 3, 'report-annex'],
  ['du-thao', 1, 'report-draft'],
];
/** Text, signature, annex I with its sum on the second page, the beginning of annex II. */
const FEDERATION_PAGES = [1, 2, 3, 4, 5];

const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
const picture = (pdf: string, page: number, name: string): void => {
  const from = ['-f', String(page), '-l', String(page), '-singlefile'];
  execFileSync('pdftoppm', ['-r', '72', '-gray', '-png', ...from, pdf, path.join(OUT, name)]);
};

for (const [scene, page, name] of PAGES) {
  const pdf = path.join(folder, `${scene}.pdf`);
  writeFileSync(pdf, await writePdf(modelOf(scene)));
  picture(pdf, page, name);
}

const data = ['--data', path.join(folder, 'data'), '--now', '2020-08-28T17:00:00+07:00'];
await kitJson('demo', '--unions', '2000', '--events', '20000', '--seed', '74', ...data);
const out = ['--formats', 'pdf', '--out', path.join(folder, 'out')];
const made = await kitJson<{ files: { path: string }[] }>('report', '--union', 'LDLD74', ...out, ...data);
for (const page of FEDERATION_PAGES) picture(made.files[0]?.path ?? '', page, `federation-${page}`);
rmSync(folder, { recursive: true, force: true });
