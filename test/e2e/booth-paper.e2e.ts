import { expect, test } from 'vitest';
import { atTheGate, GO_TAN_AN } from './kit/at-the-gate.ts';

test('a paper sheet of yesterday is saved line by line for its own day, and a refused line can be mended', async () => {
  const { page, press, shows, tabTo } = await atTheGate();
  await press('Shift+F2');
  await tabTo(/^Chọn công đoàn/);
  await press('Enter');
  await page.keyboard.type('may sao mai');
  await page.getByRole('option', { name: /May Sao Mai/ }).waitFor();
  await press('Enter');
  await page.getByLabel('Ngày trên phiếu').focus();
  await page.keyboard.type('18/8/2020');
  await press('Tab');
  await page.keyboard.type('31');
  await press('Tab');
  await page.keyboard.type('1O');
  await press('Tab');
  await page.keyboard.type('0');
  await page.getByLabel('Chưa nhận được mã OTP').focus();
  await page.keyboard.type('2');
  await press('Enter');
  await page.locator('[data-line=saved]').nth(1).waitFor();
  expect(await page.locator('[data-line=saved]').count()).toBe(2);
  const refused = page.locator('[data-line=refused]');
  expect(await refused.textContent()).toMatch(/“?1O”?/);
  await refused.getByRole('textbox').fill('10');
  await press('Enter');
  await page.getByText('Cả phiếu đã ghi: 43 lượt, ngày 18/8/2020, CĐCS Công ty cổ phần May Sao Mai.').waitFor();
  await press('F2');
  // The sheet did not move the booth to its union, and its people are not today's.
  await page.getByRole('heading', { level: 1, name: GO_TAN_AN }).waitFor();
  await shows('Cài mới tại bàn', 0);
  await page
    .getByRole('region', { name: 'Vừa đếm' })
    .getByText(/phiếu giấy ngày 18\/8\/2020/)
    .first()
    .waitFor();
  await press('Period', 'Digit2');
  await page.getByRole('heading', { level: 1, name: /May Sao Mai/ }).waitFor();
  await page.getByRole('region', { name: 'Hôm nay, công đoàn này' }).getByText('43').waitFor();
});

test('a sheet from before the week is counted with a warning that stays until it is read', async () => {
  const { page, press, tabTo } = await atTheGate();
  await press('Shift+F2');
  await tabTo(/^Chọn công đoàn/);
  await press('Enter');
  await page.keyboard.type('go tan an');
  await page.getByRole('option', { name: /Gỗ Tân An/ }).waitFor();
  await press('Enter');
  await page.getByLabel('Ngày trên phiếu').fill('17/8/2020');
  await page.getByLabel('Cài mới tại bàn').fill('3');
  await press('Enter');
  await page.getByText(/^Cả phiếu đã ghi: 3 lượt/).waitFor();
  await press('F2');
  const warning = page.locator('main footer').getByText(/17\/8\/2020|2020-08-17/);
  await warning.waitFor();
  await press('Digit1');
  await page.getByText('Đã ghi: Cài mới').waitFor();
  await warning.waitFor();
  await page.getByRole('button', { name: 'Đã hiểu' }).click();
  await warning.waitFor({ state: 'detached' });
});
