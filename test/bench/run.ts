import { runRow, table } from './harness.ts';
import { pipelineRow } from './rows/pipeline.ts';
import { tallyRow } from './rows/tally.ts';

const [word = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const strict = process.argv.includes('--strict');

const tally = tallyRow();
const rows = [tally.row, pipelineRow()].filter(({ name }) => name.includes(word));
const results = rows.map(runRow);
tally.close();

console.log(
  table(
    ['row', 'kit (median)', 'peer (median)', 'ratio', 'target', '', 'also'],
    results.map(({ cells }) => cells),
  ),
);
if (strict && results.some(({ met }) => !met)) process.exitCode = 1;
