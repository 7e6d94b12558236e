import type { Same } from '../same-keys.ts';
import type { settings as vi } from '../vi/settings.ts';

export const settings: Same<typeof vi> = {
  title: 'Settings',
  language: 'Language',
  vi: 'Tiếng Việt',
  en: 'English',
  world: 'Mode',
  real: 'Real work',
  practice: 'Practice',
  worldText: 'Practice has a data folder of its own and make-believe phones. Real figures are not touched.',
  toReal: 'Back to real work',
  toPractice: 'Go to practice',
  worldNow: 'Now in: {{world}}',
  folder: 'Data folder',
  folderText: 'Every count is in this folder. Please do not change or move the files in it.',
  copy: 'Copy the path',
  copied: 'Copied',
  log: 'The log',
  logText: 'Reads the whole log again and compares it with every number shown.',
  verify: 'Verify the log',
  verifying: 'Verifying…',
  verified: 'The log is whole. Events: {{events}}, machines: {{machines}}, every number agrees.',
  faults:
    'Something in the log does not agree. Make no report, keep the data folder as it is, and call the person in charge.',
  backups: 'Backups',
  backupsText:
    'The kit backs up when it opens, when it closes, and every hour. A second place on another disk is wise.',
  backupPlace: 'Second place for backups (path of a folder; empty for none)',
  backupNow: 'Keep this place and back up now',
  backedUp: '{{events}} events were backed up and checked.',
  keeps: 'What does the kit keep?',
  keepsText:
    'Outcome, reason, union, time, and the verdict of a check. No name, no phone number, no location, and no trace of a phone.',
  about: 'About',
  version: 'Version',
  machine: 'Machine',
  radio: 'Bluetooth',
  support: 'Bluezone support',
};
