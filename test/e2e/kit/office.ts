import type { Locator, Page } from 'playwright-core';
import { type Booth, openBooth } from './booth.ts';
import { letIn, rosterFile } from './roster.ts';

export const MORNING = '2020-08-19T06:31:00+07:00';
export const TAN_AN = 'CĐCS Công ty TNHH Gỗ Tân An';

export const parts = (page: Page) => page.getByRole('navigation', { name: 'Các phần của đơn vị' });
export const part = (page: Page, name: string) => parts(page).getByRole('button', { name }).click();

/** An office with the made-up industrial park in its list. */
export async function anOffice(now = MORNING): Promise<Booth> {
  const booth = await openBooth({ now });
  await booth.press('F3');
  await booth.page.locator('input[type=file]').setInputFiles(rosterFile);
  await letIn(booth.page);
  return booth;
}

/** A file that was saved at a moment of its own is picked. */
export async function picks(page: Page, name: string, text: string, savedAt: string): Promise<void> {
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await page.evaluate(
    ([fileName, content, saved]) => {
      const field = document.querySelector<HTMLInputElement>('input[type=file]');
      if (field === null) throw new Error('no field for a file');
      const picked = new DataTransfer();
      picked.items.add(new File([content], fileName, { type: 'text/csv', lastModified: Date.parse(saved) }));
      field.files = picked.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [name, text, savedAt] as const,
  );
}

/** Opens the page of a union from the list by keyboard: search, Enter. */
export async function opens({ page, press }: Booth, typed: string, name: string): Promise<void> {
  await press('F3');
  if ((await parts(page).count()) > 0) await press('F3');
  await page.getByRole('textbox', { name: 'Tìm công đoàn' }).fill(typed);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Asks the kit as another window of the same kit does. */
export const asks = (page: Page, name: string, input: object): Promise<void> =>
  page.evaluate(
    async ([request, body]) => {
      const answer = await fetch(`./api/${request}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const reply = (await answer.json()) as { ok: boolean };
      if (!reply.ok) throw new Error(`${request}: ${JSON.stringify(reply)}`);
    },
    [name, input] as const,
  );

export async function reloads(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('navigation').waitFor();
}

export const row = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
