import { expect, test } from 'vitest';
import { atTheGate, countsABatch, GO_TAN_AN, setsTheBoothUp } from './kit/at-the-gate.ts';

test('a day is opened, counted, and closed with a hand count that differs: both numbers stand there with the note', async () => {
  const booth = await atTheGate();
  const { page, press, tabTo, shows } = booth;
  await setsTheBoothUp(booth);
  await page.getByLabel('Mã những người trực hôm nay, cách nhau bằng dấu phẩy').fill('nva, ttb');
  await press('Enter');
  await page.getByText('Đang mở', { exact: true }).waitFor();
  await press('F2');
  await countsABatch(booth, '5', 'Digit1');
  await shows('Cài mới tại bàn', 5);
  await page.getByText('đang mở ngày').waitFor();
  await press('Shift+F4');
  await page.getByRole('button', { name: 'Đúng 5 lượt: chốt ngày' }).waitFor();
  await page.getByLabel('Số đếm tay').fill('6');
  await press('Enter');
  await page.getByText('Số đếm tay (6) khác số của máy (5).').waitFor();
  await page.getByLabel('Lý do lệch (không ghi tên người)').fill('một người đếm trên giấy lúc mất điện');
  await press('Enter');
  await page.getByText('Đã chốt', { exact: true }).waitFor();
  await page.getByText('Máy: 5 · Đếm tay: 6').waitFor();
  await page.getByText('Lý do lệch: một người đếm trên giấy lúc mất điện').waitFor();
  // Closing holds up nobody.
  await press('F2', 'Digit1');
  await shows('Cài mới tại bàn', 6);
  // Opened again, the count that is right is one key.
  await press('Shift+F4');
  await tabTo(/^Mở lại ngày/);
  await press('Enter');
  await page.getByRole('button', { name: 'Đúng 6 lượt: chốt ngày' }).waitFor();
  await press('F2', 'Shift+F4');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Đúng 6 lượt: chốt ngày');
  await press('Enter');
  await page.getByText('Máy: 6 · Đếm tay: 6').waitFor();
});

test('the change of shift takes two keys, and the booth shows who counts and who runs it', async () => {
  const booth = await atTheGate();
  const { page, press } = booth;
  await setsTheBoothUp(booth);
  await page.getByLabel('Mã những người trực hôm nay, cách nhau bằng dấu phẩy').fill('NVA TTB');
  await press('Enter');
  await page.getByText('Đang mở', { exact: true }).waitFor();
  await press('F2', 'Semicolon', 'Digit1');
  await page.getByRole('button', { name: /^Người trực\s*NVA/ }).waitFor();
  await press('Semicolon', 'Digit2');
  await page.getByRole('button', { name: /^Người trực\s*TTB/ }).waitFor();
  await page.getByText('Đơn vị phụ trách bàn: Công đoàn các khu công nghiệp tỉnh Bình Dương').waitFor();
  await page.getByRole('heading', { level: 1, name: GO_TAN_AN }).waitFor();
  // A name is no code.
  await press('Semicolon');
  await page.getByLabel('Mã khác (tối đa 8 ký tự)').fill('Nguyễn Văn A');
  await press('Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await press('Escape');
  await page.getByRole('button', { name: /^Người trực\s*TTB/ }).waitFor();
});

test('the working day of a night shift is set with a sentence that says what it means', async () => {
  const { page, press, shows } = await atTheGate('2020-08-19T02:00:00+07:00');
  await press('Digit1');
  await shows('Cài mới tại bàn', 1);
  await press('F10');
  await page.getByLabel('Giờ bắt đầu ngày làm việc').selectOption('6');
  await page.getByText(/người đếm lúc 05:30 ngày 19\/8 được tính cho ngày 18\/8/).waitFor();
  await press('F2', 'Digit2');
  await shows('Đã cài trước', 1);
  // What was counted before keeps its day: it is no longer of the day that is still going on.
  await shows('Cài mới tại bàn', 0);
});
