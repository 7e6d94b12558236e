import { expect, test } from 'vitest';
import { openBooth } from './kit/booth.ts';
import { rosterFile } from './kit/roster.ts';

const PROVINCE = 'Liên đoàn Lao động tỉnh Bình Dương';
const MORNING = '2020-08-19T06:31:00+07:00';

test('rows that a roster cannot keep are listed with their numbers and what to do, the others are in', async () => {
  const { page, press } = await openBooth({ now: MORNING });
  await press('F3');
  await page.locator('input[type=file]').setInputFiles(rosterFile);
  await page.getByText('Đã nạp danh-sach-kcn.csv').waitFor();
  const rows = await page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: /^[0-9]+$/ }) })
    .allInnerTexts();
  expect(rows.filter((row) => /^(6|7)\b/.test(row))).toHaveLength(2);
  await press('F2', 'Period');
  await page.keyboard.type('sao mai');
  await page.getByRole('option', { name: /May Sao Mai/ }).waitFor();
});

test('a file that is no roster gets a sentence and changes nothing', async () => {
  const { page, press } = await openBooth({ now: MORNING });
  await press('F3');
  await page.locator('input[type=file]').setInputFiles({
    name: 'anh.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  });
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).not.toMatch(/roster-|undefined|Error/);
});

test('a count that no booth can have is refused in words, and the number stays', async () => {
  const { page, press, chooses, shows } = await openBooth({ now: MORNING });
  await chooses('binh duong', PROVINCE);
  await press('Digit1');
  await shows('Cài mới tại bàn', 1);
  for (const count of [-1, 1e9, 1.5, '1O']) {
    const reply = await page.evaluate(async (typed) => {
      const answer = await fetch('./api/tally.add', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ union: 'LDLD74', outcome: 'installed', count: typed }),
      });
      return answer.json();
    }, count);
    expect(reply).toMatchObject({ ok: false, error: { code: 'count-impossible' } });
    expect(reply.error.words.what.vi).not.toBe('');
  }
  await page.reload();
  await shows('Cài mới tại bàn', 1);
});

test('nothing to undo is said in words', async () => {
  const { page, press } = await openBooth({ now: MORNING });
  await press('Backspace');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).not.toContain('nothing-to-undo');
});

test('a key before a union is chosen asks for the union and counts nobody', async () => {
  const { page, press } = await openBooth({ now: MORNING });
  await press('Digit1');
  await page.getByRole('dialog', { name: 'Chọn công đoàn' }).waitFor();
  await press('Escape');
  await page.getByText('Hãy chọn công đoàn trước. Lượt này chưa được đếm.').waitFor();
});

test('a booth without Bluetooth says so plainly, counts by hand and offers practice', async () => {
  const { page, press, chooses, shows } = await openBooth({ now: MORNING, radio: 'none' });
  await chooses('binh duong', PROVINCE);
  await press('F8');
  await page.getByText('Các phím đếm vẫn ghi từng người như thường.').waitFor();
  await page.getByRole('button', { name: 'Vào chế độ luyện tập' }).waitFor();
  await press('F2', 'Digit1');
  await shows('Cài mới tại bàn', 1);
});

test('a host that has gone is told at once; no number changes and no key is taken for counted', async () => {
  const { host, page, press, chooses, shows } = await openBooth({ now: MORNING });
  await chooses('binh duong', PROVINCE);
  await press('Digit1');
  await shows('Cài mới tại bàn', 1);
  await host.kill();
  await page.getByText('Đang tự nối lại…').waitFor();
  await press('Digit2');
  await page.getByText('Việc vừa bấm có thể chưa được ghi.').first().waitFor();
  await shows('Cài mới tại bàn', 1);
  await shows('Đã cài trước', 0);
});
