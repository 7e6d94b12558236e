import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBooth } from './kit/booth.ts';
import { letIn, rosterFile } from './kit/roster.ts';

const PROVINCE = 'Liên đoàn Lao động tỉnh Bình Dương';
const MORNING = '2020-08-19T06:31:00+07:00';
/** SQLite's page, bytes. */
const PAGE = 4096;

/** Two pages in the middle of a database turn to noise, as on a dying disk. */
function damage(database: string): void {
  const bytes = readFileSync(database);
  const middle = Math.floor(bytes.length / 2 / PAGE) * PAGE;
  writeFileSync(database, bytes.fill(0xa5, middle, middle + 2 * PAGE));
}

test('rows that a roster cannot keep are listed with their numbers and what to do, the others are in', async () => {
  const { page, press } = await openBooth({ now: MORNING });
  await press('F3');
  await page.locator('input[type=file]').setInputFiles(rosterFile);
  await letIn(page);
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
  await page.getByText(/Đếm bằng tay vẫn dùng được/).waitFor();
  expect(await page.getByText(/Đếm bằng tay vẫn dùng được|vẫn ghi từng người/).count()).toBe(1);
  expect(await page.getByText(/Nghe \d+ giây/).count()).toBe(0);
  await page.getByRole('button', { name: 'Vào chế độ luyện tập' }).waitFor();
  await press('F2', 'Digit1');
  await shows('Cài mới tại bàn', 1);
});

test('the first screen of a laptop without Bluetooth tells why and leads to practice', async () => {
  const { page, press, chooses, shows } = await openBooth({ now: MORNING, radio: 'none' });
  await chooses('binh duong', PROVINCE);
  await page.getByRole('button', { name: 'Bluetooth: không dùng được' }).click();
  const sheet = page.getByRole('dialog', { name: 'Bluetooth: không dùng được' });
  await sheet.getByRole('button', { name: 'Vào chế độ luyện tập' }).waitFor();
  await press('Digit1', 'Escape');
  await sheet.waitFor({ state: 'detached' });
  await shows('Cài mới tại bàn', 0);
  await page.getByRole('button', { name: 'Bluetooth: không dùng được' }).click();
  await sheet.getByRole('button', { name: 'Vào chế độ luyện tập' }).click();
  await page.getByText('LUYỆN TẬP', { exact: true }).waitFor();
});

test('a roster that was mended goes in when the same file is chosen again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-roster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'danh-sach.csv');
  const head = 'ma,ten,cap,ma_cap_tren,ma_tinh,tong_lao_dong';
  const { page, press } = await openBooth({ now: MORNING });
  const brings = async (row: string) => {
    writeFileSync(file, `${head}\r\n${row}\r\n`);
    page.once('filechooser', (chooser) => void chooser.setFiles(file));
    await page.getByRole('button', { name: 'Chọn tệp Excel hoặc CSV' }).click();
  };
  await press('F3');
  await brings('0105,CĐCS Công ty TNHH Bao bì Thuận Phát,4,LDLD74,74,-5');
  await page.getByRole('heading', { name: 'Các dòng không nhận' }).waitFor();
  // A field that still held the file would say nothing when a person chooses it again.
  expect(await page.locator('input[type=file]').evaluate((field: HTMLInputElement) => field.value)).toBe('');
  await brings('0105,CĐCS Công ty TNHH Bao bì Thuận Phát,4,LDLD74,74,85');
  await page.getByRole('heading', { name: 'Các dòng không nhận' }).waitFor({ state: 'detached' });
  await letIn(page, 'danh-sach.csv');
  await page.locator('[data-sum=added]').getByText('1', { exact: true }).waitFor();
});

test('what became of a damaged data file is told on the first screen until it is read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-damaged-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = await openBooth({ data: folder, radio: 'none', now: MORNING });
  await before.chooses('binh duong', PROVINCE);
  await before.press('Digit1');
  await before.shows('Cài mới tại bàn', 1);
  await before.host.close();
  damage(path.join(folder, 'tram.sqlite'));
  const { page, press, shows } = await openBooth({ data: folder, radio: 'none', now: MORNING });
  const told = page.getByText(/^(Tệp dữ liệu bị hỏng|Các tổng số không khớp)/);
  await told.waitFor();
  await press('F4');
  await told.waitFor();
  await press('F2');
  await shows('Cài mới tại bàn', 1);
  await page.getByRole('button', { name: 'Đã hiểu' }).click();
  await told.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('navigation').waitFor();
  expect(await told.count()).toBe(0);
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
