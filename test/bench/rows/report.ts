import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';
import type { Result } from '../harness.ts';

const CHILD = path.join(import.meta.dirname, '../report-child.ts');
const ANNEX = 2_000;
const COUNTRY = 126_000;
/** Design §8, in seconds; csv and json have no target of their own. */
const TARGETS = { docx: 2, xlsx: 1, pdf: 5 } as const;
const MEMORY_MB = 300;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

const measure = (child: string, format: string, rows: number, rounds: number): Measured =>
  JSON.parse(execFileSync(process.execPath, [child, format, String(rows), String(rounds)], { encoding: 'utf8' }));

/** The child as a kit would carry it: taking the types out of sources at the start costs memory that no kit spends. */
async function bundled(): Promise<string> {
  const outDir = path.resolve('test-results/bench-report');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: CHILD, outDir, emptyOutDir: true, target: 'node24', minify: false },
  });
  return path.join(outDir, 'report-child.js');
}

const text = ({ seconds, megabytes }: Measured): string => `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`;

/** The report with an annex of 2,000 rows in every format, and how a workbook grows to the size of the country. */
export async function reportRows(): Promise<Result[]> {
  const formats = Object.entries(TARGETS).map(([format, target]): Result => {
    const measured = measure(CHILD, format, ANNEX, 5);
    const met = measured.seconds <= target;
    const cells = [`report ${format}, 2,000 rows`, text(measured), '', '', `≤ ${target} s`, met ? 'met' : 'MISSED', ''];
    return { cells, met };
  });
  const child = await bundled();
  const growth = [20, ANNEX, 20_000, COUNTRY].map((rows) => ({ rows, ...measure(child, 'xlsx', rows, 1) }));
  const [largest] = growth.slice(-1);
  const met = (largest?.megabytes ?? Number.POSITIVE_INFINITY) <= MEMORY_MB;
  const also = growth.map((one) => `${one.rows.toLocaleString('en-US')}: ${text(one)}`).join(' · ');
  const cells = [
    'report xlsx, 126,000 rows',
    largest === undefined ? '' : text(largest),
    '',
    '',
    `≤ ${MEMORY_MB} MB`,
    met ? 'met' : 'MISSED',
    also,
  ];
  return [...formats, { cells, met }];
}
