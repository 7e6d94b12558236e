import { verdicts } from '../../../src/core/check/verdict.ts';
import { stories } from './stories.ts';
import { quantile, type Sum, type Sums, whole } from './sums.ts';

const HEAD = ['story', 'scenes', ...verdicts, 'false pass', 'false other', 'median s', 'p99 s', 'max s'];

/** Figures of a soak as a table in Markdown. */
export function tableOf(sums: Sums): string {
  const rows = stories.flatMap((story) => (sums[story] === undefined ? [] : [rowOf(story, sums[story])]));
  const lines = [HEAD, ...rows, rowOf('all', { ...whole(sums), latencies: [] })];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const print = (line: readonly string[]): string =>
    `| ${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [print(HEAD), rule, ...lines.slice(1).map(print)].join('\n');
}

function rowOf(name: string, sum: Sum): string[] {
  const seconds = (share: number): string => quantile(sum.latencies, share)?.toFixed(1) ?? '';
  return [
    name,
    sum.scenes.toLocaleString('en-US'),
    ...verdicts.map((verdict) => sum.verdicts[verdict]?.toLocaleString('en-US') ?? ''),
    String(sum.falsePasses.length),
    String(sum.falseOthers.length),
    seconds(0.5),
    seconds(0.99),
    seconds(1),
  ];
}
