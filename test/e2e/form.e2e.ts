import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kitJson } from '../kit/cli.ts';
import { readDocx } from '../kit/python.ts';
import { type Booth, openBooth } from './kit/booth.ts';
import { anOffice, FRIDAY } from './kit/report-office.ts';

const PARK = 'Công đoàn các khu công nghiệp tỉnh Bình Dương';

/** Opens the form of an industrial park by keyboard. */
async function opensTheForm(booth: Booth): Promise<void> {
  await booth.chooses('KCN1', PARK);
  await booth.press('F4');
  await booth.page.getByRole('heading', { name: 'Lập báo cáo' }).waitFor();
  await booth.tabTo(/^Mẫu văn bản/);
  await booth.press('Enter');
  await booth.page.getByRole('heading', { name: 'Mẫu văn bản của đơn vị' }).waitFor();
}

test('an office sets a heading and a size by keyboard, sees both in the document, and goes back to the default', async () => {
  const data = await anOffice();
  const booth = await openBooth({ data, radio: 'none', now: FRIDAY });
  const { page, press, tabTo, complaints } = booth;
  await opensTheForm(booth);
  const heading = page.getByRole('textbox', { name: 'Đề mục III (kết quả)' });
  const size = page.getByRole('textbox', { name: 'Cỡ chữ nội dung' });
  expect(await heading.count()).toBe(0);

  await tabTo(/^Quốc hiệu, đề mục và phụ lục/);
  await press('Enter');
  expect(await heading.getAttribute('placeholder')).toBe('III. KẾT QUẢ');
  expect(await heading.inputValue()).toBe('');
  await heading.focus();
  await page.keyboard.type('III. KẾT QUẢ SAU TÁM NGÀY');
  await tabTo(/^Cỡ chữ/);
  await press('Space');
  await page.getByText('Nghị định 30: 13 đến 14.').first().waitFor();
  await size.focus();
  await page.keyboard.type('12,5');
  await press('Enter');
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();
  await page.getByText('Cỡ chữ nội dung: đang là 12,5, Nghị định 30 quy định 13 đến 14.').waitFor();
  await page.locator('summary', { hasText: 'Quốc hiệu' }).getByText('đã sửa 1').waitFor();

  await page
    .getByRole('navigation', { name: 'Các phần của báo cáo' })
    .getByRole('button', { name: 'Xem trước' })
    .click();
  const words = page.locator('section', { hasText: 'Chữ trên trang 1' }).last();
  await expect.poll(() => words.textContent(), { timeout: 300_000 }).toContain('III. KẾT QUẢ SAU TÁM NGÀY');

  await page
    .getByRole('navigation', { name: 'Các phần của báo cáo' })
    .getByRole('button', { name: 'Mẫu văn bản' })
    .click();
  await page.locator('summary', { hasText: 'Cỡ chữ' }).click();
  expect(await size.inputValue()).toBe('12,5');
  await page.locator('summary', { hasText: 'Quốc hiệu' }).click();
  await page.getByRole('button', { name: 'Về mặc định: Đề mục III (kết quả)' }).focus();
  await press('Enter');
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();
  await expect.poll(() => heading.inputValue()).toBe('');
  expect(complaints).toEqual([]);

  await booth.host.kill();
  const ask = ['report', '--union', 'KCN1', '--formats', 'docx', '--out', path.join(data, '..', 'ra')];
  const { files } = await kitJson<{ files: { path: string }[] }>(...ask, '--data', data, '--now', FRIDAY);
  const { paragraphs } = await readDocx(files[0]?.path ?? '');
  expect(paragraphs.find(({ text }) => text.startsWith('Thực hiện'))?.sizePt).toBe(12.5);
  expect(paragraphs.map(({ text }) => text)).toContain('III. KẾT QUẢ');
});

test('an office carries its form in a file, and a file with an unknown field is refused by the name of the field', async () => {
  const data = await anOffice();
  const booth = await openBooth({ data, radio: 'none', now: FRIDAY });
  const { page, press, complaints } = booth;
  await opensTheForm(booth);
  await page.getByLabel('Người ký', { exact: true }).fill('Nguyễn Thị Hoa');
  await press('Enter');
  await page.getByText('Đã lưu mẫu văn bản.').waitFor();
  await page.getByRole('button', { name: 'Lưu mẫu ra tệp' }).focus();
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  expect(download.suggestedFilename()).toBe('mau-van-ban-KCN1.json');
  const form = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(form.words).toMatchObject({ signer: 'Nguyễn Thị Hoa', headings: { results: 'III. KẾT QUẢ' } });

  const file = path.join(data, '..', 'mau.json');
  const picked = page.locator('input[type=file]');
  writeFileSync(file, JSON.stringify({ ...form, sizes: { ...form.sizes, footer: 9 } }));
  await picked.setInputFiles(file);
  await page.getByText('Mẫu văn bản có phần không dùng được: sizes.footer.').waitFor();
  form.words.signer = 'Lê Văn An';
  form.words.headings.results = 'III. KẾT QUẢ CÀI ĐẶT';
  writeFileSync(file, JSON.stringify(form));
  await picked.setInputFiles(file);
  await page.getByText('Đã lấy mẫu từ mau.json: 2 phần thay đổi.').waitFor();
  await expect.poll(() => page.getByLabel('Người ký', { exact: true }).inputValue()).toBe('Lê Văn An');
  expect(complaints).toEqual([]);
});
