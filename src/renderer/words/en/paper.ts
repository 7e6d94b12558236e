import type { Same } from '../same-keys.ts';
import type * as vi from '../vi/paper.ts';

export const paper: Same<typeof vi.paper> = {
  title: 'Enter a paper sheet',
  lead: 'For sheets filled in by hand while the power or the laptop was down. Each line is saved for the day on the sheet, without an hour.',
  union: 'Union of the workers',
  chooseUnion: 'Choose a union',
  otherUnion: 'Another union',
  day: 'Day on the sheet',
  dayHint: 'Such as 20/8/2020',
  numbers: 'People by outcome',
  withReason: '{{outcome}}, by reason',
  save: 'Save the sheet',
  saveRest: 'Save the lines that are left',
  next: 'Another sheet',
  saved: 'saved',
  unsure: 'may not have been saved',
  saving: 'saving',
  refused: 'not saved',
  total: '{{number}} of this sheet are saved.',
  allSaved: 'The whole sheet is saved: {{number}} people, {{day}}, {{union}}.',
  unsureText: 'The connection broke while a line was being saved: it may not have been written.',
  unsureTodo:
    'Look at the figures of the union, then save the lines that are left. A line that was written is recognised and not counted twice.',
  nothing: 'There is no number on the sheet yet.',
  nothingTodo: 'Enter at least one, then save.',
  back: 'Back to counting',
};
