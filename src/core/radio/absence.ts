/** Why a radio cannot be used: each is a different answer to a person. */
export const absences = [
  'no-adapter',
  'powered-off',
  'no-permission',
  'taken',
  'unsupported',
  'radio-failed',
  'no-radio',
] as const;

export type Absence = (typeof absences)[number];
