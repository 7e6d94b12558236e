import { expect, test } from 'vitest';
import { atTheGate, countsABatch, MORNING } from './kit/at-the-gate.ts';
import { barriers, openBooth } from './kit/booth.ts';

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

test('one key turns the reasons to what puts each of them right, and the digits still count', async () => {
  const { page, press, shows } = await atTheGate();
  await press('Digit4');
  const question = page.getByRole('dialog');
  await question.getByText('Giải thích: quyền vị trí').waitFor();
  await press('ArrowRight');
  await question.getByText('Android: Bấm “Cấp quyền truy cập vị trí”', { exact: false }).waitFor();
  await question.getByText('Hẹn cuối ca.').waitFor();
  expect(await question.getByText('Giải thích: quyền vị trí').count()).toBe(0);
  for (const [width, height] of [
    [1920, 1080],
    [1024, 600],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await barriers(page)).toEqual([]);
  }
  await press('ArrowLeft');
  await question.getByText('Giải thích: quyền vị trí').waitFor();
  await press('ArrowRight', 'Digit1');
  await question.waitFor({ state: 'detached' });
  await shows('Chưa cài được', 1);
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

test('one key attaches the verdict of the last check to the next person, and to nobody else', async () => {
  const { page, press, chooses } = await openBooth({ now: MORNING });
  await chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('NumpadMultiply');
  await page.locator('[data-verdict]').waitFor({ timeout: 300_000 });
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
