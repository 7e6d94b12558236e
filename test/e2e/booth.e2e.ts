import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Booth, openBooth } from './kit/booth.ts';
import { letIn, rosterFile } from './kit/roster.ts';

/** Wednesday of the week, 06:31 in Vietnam. */
const MORNING = '2020-08-19T06:31:00+07:00';
const GO_TAN_AN = 'CĐCS Công ty TNHH Gỗ Tân An';

/** A booth that counts for two companies of the park. */
async function atTheGate(now = MORNING): Promise<Booth> {
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
async function setsTheBoothUp({ page, press, tabTo }: Booth): Promise<void> {
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
  await page.getByRole('option', { name: /các khu công nghiệp tỉnh Bình Dương/ }).waitFor();
  await press('Enter');
  await tabTo(/^Lưu bàn/);
  await press('Enter');
  await page.getByText('Bàn B01: Cổng A').waitFor();
}

/** Counts a number of people as typed, with the key of the outcome. */
async function countsABatch({ page, press }: Booth, typed: string, key: string): Promise<void> {
  await press('Equal');
  await page.keyboard.type(typed);
  await press('Enter', key, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('a number, Enter, the key of the outcome, Enter: a batch is counted once, and single keys go on as before', async () => {
  const booth = await atTheGate();
  const { page, press, shows, complaints } = booth;
  await press('Digit1');
  await shows('Cài mới tại bàn', 1);
  await countsABatch(booth, '25', 'Digit1');
  await page.getByText('Đã ghi: 25 × Cài mới').waitFor();
  await shows('Cài mới tại bàn', 26);
  await press('Digit2');
  await shows('Đã cài trước', 1);
  // The reason comes where the campaign asks for one, and only then the last Enter.
  await press('NumpadEnter');
  await page.keyboard.type('4');
  await press('Enter', 'Digit4', 'Digit1', 'Enter');
  await page.getByText('Đã ghi: 4 × Chưa được').waitFor();
  await shows('Chưa cài được', 4);
  expect(complaints).toEqual([]);
});

test('a batch that no booth can have is refused in words, and nobody is counted', async () => {
  const { page, press, shows } = await atTheGate();
  for (const typed of ['1O', '-1', '1.5', '1000000000', '0', '']) {
    await press('Equal');
    await page.keyboard.type(typed);
    await press('Enter');
    await page.getByText(`“${typed}” không phải là số người. Chưa có gì được ghi.`).waitFor();
    expect(await page.getByRole('dialog').getByRole('group').count(), typed).toBe(0);
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await shows('Cài mới tại bàn', 0);
  await page.getByText('Chưa có lượt nào.').waitFor();
});

test('a large batch is shown as one before Enter, and Escape leaves it uncounted', async () => {
  const { page, press, shows } = await atTheGate();
  await press('Equal');
  await page.keyboard.type('1250');
  await press('Enter', 'Digit2');
  await page.getByText('Lô lớn: 1.250 lượt cùng một kết quả.').waitFor();
  await page.getByRole('button', { name: 'Ghi 1.250 lượt' }).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shows('Đã cài trước', 0);
});

test('people are taken off again only with a reason, and never more than were counted', async () => {
  const booth = await atTheGate();
  const { page, press, shows } = booth;
  await countsABatch(booth, '5', 'Digit1');
  await press('Minus');
  await page.keyboard.type('7');
  await press('Enter', 'Digit1');
  await page.getByLabel('Vì sao trừ? (không ghi tên người)').waitFor();
  await press('Enter');
  await page.getByRole('dialog').getByText('Cần ghi lý do.').waitFor();
  await page.keyboard.type('đếm trùng hai người');
  await press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/^Chỉ có 5 lượt/)
    .waitFor();
  await page.getByRole('button', { name: 'Sửa số' }).click();
  await page.getByLabel('Số người').fill('2');
  await press('Enter', 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shows('Cài mới tại bàn', 3);
  const recent = page.getByRole('region', { name: 'Vừa đếm' });
  await recent.getByText('trừ 2').waitFor();
  await recent.getByText(/đếm trùng hai người/).waitFor();
});

test('the fourth-last of ten lines is taken back by itself, and shows it', async () => {
  const { page, press, shows, tabTo } = await atTheGate();
  const row = ['Digit1', 'Digit2', 'Digit3', 'Digit5', 'Digit0'];
  await press(...row, 'Numpad1', 'Numpad2', 'Numpad3', 'Numpad5', 'Numpad0', 'NumpadAdd');
  await shows('Cài mới tại bàn', 3);
  const lines = page.getByRole('region', { name: 'Vừa đếm' }).getByRole('listitem');
  expect(await lines.count()).toBe(10);
  await tabTo(/^Hoàn tác lượt Kích hoạt lại/);
  await press('Enter');
  await page.getByText('Đã hoàn tác: Kích hoạt lại').waitFor();
  await shows('Hỗ trợ kích hoạt lại', 1);
  expect(await lines.nth(3).textContent()).toContain('đã hoàn tác');
});

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

test('one key attaches the verdict of the last check to the next person, and to nobody else', async () => {
  const { page, press, chooses } = await openBooth({ now: MORNING });
  await chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('NumpadMultiply');
  await page.locator('[data-verdict]').waitFor({ timeout: 60_000 });
  await press('F2');
  await page.getByText(/^Kiểm tra 06:31: /).waitFor();
  await press('Comma', 'Digit1');
  await page.getByText('Đã ghi: Cài mới, kèm kết luận kiểm tra').waitFor();
  const lines = page.getByRole('region', { name: 'Vừa đếm' }).getByRole('listitem');
  expect(await lines.first().textContent()).toMatch(/kiểm tra: /);
  expect(await page.getByText(/^Kiểm tra 06:31/).count()).toBe(0);
  await press('Digit2');
  await page.getByText('Đã ghi: Đã cài', { exact: true }).waitFor();
  expect(await lines.first().textContent()).not.toMatch(/kiểm tra: /);
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

/** The Kit carries the next tally out, and its answer never arrives. */
const losesOneAnswer = (page: Page) =>
  page.route(
    '**/api/tally.add',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );

test('a person whose answer was lost is counted once, though the same attempt is sent again', async () => {
  const { page, press, shows } = await atTheGate();
  await losesOneAnswer(page);
  await press('Digit1');
  await page.getByText('Việc vừa bấm có thể chưa được ghi.', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Gửi lại, không tính hai lần' }).click();
  await page.getByText('Đã ghi: Cài mới').waitFor();
  await shows('Cài mới tại bàn', 1);
  await press('NumpadAdd');
  await shows('Cài mới tại bàn', 2);
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
  await losesOneAnswer(page);
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
