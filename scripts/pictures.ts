/**
 * Pictures of every screen for the README, taken from the running kit: a made-up industrial park in the practice
 * world on the fourth day of the week, on a laptop of 1366 × 768, with the same clock and the same people every
 * time. `npm run pictures`; with names, only these: `npm run pictures -- check-codes cards`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { visit } from './pictures/camera.ts';
import { ofChecking, withoutBluetooth } from './pictures/of-checking.ts';
import { ofCounting } from './pictures/of-counting.ts';
import { ofReports } from './pictures/of-reports.ts';
import { ofUnions } from './pictures/of-unions.ts';
import { fillWeek } from './pictures/week.ts';

const home = mkdtempSync(path.join(tmpdir(), 'tram-pictures-'));
const data = path.join(home, 'tram-bluezone');
mkdirSync(data);
try {
  await fillWeek(data);
  await visit({ data }, async (page, shoot) => {
    await ofCounting(page, shoot);
    await ofUnions(page, shoot);
    await ofReports(page, shoot);
    await page.keyboard.press('F10');
    await page.getByRole('heading', { name: 'Thư mục dữ liệu' }).waitFor();
    await shoot('settings');
    await ofChecking(page, shoot);
  });
  await visit({ radio: 'none' }, withoutBluetooth);
} finally {
  rmSync(home, { recursive: true, force: true });
}
