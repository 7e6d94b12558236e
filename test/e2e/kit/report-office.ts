import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { kit } from '../../kit/cli.ts';
import { rosterFile } from './roster.ts';

/** Friday 28/8: the first day of warning, and a day after the deadline of upper unions. */
export const FRIDAY = '2020-08-28T08:00:00+07:00';

/** The folder of an industrial park at the end of the drive: counted people, one report on paper, one number chosen. */
export async function anOffice(): Promise<string> {
  const home = mkdtempSync(path.join(tmpdir(), 'tram-report-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const roster = path.join(home, rosterFile.name);
  writeFileSync(roster, rosterFile.buffer);
  const data = path.join(home, 'tram');
  const does = async (now: string, ...args: string[]): Promise<void> => {
    const { code, error } = await kit(...args, '--data', data, '--now', `2020-08-${now}:00+07:00`);
    if (code !== 0) throw new Error(`kit ${args.join(' ')}: ${error}`);
  };
  // A row of the roster is wrong on purpose, so its import ends with 1.
  await kit('roster', 'import', roster, '--data', data, '--now', '2020-08-18T06:00:00+07:00');
  await does('18T07:00', 'tally', '--union', '0101', '--outcome', 'installed', '--count', '61');
  await does('25T07:00', 'tally', '--union', '0102', '--outcome', 'installed', '--count', '140');
  await does('26T09:00', 'report', 'received', '--union', '0102', '--on', '26/8/2020', '--symbol', '03/BC-CĐCS');
  await does('27T09:00', 'tally', '--union', '0102', '--outcome', 'already', '--count', '5');
  return data;
}
