import type { Page } from 'playwright-core';
import type { Shoot } from './camera.ts';

/** The report screen, part by part. */
export async function ofReports(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.press('F4');
  await page.getByRole('heading', { name: 'Lập báo cáo' }).waitFor();
  await shoot('report');
  await reportParts(page, shoot);
}

/** The report from its checklist to the board: a form that lacks its signer, a page as it prints, a number, who is late. */
async function reportParts(page: Page, shoot: Shoot): Promise<void> {
  const open = (name: string) =>
    page.getByRole('navigation', { name: 'Các phần của báo cáo' }).getByRole('button', { name }).click();
  await open('Rà soát');
  await page.getByText('Chưa có người ký.').waitFor();
  await shoot('report-check');
  await open('Mẫu văn bản');
  await page.getByLabel('Người ký', { exact: true }).fill('Nguyễn Thị Hoa');
  await page.getByLabel('Địa danh', { exact: true }).fill('Bình Dương');
  await page.keyboard.press('Enter');
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();
  await shoot('report-form');
  await page.getByText('Cỡ chữ', { exact: true }).click();
  await page.getByLabel('Trích yếu', { exact: true }).last().scrollIntoViewIfNeeded();
  await shoot('report-form-sizes');
  await open('Xem trước');
  await page.locator('canvas[data-page="1"]').waitFor();
  await shoot('report-preview');
  await open('Ban hành');
  await page.getByLabel('Số văn bản đi').fill('8');
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByText('Đã ban hành').waitFor();
  await shoot('report-issued');
  await page.getByRole('button', { name: 'Chọn đơn vị' }).click();
  await page.keyboard.type('KCN1');
  await page.keyboard.press('Enter');
  await open('Đơn vị trực thuộc');
  await page.getByText('Báo cáo đúng hạn').first().waitFor();
  await shoot('report-board');
}
