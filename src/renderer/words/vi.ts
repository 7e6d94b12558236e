import { audience } from './vi/audience.ts';
import { check } from './vi/check.ts';
import { batch, booth, operators, picker, radio, reasons } from './vi/count.ts';
import { figures } from './vi/figures.ts';
import { app, line, nav } from './vi/frame.ts';
import { paper } from './vi/paper.ts';
import { tools } from './vi/radio.ts';
import { report } from './vi/report.ts';
import { unions } from './vi/roster.ts';
import { settings } from './vi/settings.ts';
import { shift } from './vi/shift.ts';

/** Every text of the screens in Vietnamese, the first language: one file a screen. `en/` has the same keys by type. */
export const vi = {
  app,
  line,
  nav,
  booth,
  batch,
  operators,
  reasons,
  picker,
  radio,
  tools,
  paper,
  shift,
  check,
  audience,
  unions,
  figures,
  report,
  settings,
};
