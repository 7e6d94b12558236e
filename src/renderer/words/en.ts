import { audience } from './en/audience.ts';
import { booth, picker, radio, reasons } from './en/booth.ts';
import { check } from './en/check.ts';
import { figures } from './en/figures.ts';
import { app, line, nav } from './en/frame.ts';
import { report } from './en/report.ts';
import { settings } from './en/settings.ts';
import { unions } from './en/unions.ts';
import type { Same } from './same.ts';
import type { vi } from './vi.ts';

/** Every text of the screens in English. A key that Vietnamese does not have, or has and this lacks, does not compile. */
export const en: Same<typeof vi> = {
  app,
  line,
  nav,
  booth,
  reasons,
  picker,
  radio,
  check,
  audience,
  unions,
  figures,
  report,
  settings,
};
