/**
 * Opens the address that `npm start` printed in a real browser, brings a roster in if there is none, counts one person
 * with one key, and waits until the screen shows as many as expected. `count-one.ts URL EXPECTED [--roster]`; the
 * address lets one browser in.
 */
import { chromium } from 'playwright-core';
import { findBrowser } from '../src/main/hosts/browser/window.ts';
import { letIn, rosterFile } from '../test/e2e/kit/roster.ts';

const [url = '', expected] = process.argv.slice(2);
const executablePath = findBrowser();
if (executablePath === null) throw new Error('no Chromium, Chrome or Edge');
// The witness gives its own sandbox up, since containers refuse it; the kit is not asked about that here.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const page = await browser.newPage({ locale: 'vi-VN' });
const complaints: string[] = [];
page.on('pageerror', (error) => complaints.push(error.message));
await page.goto(url);
await page.getByRole('navigation').waitFor();

/** Waits until the key of that outcome shows so many. */
const shows = (number: number): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^Cài mới tại bàn ${number}(?!\\d)`) }).waitFor();

if (process.argv.includes('--roster')) {
  page.once('filechooser', (chooser) => void chooser.setFiles(rosterFile));
  await page.keyboard.press('F3');
  await page.getByRole('button', { name: /^Chọn tệp Excel hoặc CSV/ }).click();
  await letIn(page);
}
await page.keyboard.press('F2');
await page.keyboard.press('Period');
await page.keyboard.type('go tan an');
await page.keyboard.press('Enter');
await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty TNHH Gỗ Tân An' }).waitFor();
await shows(Number(expected) - 1);
await page.keyboard.press('Digit1');
await shows(Number(expected));
if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`);
await browser.close();
