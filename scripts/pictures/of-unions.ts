import type { Page } from 'playwright-core';
import { rosterFile } from '../../test/e2e/kit/roster.ts';
import type { Shoot } from './camera.ts';

/** The roster with a file that is looked at before it goes in, and one union's page. */
export async function ofUnions(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('F3');
  await page.locator('input[type=file]').setInputFiles(rosterFile);
  await page.getByRole('heading', { name: /^Xem trước/ }).waitFor();
  await shoot('unions');
  await ofUnion(page, shoot);
}

/** The page of one union, part by part. */
async function ofUnion(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('textbox', { name: 'Tìm công đoàn' }).fill('go tan an');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Gỗ Tân An/ }).waitFor();
  await page.getByRole('button', { name: 'Đổi tên' }).waitFor();
  await shoot('union');
  const parts = [
    ['Số đếm', 'union-totals'],
    ['Số tự báo cáo', 'union-declared'],
    ['Tuyên truyền', 'union-outreach'],
    ['Cảnh báo', 'union-findings'],
    ['Lịch sử', 'union-history'],
  ] as const;
  for (const [part, picture] of parts) {
    await page.getByRole('navigation', { name: 'Các phần của đơn vị' }).getByRole('button', { name: part }).click();
    await page.getByRole('table').or(page.locator('[data-finding]')).first().waitFor();
    await shoot(picture);
  }
}
