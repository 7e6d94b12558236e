import { type Booth, openBooth } from './booth.ts';
import { letIn, rosterFile } from './roster.ts';

/** Wednesday of the week, 06:31 in Vietnam. */
export const MORNING = '2020-08-19T06:31:00+07:00';
export const GO_TAN_AN = 'CĐCS Công ty TNHH Gỗ Tân An';

/** A booth that counts for two companies of the park. */
export async function atTheGate(now = MORNING): Promise<Booth> {
  const booth = await openBooth({ now, radio: 'none' });
  const { page, press } = booth;
  await press('F3');
  await page.locator('input[type=file]').setInputFiles(rosterFile);
  await letIn(page);
  await booth.chooses('may sao mai', 'CĐCS Công ty cổ phần May Sao Mai');
  await booth.chooses('go tan an', GO_TAN_AN);
  return booth;
}

/** Sets a booth up and the first operator, by keyboard. */
export async function setsTheBoothUp({ page, press, tabTo }: Booth): Promise<void> {
  await press('Shift+F4');
  await tabTo(/^Khai báo bàn/);
  await press('Enter');
  await page.getByLabel('Mã bàn (chữ và số, không khoảng trắng)').focus();
  await page.keyboard.type('B01');
  await press('Tab');
  await page.keyboard.type('Cổng A');
  await press('Tab');
  await page.keyboard.type('KCN Sóng Thần');
  await tabTo(/^Chọn đơn vị phụ trách/);
  await press('Enter');
  await page.keyboard.type('khu cong nghiep');
  await page.getByRole('option', { name: /các khu công nghiệp tỉnh Bình Dương/, selected: true }).waitFor();
  await press('Enter');
  await tabTo(/^Lưu bàn/);
  await press('Enter');
  await page.getByText('Bàn B01: Cổng A').waitFor();
}

/** Counts a number of people as typed, with the key of the outcome. */
export async function countsABatch({ page, press }: Booth, typed: string, key: string): Promise<void> {
  await press('Equal');
  await page.keyboard.type(typed);
  await press('Enter', key, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
