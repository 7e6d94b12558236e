import { audience } from './vi/audience.ts';
import { booth, picker, radio, reasons } from './vi/booth.ts';
import { check } from './vi/check.ts';
import { figures } from './vi/figures.ts';
import { app, line, nav } from './vi/frame.ts';
import { report } from './vi/report.ts';
import { settings } from './vi/settings.ts';
import { unions } from './vi/unions.ts';

/** Every text of the screens in Vietnamese, the first language: one file a screen. `en/` has the same keys by type. */
export const vi = { app, line, nav, booth, reasons, picker, radio, check, audience, unions, figures, report, settings };
