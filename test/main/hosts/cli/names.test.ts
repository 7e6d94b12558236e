import { expect, test } from 'vitest';
import { failureCodes } from '../../../../src/core/base/result.ts';
import { catalogue } from '../../../../src/core/log/event.ts';
import { logTables } from '../../../../src/core/log/tables.ts';
import { kit, kitJson } from '../../../kit/cli.ts';
import { freshFolder } from '../../../kit/folder.ts';

/** Old logs and scripts hold these names: others may be added, none may go. */
const KINDS = ['accepted', 'booth', 'check', 'chosen', 'declared', 'due', 'form', 'issued', 'minus', 'moved'].concat([
  ...['received', 'shift', 'tally', 'undo', 'union'],
]);
const TABLES = ['accepted', 'attached', 'booth', 'cancelled', 'chosen', 'declared', 'due', 'form', 'issued'].concat([
  ...['moved', 'received', 'shift'],
]);
const COMMANDS = ['serve', 'roster', 'tally', 'undo', 'check', 'scan', 'beacon', 'figures', 'status', 'report'].concat([
  ...['backup', 'restore', 'verify', 'doctor', 'demo'],
]);
const CODES = `
  bad-input unknown-request union-unknown union-closed outcome-unknown reason-unknown reason-missing
  count-impossible nothing-to-undo undo-below-zero day-impossible day-future day-too-early why-missing
  minus-too-much check-unknown check-attached text-broken figure-unknown figure-impossible
  part-above-whole form-unknown warning-gone operator-bad booth-bad booth-unknown shift-open
  shift-closed shift-not-open shift-note-missing roster-missing roster-unreadable roster-encoding
  roster-columns roster-empty roster-too-large roster-changed roster-preview-gone row-rejected
  campaign-invalid data-read-only data-no-folder data-full data-full-open data-newer data-foreign
  data-in-use data-damaged data-io data-doubtful backup-unproven backup-missing backup-forked
  demo-real-data radio-none radio-absent check-running check-stopped code-unknown phone-none
  phone-unread beacon-unsupported practice-only calibration-no-phone calibration-no-strength
  calibration-two-phones calibration-not-away calibration-crowd-near report-folder report-format
  world-left report-future report-number-missing report-number-bad report-number-taken
  report-date-missing report-date-bad report-signer-missing report-place-missing report-blocked
  report-replaces-missing report-replaced report-unknown report-damaged report-step-order
  report-day-bad form-part-unknown form-word-unknown form-measure-bad form-list-long form-file-taken
  report-incomplete report-sums template-invalid template-unreadable file-unknown port-taken
  unexpected
`
  .trim()
  .split(/\s+/);

test('a log of yesterday holds no kind that the catalogue has forgotten', () => {
  expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(KINDS));
  expect(Object.keys(logTables)).toEqual(expect.arrayContaining(TABLES));
});

test('a script of yesterday meets every code of a failure that it knew', () => {
  expect(failureCodes).toEqual(expect.arrayContaining(CODES));
});

test('a script of yesterday finds every command', async () => {
  const { out } = await kit('--help');
  for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
});

test('a script of yesterday reads the shapes that it knew', async () => {
  const data = ['--data', freshFolder()];
  const json = (...args: string[]) => kitJson(...args, ...data);
  const event = { machine: expect.any(String), seq: expect.any(Number) };
  expect(await json('tally', '--union', 'TLD', '--outcome', 'installed')).toMatchObject({ events: [event] });
  expect(await json('undo')).toMatchObject({ events: [event] });
  expect(await json('status', '--union', 'TLD')).toMatchObject({
    union: 'TLD',
    counted: { installed: 0, already: 0 },
    declared: {},
    deadline: { dueBefore: '2020-08-31' },
    notReported: expect.any(Array),
  });
  expect(await json('verify')).toMatchObject({ ok: true, events: 2, machines: 1 });
  const { error, code } = await kit('tally', '--union', 'NOWHERE', '--outcome', 'installed', '--json', ...data);
  expect([JSON.parse(error), code]).toMatchObject([{ code: 'union-unknown', message: expect.any(String) }, 1]);
});
