import type { Same } from '../same.ts';
import type * as vi from '../vi/booth.ts';

export const booth: Same<typeof vi.booth> = {
  nobody: 'No union chosen',
  nobodyText: 'Choose the union of the workers at the table, then press a key for each person.',
  choose: 'Choose a union',
  switch: 'Switch union',
  outcomes: 'What came of each person',
  withReason: 'asks why',
  waiting: 'saving',
  todayUnion: 'Today, this union',
  turns: 'people',
  todayAll: 'Whole booth today',
  campaign: 'This union, whole drive',
  recent: 'Just counted',
  recentNone: 'Nobody yet.',
  undo: 'Undo',
  undoOf: 'Undo {{what}} at {{time}}',
  undone: 'undone',
  many: '× {{number}}',
  ready: 'Ready. One key is one person.',
  counted: 'Saved: {{what}}',
  undidOne: 'Undone: {{what}}',
  switched: 'Now counting for: {{union}}',
  held: 'The key is held down: counted once.',
  bounced: 'Pressed again too quickly: counted once.',
  noUnion: 'Choose a union first. This press was not counted.',
  notSwitched: 'The union could not be switched, so the press after it was not counted.',
  dismiss: 'Got it',
  keys: 'Keys',
  settling: 'The union was just switched: digits right after it are not counted.',
  tellReason: 'with a reason',
  tellReasonOf: '{{outcome}}, with a reason',
  tellReasonKey: 'Hold Shift and press the digit to choose a reason',
};

export const reasons: Same<typeof vi.reasons> = {
  title: 'What stood in the way?',
  titleOf: '{{outcome}}: for what reason?',
  hint: 'Press a digit. Esc to leave without counting.',
};

export const picker: Same<typeof vi.picker> = {
  title: 'Choose a union',
  search: 'Name or code of the union, with or without accents',
  recent: 'Lately counted for',
  hint: 'Press 1–9 to switch at once, or type a name or code to search.',
  hintSearch: 'Type a name or code, use ↑ ↓, then Enter.',
  found: '{{number}} found',
  first: 'The first {{shown}} of {{number}} unions',
  none: 'No union fits “{{text}}”.',
  noneTodo: 'Type fewer letters, or import a list on the Unions screen (F3).',
  current: 'counting now',
  code: 'Code {{code}}',
};

export const radio: Same<typeof vi.radio> = {
  off: 'Bluetooth: not listening yet',
  starting: 'Bluetooth: starting',
  bluetooth: 'Bluetooth: ready',
  practice: 'Practice with make-believe phones',
  absent: 'Bluetooth: not available',
  byHand: 'The counting keys still save each person as usual.',
  toPractice: 'Go to practice mode',
  why: 'Why, and what to do',
  tools: 'Try and calibrate',
  toolsText: 'Listening, the test signal for another laptop, and calibration are on the settings screen.',
  practiceText: 'Practice mode has every screen, with make-believe phones and figures kept apart.',
};
