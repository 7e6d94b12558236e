import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rosterFile } from '../../test/e2e/kit/roster.ts';
import { kit } from '../../test/kit/cli.ts';

/** Day and hour, union, outcome, people. */
const week: readonly (readonly [string, string, string, number])[] = [
  ['18T07:10', '0101', 'installed', 61],
  ['18T07:12', '0101', 'already', 84],
  ['18T07:30', '0102', 'installed', 140],
  ['19T06:40', '0101', 'installed', 97],
  ['19T06:41', '0101', 'reactivated', 12],
  ['19T06:55', '0102', 'already', 210],
  ['20T17:05', '0101', 'installed', 58],
  ['20T17:20', '0102', 'installed', 96],
  ['21T06:31', '0102', 'installed', 44],
  ['21T06:35', '0102', 'already', 71],
  ['21T06:40', '0101', 'already', 112],
  ['21T06:44', '0101', 'reached', 21],
  ['21T06:45', '0101', 'declined', 3],
  ['21T06:50', '0101', 'installed', 34],
  ['21T06:52', '0101', 'reactivated', 8],
  ['21T06:55', '0101', 'already', 1],
  ['21T06:56', '0101', 'installed', 1],
];

/** What the first company declared the evening before, and then lowered without a word. */
const declared = ['workers=650', 'smartphones=580', 'installed_before=180', 'installed=250', 'reached=610'];

/** Counts the week from the terminal, each line at its own time. */
export async function fillWeek(data: string): Promise<void> {
  const roster = path.join(data, '..', rosterFile.name);
  writeFileSync(roster, rosterFile.buffer);
  await must('roster', 'import', roster, ...inPractice(data, '2020-08-18T06:00:00+07:00'));
  for (const [at, union, outcome, people] of week) {
    const now = `2020-08-${at}:00+07:00`;
    await must('tally', '--union', union, '--outcome', outcome, '--count', String(people), ...inPractice(data, now));
  }
  await must('figures', '--union', '0101', ...declared, ...inPractice(data, '2020-08-20T16:30:00+07:00'));
  await must('figures', '--union', '0101', 'reached=590', ...inPractice(data, '2020-08-20T17:00:00+07:00'));
  await must('figures', '--union', '0102', 'reached=1100', ...inPractice(data, '2020-08-20T17:10:00+07:00'));
  const paper = ['--union', '0102', '--on', '20/8/2020', '--symbol', '03/BC-CĐCS'];
  await must('report', 'received', ...paper, ...inPractice(data, '2020-08-20T17:30:00+07:00'));
}

const inPractice = (data: string, now: string) => ['--practice', '--data', data, '--now', now];

async function must(...args: string[]): Promise<void> {
  const { code, error } = await kit(...args);
  if (code !== 0) throw new Error(`kit ${args.join(' ')}: ${error}`);
}
