import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { type Booth, openBooth } from './kit/booth.ts';
import { coloursOf, photograph, readQr } from './kit/camera.ts';
import { rosterFile } from './kit/roster.ts';

/** Wednesday of the week, 06:31 in Vietnam. */
const MORNING = '2020-08-19T06:31:00+07:00';

async function importsTheRoster({ page, press, tabTo }: Booth): Promise<void> {
  page.once('filechooser', (chooser) => void chooser.setFiles(rosterFile));
  await press('F3');
  await tabTo(/^Chọn tệp Excel hoặc CSV/);
  await press('Enter');
  await page.getByRole('heading', { name: 'Xem trước danh-sach-kcn.csv' }).waitFor();
  await tabTo(/^Nhập vào danh sách/);
  await press('Enter');
  await page.getByText('Đã nhập danh-sach-kcn.csv').waitFor();
}

/** Makes the report with the keyboard and saves the file of one format where a browser saves. */
async function savesTheReport({ page, press, tabTo }: Booth, format: 'docx' | 'xlsx'): Promise<string> {
  await press('F4');
  await page.getByRole('heading', { name: 'Lập báo cáo' }).waitFor();
  await tabTo(/^Lập báo cáo/);
  await press('Enter');
  await page
    .getByRole('button', { name: /^Lưu về máy/ })
    .first()
    .waitFor();
  await tabTo(new RegExp(`^Lưu về máy: .*\\.${format}`));
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  return download.path();
}

/** The counted people in a saved workbook, by the name of the outcome. */
async function figuresOf(file: string): Promise<Record<string, unknown>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(file) as unknown as ExcelJS.Buffer);
  const figures: Record<string, unknown> = {};
  book.worksheets[0]?.eachRow((row) => {
    if (typeof row.getCell(3).value === 'number') figures[row.getCell(2).text] = row.getCell(3).value;
  });
  return figures;
}

test('an operator takes the roster, counts, undoes, checks a phone, shows the code and makes the report, by keyboard alone', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, shows, complaints } = booth;

  await importsTheRoster(booth);
  await booth.chooses('go tan an', 'CĐCS Công ty TNHH Gỗ Tân An');

  await press('Digit1', 'Numpad2', 'Digit5');
  await shows('Cài mới tại bàn', 1);
  await shows('Đã cài trước', 1);
  await shows('Từ chối', 1);
  await press('Control+z');
  await shows('Từ chối', 0);

  await press('NumpadMultiply');
  await page.getByRole('heading', { name: 'ĐẠT', exact: true }).waitFor({ timeout: 300_000 });
  // The next person is counted with the verdict still on the glass.
  await press('Digit1');
  await page.getByText('Đã ghi: Cài mới').waitFor();
  // The next worker is not shown the verdict of this one.
  await page.getByRole('heading', { name: 'Đặt điện thoại sát máy tính' }).waitFor();

  await press('F9');
  await page.getByRole('img', { name: /bluezone\.gov\.vn\/taiapp/ }).waitFor();
  expect(await readQr(page)).toBe('https://bluezone.gov.vn/taiapp');
  await press('Escape');
  await shows('Cài mới tại bàn', 2);

  expect(await figuresOf(await savesTheReport(booth, 'xlsx'))).toMatchObject({
    'Cài mới tại bàn': 2,
    'Đã cài trước': 1,
    'Từ chối': 0,
  });
  // A .docx is a zip; what stands in it is proved where it is written.
  const document = readFileSync(await savesTheReport(booth, 'docx'));
  expect(document.subarray(0, 2).toString()).toBe('PK');
  expect(complaints).toEqual([]);
});

test('two keystrokes switch the company, and the next key counts for the new one', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, shows } = booth;
  await importsTheRoster(booth);
  await booth.chooses('may sao mai', 'CĐCS Công ty cổ phần May Sao Mai');
  await booth.chooses('go tan an', 'CĐCS Công ty TNHH Gỗ Tân An');
  await page.keyboard.press('Period');
  await page.keyboard.press('Digit2');
  await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty cổ phần May Sao Mai' }).waitFor();
  await page.keyboard.press('NumpadAdd');
  await shows('Cài mới tại bàn', 1);
  await press('Period', 'Digit2');
  await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty TNHH Gỗ Tân An' }).waitFor();
  await shows('Cài mới tại bàn', 0);
});

test('a code that is typed after the dot is searched for: no digit of it picks a union or counts anybody', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, shows } = booth;
  await importsTheRoster(booth);
  await booth.chooses('may sao mai', 'CĐCS Công ty cổ phần May Sao Mai');
  await booth.chooses('go tan an', 'CĐCS Công ty TNHH Gỗ Tân An');
  await press('Period', 'Digit2', 'Digit1', 'Digit0', 'Digit5');
  await page.getByText('Không có công đoàn nào khớp “2105”.').waitFor();
  await page.getByRole('button', { name: 'Thôi' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty TNHH Gỗ Tân An' }).waitFor();
  await page.getByText('Chưa có lượt nào.').waitFor();
  // Typed with long pauses, the first digit does switch, but those after it are nobody.
  await press('Period', 'Digit2');
  await page.getByRole('heading', { level: 1, name: 'CĐCS Công ty cổ phần May Sao Mai' }).waitFor();
  await press('Digit1', 'Digit0', 'Digit5');
  await page.getByText('phím số bấm liền sau đó không được đếm').waitFor();
  await shows('Cài mới tại bàn', 0);
  await page.getByText('Chưa có lượt nào.').waitFor();
});

test('somebody who declines is one key; why is told by Shift or by the button beside the number', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('Digit5');
  await shows('Từ chối', 1);
  await press('Shift+Digit5');
  await page.getByRole('dialog', { name: /^Từ chối/ }).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Từ chối, kèm lý do' }).click();
  await press('Digit1');
  await shows('Từ chối', 2);
});

test('a reason takes one more key, and leaving the question counts nobody', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('Digit4', 'Escape');
  await shows('Chưa cài được', 0);
  await press('Numpad4', 'Numpad1');
  await shows('Chưa cài được', 1);
  await page.getByText('Đã ghi: Chưa được').waitFor();
});

test('twelve presses as fast as the browser gives them are twelve people', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  const keys = ['Digit1', 'Numpad1', 'NumpadAdd', 'Digit2', 'Numpad2', 'Digit3', 'Numpad3'];
  for (const key of [...keys, 'Digit5', 'Numpad5', 'NumpadDivide', 'Digit0', 'Numpad0']) await page.keyboard.press(key);
  await shows('Cài mới tại bàn', 3);
  await shows('Đã cài trước', 2);
  await shows('Hỗ trợ kích hoạt lại', 2);
  await shows('Từ chối', 3);
  await shows('Được tuyên truyền', 2);
});

test('a key that bounces and a finger that taps twice are one person each, and the booth says so', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  // Both in one turn of the browser: a bounce is quicker than two orders from outside can be.
  await page.evaluate(() => {
    for (const type of ['keydown', 'keyup', 'keydown', 'keyup']) {
      document.body.dispatchEvent(new KeyboardEvent(type, { code: 'Digit1', key: '1', bubbles: true }));
    }
  });
  await page.getByText('Bấm lại quá nhanh: chỉ tính một lượt.').waitFor();
  await page.getByRole('button', { name: /^Đã cài trước/ }).dblclick();
  await shows('Cài mới tại bàn', 1);
  await shows('Đã cài trước', 1);
});

test('a worn key gives no reason of its own, counts nobody for an answer, and takes one person back', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  // Both within one moment, however slow the machine is.
  const bounces = (key: string) =>
    page.evaluate((code) => {
      for (const _ of ['pressed', 'bounced']) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }));
      }
    }, key);
  await bounces('Digit4');
  await page.getByRole('dialog').waitFor();
  await bounces('Digit1');
  await shows('Chưa cài được', 1);
  await shows('Cài mới tại bàn', 0);
  await page.keyboard.press('Digit2');
  await shows('Đã cài trước', 1);
  await bounces('Backspace');
  await shows('Đã cài trước', 0);
  await shows('Chưa cài được', 1);
});

test('a finger that taps twice opens the reasons and gives none', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await page.getByRole('button', { name: /^Chưa cài được/ }).evaluate((tile) => {
    const { left, top, width, height } = tile.getBoundingClientRect();
    (tile as HTMLElement).click();
    // The second tap falls on what lies there now.
    setTimeout(
      () => (document.elementFromPoint(left + width / 2, top + height / 2) as HTMLElement | null)?.click(),
      60,
    );
  });
  const reasons = page.getByRole('dialog');
  await reasons.waitFor();
  await page.getByText('Bấm lại quá nhanh: chỉ tính một lượt.').waitFor();
  await page.keyboard.press('Escape');
  await reasons.waitFor({ state: 'detached' });
  await shows('Chưa cài được', 0);
});

test('one line of the last five is taken back by its own button', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, tabTo, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('Digit1', 'Digit2', 'Digit3');
  await shows('Hỗ trợ kích hoạt lại', 1);
  await tabTo(/^Hoàn tác lượt Đã cài/);
  await press('Enter');
  await shows('Đã cài trước', 0);
  await shows('Cài mới tại bàn', 1);
  await page.getByText('Đã hoàn tác: Đã cài').waitFor();
});

test('a booth that is opened again stands at the same union with the same numbers', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, shows } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('Digit1');
  await shows('Cài mới tại bàn', 1);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Liên đoàn Lao động tỉnh Bình Dương' }).waitFor();
  await shows('Cài mới tại bàn', 1);
});

test('the code is black and white only, whatever the scale of the glass', async () => {
  const { page, press } = await openBooth({ now: MORNING });
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
    { width: 1100, height: 701 },
  ]) {
    await page.setViewportSize(viewport);
    await press('F9');
    const code = page.getByRole('img', { name: /bluezone/ });
    await code.waitFor();
    expect(coloursOf(await photograph(page, code))).toEqual(new Set(['0,0,0', '255,255,255']));
    expect(await readQr(page)).toBe('https://bluezone.gov.vn/taiapp');
    await press('Escape');
    await page.getByRole('navigation').waitFor();
  }
});

test('the report can speak of another union than the one that is counted for', async () => {
  const booth = await openBooth({ now: MORNING });
  const { page, press, tabTo } = booth;
  await booth.chooses('binh duong', 'Liên đoàn Lao động tỉnh Bình Dương');
  await press('Digit1', 'F4');
  await tabTo(/^Chọn đơn vị/);
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Chọn đơn vị' }).press('Enter');
  await page.keyboard.type('tong lien doan');
  await press('Enter');
  // The search answers when it can: until then the report is still that of the other union.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Đơn vị trực thuộc' }).press('Enter');
  await page.getByText('0/83').waitFor();
  await press('F2');
  await page.getByRole('heading', { level: 1, name: 'Liên đoàn Lao động tỉnh Bình Dương' }).waitFor();
});
