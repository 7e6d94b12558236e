import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheGate } from './kit/at-the-gate.ts';

/** The Kit carries the next tallies out, and their answers never arrive. */
const losesAnswers = (page: Page, times = 1) =>
  page.route(
    '**/api/tally.add',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times },
  );

test('a person whose answer was lost is counted once, though the same attempt is sent again', async () => {
  const { page, press, shows } = await atTheGate();
  await losesAnswers(page);
  await press('Digit1');
  await page.getByText('Việc vừa bấm có thể chưa được ghi.', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Gửi lại, không tính hai lần' }).click();
  await page.getByText('Đã ghi: Cài mới').waitFor();
  await shows('Cài mới tại bàn', 1);
  await press('NumpadAdd');
  await shows('Cài mới tại bàn', 2);
});

test('a batch whose answer was lost cannot be changed into another one, and is named until it is counted once', async () => {
  const { page, press, shows } = await atTheGate();
  await losesAnswers(page, 2);
  await press('Equal');
  await page.keyboard.type('20');
  await press('Enter', 'Digit1', 'Enter');
  await page.getByText('Chưa rõ đã ghi hay chưa nên không sửa được', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Sửa số' }).count()).toBe(0);
  const second = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/tally.add'));
  await press('Enter');
  await second;
  await press('Escape');
  await page.getByText(`Còn 1 lần ghi chưa được trả lời: 20 × Cài mới (Gỗ Tân An)`).waitFor();
  await page.getByRole('button', { name: 'Gửi lại, không tính hai lần' }).click();
  await shows('Cài mới tại bàn', 20);
});

test('people whose answer was lost are not left for practice without a word', async () => {
  const { page, press, shows } = await atTheGate();
  await losesAnswers(page, 2);
  await press('Digit1', 'Digit2');
  await page.getByText(/^Còn 2 lần ghi chưa được trả lời: 1 × Cài mới/).waitFor();
  await press('F10');
  await page.getByRole('button', { name: 'Vào luyện tập' }).click();
  await page.getByText('Còn 2 lần ghi chưa được trả lời nên chưa vào luyện tập.').waitFor();
  expect(await page.getByLabel('LUYỆN TẬP').count()).toBe(0);
  await press('F2');
  await page.getByRole('button', { name: 'Gửi lại, không tính hai lần' }).click();
  await shows('Cài mới tại bàn', 1);
  await shows('Đã cài trước', 1);
  await press('F10');
  await page.getByRole('button', { name: 'Vào luyện tập' }).click();
  await page.getByLabel('LUYỆN TẬP').waitFor();
  await press('F2');
  await shows('Cài mới tại bàn', 0);
});

test('a line of a sheet whose answer was lost is said to be unsure, and is not written twice', async () => {
  const { page, press, tabTo } = await atTheGate();
  await press('Shift+F2');
  await tabTo(/^Chọn công đoàn/);
  await press('Enter');
  await page.keyboard.type('go tan an');
  await page.getByRole('option', { name: /Gỗ Tân An/ }).waitFor();
  await press('Enter');
  await page.getByLabel('Ngày trên phiếu').fill('18/8/2020');
  await page.getByLabel('Cài mới tại bàn').fill('31');
  await page.getByLabel('Đã cài trước').fill('4');
  await losesAnswers(page);
  await press('Enter');
  await page.locator('[data-line=unsure]').waitFor();
  await page.getByText(/^Mất liên lạc lúc đang ghi một dòng/).waitFor();
  expect(await page.getByLabel('Cài mới tại bàn').isEditable()).toBe(false);
  expect(await page.locator('[data-line=saved]').count()).toBe(0);
  await tabTo(/^Ghi các dòng còn lại/);
  await press('Enter');
  await page.getByText(/^Cả phiếu đã ghi: 35 lượt/).waitFor();
  await press('F2');
  await page.getByRole('region', { name: 'Hôm nay, công đoàn này' }).getByText('35', { exact: true }).waitFor();
});
