import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../test/e2e/kit/browser.ts';
import { type HostOptions, openHost } from '../../test/e2e/kit/host.ts';

const OUT = path.resolve('docs/pictures');
const NOW = '2020-08-21T06:58:00+07:00';
const wanted = process.argv.slice(2);
const LAPTOP = { width: 1366, height: 768 };

/** Takes a picture of the page as it stands, if that one is wanted. */
export type Shoot = (name: string) => Promise<void>;

/** Opens the screens on a host, and hands over the page and a camera. */
export async function visit(options: HostOptions, tour: (page: Page, shoot: Shoot) => Promise<void>) {
  mkdirSync(OUT, { recursive: true });
  const host = await openHost({ ...options, now: NOW });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: LAPTOP, reducedMotion: 'reduce' });
    await page.goto(host.url);
    await page.getByRole('navigation').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await tour(page, async (name) => {
      if (wanted.length > 0 && !wanted.includes(name)) return;
      // A pointer that rests on a control would colour it.
      await page.mouse.move(0, 0);
      await page.screenshot({ path: path.join(OUT, `${name}.png`) });
      process.stdout.write(`docs/pictures/${name}.png\n`);
    });
  } finally {
    await browser.close();
    await host.close();
  }
}
