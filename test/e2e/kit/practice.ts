import type { Page } from 'playwright-core';
import { type Visit, visits } from '../../../src/core/practice/visits.ts';
import type { Booth } from './booth.ts';

/** People of the practice room who may come before one whose phone is not heard within four seconds. */
const QUEUE = 8;

/** Checks one person after another until a check is still listening after four seconds. */
export async function listensForAWhile(page: Page): Promise<void> {
  for (let person = 0; person < QUEUE; person++) {
    await page.keyboard.press('NumpadMultiply');
    await page.getByRole('progressbar').waitFor();
    const verdict = page.locator('[data-verdict]').waitFor({ timeout: 4_000 });
    const heard = await verdict.then(
      () => true,
      () => false,
    );
    if (!heard) return;
  }
  throw new Error('every phone of the practice room was heard at once');
}

/** Chooses by keyboard who comes to the practice booth from now on; the check screen is left at rest. */
export async function expects({ page, press, tabTo }: Booth, visit: Visit): Promise<void> {
  await press('F2');
  await tabTo(/^Kiểm tra/);
  await press('Enter');
  const list = page.getByLabel('Máy đến bàn (luyện tập)');
  await list.waitFor();
  for (let step = 0; step < 40; step++) {
    await press('Tab');
    if (await list.evaluate((element) => element === document.activeElement)) break;
  }
  await press('Home', ...visits.slice(0, visits.indexOf(visit) + 1).map(() => 'ArrowDown'));
  await page.locator(`select:has(option[value="${visit}"]:checked)`).waitFor();
  await page.evaluate(() => document.querySelector('main')?.focus());
}
