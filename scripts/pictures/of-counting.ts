import type { Page } from 'playwright-core';
import type { Shoot } from './camera.ts';

/** Counting at the booth, from its day's opening to the screen that the queue looks at. */
export async function ofCounting(page: Page, shoot: Shoot): Promise<void> {
  await opensTheDay(page);
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await choose(page, 'sao mai', /May Sao Mai/);
  await choose(page, 'go tan an', /Gỗ Tân An/);
  await page.getByRole('button', { name: /^Cài mới tại bàn 35/ }).waitFor();
  await shoot('booth');
  await page.keyboard.press('Digit4');
  await page.getByRole('dialog').waitFor();
  await shoot('reasons');
  await page.keyboard.press('ArrowRight');
  await shoot('reasons-cards');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Period');
  await page.getByRole('option').first().waitFor();
  await shoot('switch');
  await page.keyboard.press('Escape');
  await boothShots(page, shoot);
  await page.keyboard.press('F9');
  await page.getByRole('img', { name: /bluezone/ }).waitFor();
  await shoot('audience');
}

/** A booth at the gate, two operators, and a day that was opened in the morning. */
const opensTheDay = (page: Page) =>
  page.evaluate(async () => {
    const ask = (name: string, body: object) =>
      fetch(`./api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await ask('booth.set', { code: 'B01', name: 'Cổng A', place: 'KCN Sóng Thần 1', union: 'KCN1' });
    await ask('settings.set', { booth: 'B01', operator: 'NVA' });
    await ask('shift.open', { operators: ['NVA', 'TTB'] });
  });

/** What a booth does beside one key for one person. Nothing here is written: the numbers of the other pictures stay. */
async function boothShots(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('Equal');
  await page.keyboard.type('125');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Digit2');
  await page.getByRole('button', { name: 'Ghi 125 lượt' }).waitFor();
  await shoot('batch');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Minus');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Digit1');
  await page.keyboard.type('đếm trùng hai người');
  await shoot('minus');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F2');
  await page.getByLabel('Ngày trên phiếu').fill('20/8/2020');
  await page.getByLabel('Cài mới tại bàn').fill('31');
  await shoot('paper');
  await page.keyboard.press('Shift+F4');
  await page.getByRole('button', { name: /^Đúng .* chốt ngày/ }).waitFor();
  await shoot('shift');
  await page.keyboard.press('F2');
}

async function choose(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.keyboard.press('F2');
  await page.keyboard.press('Period');
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
