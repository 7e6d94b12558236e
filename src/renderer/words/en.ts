import { audience } from './en/audience.ts';
import { check } from './en/check.ts';
import { batch, booth, operators, picker, radio, reasons } from './en/count.ts';
import { figures } from './en/figures.ts';
import { app, line, nav } from './en/frame.ts';
import { paper } from './en/paper.ts';
import { tools } from './en/radio.ts';
import { report } from './en/report.ts';
import { unions } from './en/roster.ts';
import { settings } from './en/settings.ts';
import { shift } from './en/shift.ts';
import type { Same } from './same-keys.ts';
import type { vi } from './vi.ts';

/** Every text of the screens in English. A key that Vietnamese does not have, or has and this lacks, does not compile. */
export const en: Same<typeof vi> = {
  app,
  line,
  nav,
  booth,
  batch,
  operators,
  paper,
  shift,
  reasons,
  picker,
  radio,
  tools,
  check,
  audience,
  unions,
  figures,
  report,
  settings,
};
