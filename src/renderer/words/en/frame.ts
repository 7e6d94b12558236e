import type { Same } from '../same-keys.ts';
import type * as vi from '../vi/frame.ts';

export const app: Same<typeof vi.app> = {
  name: 'Trạm Bluezone',
  opening: 'Opening…',
  refused: 'Trạm Bluezone could not be opened',
  again: 'Try again',
  practiceBand: 'PRACTICE',
  practiceText: 'Nothing here reaches a real report',
  broken: 'This screen has failed, but everything counted is safe.',
  brokenTodo: 'Go back to counting and carry on. If it fails again, close the program and open it again.',
  cancel: 'Cancel',
};

export const line: Same<typeof vi.line> = {
  lost: {
    what: 'The line to the Trạm Bluezone program is lost.',
    todo: 'Your last action may not have been saved. Wait for the line, then look at the number before you go on.',
  },
  refused: {
    what: 'This page is not allowed to use Trạm Bluezone.',
    todo: 'Open it again with the address that the program shows when it starts.',
  },
  large: {
    what: 'This file is larger than the kit can take.',
    todo: 'Split it into smaller files and import them one by one.',
  },
  unansweredEntries: {
    what: 'Entries without an answer: {{number}}. Practice was not entered.',
    todo: 'Go to counting (F2), press “Send again, counted once”, then enter practice.',
  },
  unansweredLines: {
    what: 'Of {{number}} lines of the paper sheet nobody can say yet whether they were written, so practice was not entered.',
    todo: 'Open the paper sheet (Shift+F2), press “Save the lines that are left”, then enter practice.',
  },
  again: 'Trying again by itself…',
};

export const nav: Same<typeof vi.nav> = {
  label: 'Screens',
  booth: 'Count',
  paper: 'Paper sheet',
  shift: 'Booth, shift',
  check: 'Check',
  audience: 'QR code',
  unions: 'Unions',
  report: 'Report',
  settings: 'Settings',
};
