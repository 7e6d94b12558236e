import { type Result, runRow, table } from './harness.ts';
import { memoryRow } from './rows/memory.ts';
import { pipelineRow } from './rows/pipeline.ts';
import { reportRows } from './rows/report.ts';
import { scaleRows } from './rows/scale.ts';
import { screenRows } from './rows/screen.ts';
import { tallyRow } from './rows/tally.ts';
import { verdictRows } from './rows/verdict.ts';

const [word = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const strict = process.argv.includes('--strict');

/** What is measured, by the name that picks it: `npm run bench -- verdict`. */
const measures: Readonly<Record<string, () => Result[] | Promise<Result[]>>> = {
  tally: () => {
    const tally = tallyRow();
    const result = runRow(tally.row);
    tally.close();
    return [result];
  },
  screen: screenRows,
  verdict: verdictRows,
  pipeline: () => [runRow(pipelineRow())],
  memory: () => [memoryRow()],
  report: reportRows,
  scale: scaleRows,
};

const results: Result[] = [];
for (const [name, measure] of Object.entries(measures)) if (name.includes(word)) results.push(...(await measure()));
console.log(
  table(
    ['row', 'kit (median)', 'peer (median)', 'ratio', 'target', '', 'also'],
    results.map(({ cells }) => cells),
  ),
);
if (strict && results.some(({ met }) => !met)) process.exitCode = 1;
